package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IR380170000000100000000001",
                "IR790610000000700796858044",
                "IR390120000000004567890123",
                "IR820540102680020817909002",
                "IR550570022080013447370101"
            })
    void an_account_number_with_its_check_digits_is_accepted(String text) {
        assertEquals(text, Iban.parse(text).text());
        assertEquals(text, Iban.parse(text.substring(2)).text());
        assertEquals(
                text, Iban.parse("ir" + PersianText.digits(text.substring(2))).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"IR380170000000100000000002", "DE380170000000100000000001", "IR38017000000010000000000", ""})
    void a_wrong_or_foreign_account_number_is_refused(String text) {
        assertEquals(
                "kernel.iban.wrong",
                assertThrows(Problem.class, () -> Iban.parse(text)).code());
    }

    @Test
    void the_bank_is_in_the_number() {
        assertEquals("017", Iban.parse("IR380170000000100000000001").bank());
    }

    @Property
    void one_changed_digit_is_always_refused(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long account,
            @ForAll @IntRange(min = 2, max = 25) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String bban = "0170" + String.format(Locale.ROOT, "%018d", account);
        int check =
                98 - new BigInteger(bban + "182700").mod(BigInteger.valueOf(97)).intValue();
        String text = String.format(Locale.ROOT, "IR%02d%s", check, bban);
        assertEquals(text, Iban.parse(text).text());
        assertThrows(Problem.class, () -> Iban.parse(DigitsOf.changed(text, place, by)));
    }
}
