package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3860123459", "3876543215", "0013542419", "3240175800", "7731689956", "7401003716", "7401733900",
                "7402464091", "7403194284", "7403924479", "7404654661", "7405384854", "7406115040", "7406845235",
                "7407575428", "7408305610", "7409035803"
            })
    void an_id_with_its_check_digit_is_accepted(String text) {
        assertEquals(text, NationalId.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3860123458",
                "1111111111",
                "0000000000",
                "386012345",
                "38601234590",
                "386012345x",
                "",
                "0x13542419"
            })
    void an_id_with_a_wrong_missing_or_foreign_digit_is_refused(String text) {
        Problem problem = assertThrows(Problem.class, () -> NationalId.parse(text));
        assertEquals("kernel.national-id.wrong", problem.code());
        assertEquals(Problem.Kind.INVALID, problem.kind());
    }

    @Test
    void nothing_is_refused_as_a_wrong_id_not_as_a_fault() {
        assertEquals(
                "kernel.national-id.wrong",
                assertThrows(Problem.class, () -> NationalId.parse(null)).code());
    }

    @Test
    void digits_of_all_three_scripts_with_spaces_and_marks_are_read() {
        assertEquals("3860123459", NationalId.parse("۳۸۶۰۱۲۳۴۵۹").text());
        assertEquals("3860123459", NationalId.parse("٣٨٦٠١٢٣٤٥٩").text());
        assertEquals(
                "3860123459", NationalId.parse(" \u200f386-0۱۲۳٤٥\u200c9\u00a0").text());
    }

    @Test
    void the_masked_form_hides_the_middle() {
        assertEquals("386***3459", NationalId.parse("3860123459").masked());
    }

    @Property
    void parse_of_print_is_identity(@ForAll @IntRange(min = 0, max = 999_999_999) int body) {
        NationalId id = DigitsOf.nationalId(body);
        assertEquals(id, NationalId.parse(id.text()));
        assertEquals(id, NationalId.parse(PersianText.digits(id.text())));
    }

    /** The remainders 1 and 10 give the same check digit 1: only ids ending in 1 can hide a change. */
    @Property
    void one_changed_digit_is_refused_unless_the_check_digit_is_one(
            @ForAll @IntRange(min = 0, max = 999_999_999) int body,
            @ForAll @IntRange(min = 0, max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String text = DigitsOf.nationalId(body).text();
        Assume.that(!text.endsWith("1") || place == 9);
        assertThrows(Problem.class, () -> NationalId.parse(DigitsOf.changed(text, place, by)));
    }

    @Test
    void the_exception_is_real() {
        assertEquals(1, NationalId.parse("7400000071").text().charAt(9) - '0');
        assertEquals(1, NationalId.parse("5400000071").text().charAt(9) - '0');
    }
}
