package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"10380284790", "14100253678", "10861234508", "99990000112", "99990000224", "99990000336"})
    void an_id_with_its_check_digit_is_accepted(String text) {
        assertEquals(text, LegalId.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10380284791", "1038028479", "103802847900", "99900000000", "", "1410025367x"})
    void an_id_with_a_wrong_missing_or_foreign_digit_is_refused(String text) {
        assertEquals(
                "kernel.legal-id.wrong",
                assertThrows(Problem.class, () -> LegalId.parse(text)).code());
    }

    @Test
    void the_six_digits_in_the_middle_are_not_all_zero() {
        for (int check = 0; check <= 9; check++) {
            String text = "1230000001" + check;
            if (!text.startsWith("000000", 3)) {
                continue;
            }
            assertThrows(Problem.class, () -> LegalId.parse(text));
        }
    }

    @Test
    void a_party_is_a_person_or_a_legal_person_by_its_digits() {
        assertEquals(PartyId.Kind.LEGAL, PartyId.parse("۱۰۳۸۰۲۸۴۷۹۰").kind());
        assertEquals(PartyId.Kind.PERSON, PartyId.parse("۳۸۶۰۱۲۳۴۵۹").kind());
        assertEquals(PartyId.of(LegalId.parse("10380284790")), new PartyId(PartyId.Kind.LEGAL, "۱۰۳۸۰۲۸۴۷۹۰"));
    }

    @Property
    void parse_of_print_is_identity(@ForAll @LongRange(min = 1_000_000_000L, max = 9_999_999_999L) long body) {
        LegalId id = DigitsOf.legalId(body);
        assertEquals(id, LegalId.parse(id.text()));
        assertEquals(id, LegalId.parse(PersianText.digits(id.text())));
    }

    /** The remainders 0 and 10 give the same check digit 0: only ids ending in 0 can hide a change. */
    @Property
    void one_changed_digit_is_refused_unless_the_check_digit_is_zero(
            @ForAll @LongRange(min = 1_000_000_000L, max = 9_999_999_999L) long body,
            @ForAll @IntRange(min = 0, max = 10) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String text = DigitsOf.legalId(body).text();
        Assume.that(!text.endsWith("0") || place == 10);
        assertThrows(Problem.class, () -> LegalId.parse(DigitsOf.changed(text, place, by)));
    }
}
