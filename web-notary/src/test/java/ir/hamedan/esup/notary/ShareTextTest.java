package ir.hamedan.esup.notary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTextTest {
    @ParameterizedTest
    @CsvSource({"3,DANG,1/2", "۱٫۵,DANG,1/4", "1.5,DANG,1/4", "12,HABBEH,1/6", "16,SHAEER,1/6", "۳/۶,FRACTION,1/2"})
    void a_share_is_the_exact_fraction_the_deed_means(String typed, String unit, String expected) {
        assertEquals(Share.parse(expected), new ShareText(typed, unit).share());
    }

    @ParameterizedTest
    @CsvSource({"7,DANG", "0,DANG", "x,DANG", "1/5,DANG", "7/6,FRACTION", "'',DANG", "-3,DANG", "1-2,DANG", "1 2,DANG"})
    void what_is_no_share_of_a_whole_is_refused(String typed, String unit) {
        assertThrows(Problem.class, () -> new ShareText(typed, unit).share());
    }

    @Test
    void six_dang_are_the_whole() {
        assertEquals(Share.WHOLE, new ShareText("۶", "DANG").share());
    }
}
