package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Postal codes and mobile numbers. */
class ContactTest {
    @ParameterizedTest
    @ValueSource(strings = {"6516738695", "6517653181", "6515611111", "۶۵۱۶۷۳۸۶۹۵", "65167-38695"})
    void a_postal_code_of_the_right_shape_is_accepted(String text) {
        assertEquals(10, PostalCode.parse(text).text().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6520012345", "6515512345", "1111123456", "651673869", "65167386950", "6516738692", "", "x"})
    void a_postal_code_of_another_shape_is_refused(String text) {
        assertEquals(
                "kernel.postal-code.wrong",
                assertThrows(Problem.class, () -> PostalCode.parse(text)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09181234567",
                "9181234567",
                "989181234567",
                "00989181234567",
                "+989181234567",
                "۰۹۱۸۱۲۳۴۵۶۷",
                "0918 123 4567",
                "+98-918-1234567"
            })
    void a_mobile_number_is_kept_in_one_form(String text) {
        assertEquals("+989181234567", Mobile.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08138251234", "0918123456", "091812345678", "+979181234567", "", "0918123456a"})
    void a_landline_or_a_number_of_another_length_is_refused(String text) {
        assertEquals(
                "kernel.mobile.wrong",
                assertThrows(Problem.class, () -> Mobile.parse(text)).code());
    }

    @Property
    void parse_of_print_is_identity(@ForAll @IntRange(min = 0, max = 999_999_999) int number) {
        Mobile mobile = Mobile.parse(String.format(Locale.ROOT, "09%09d", number));
        assertEquals(mobile, Mobile.parse(mobile.text()));
    }
}
