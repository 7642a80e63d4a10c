package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bill id, payment id and their barcode. */
class BillIdsTest {
    @ParameterizedTest
    @CsvSource({
        "10203040, 2812000, 4, 1, 1020304011364, 281240159",
        "10203041, 158000, 5, 2, 1020304111369, 15850295",
        "77001234, 45670000, 5, 12, 7700123411363, 4567051202"
    })
    void the_ids_of_the_guide_come_out(int file, long amount, int year, int period, String billId, String paymentId) {
        BillId bill = BillId.of(file, 113, BillId.MUNICIPALITY_LEVY);
        PaymentId payment = PaymentId.of(bill, Rial.of(amount), year, period);
        assertEquals(billId, bill.text());
        assertEquals(paymentId, payment.text());
        assertEquals(payment, PaymentId.parse(bill, PersianText.digits(paymentId)));
        assertEquals(Rial.of(amount), payment.amount());
        assertEquals(file, bill.fileNumber());
    }

    @Test
    void the_barcode_has_both_ids_padded_to_thirteen_digits() {
        BillId bill = BillId.parse("1020304011364");
        assertEquals(
                "10203040113640000281240159", PaymentId.parse(bill, "281240159").barcode(bill));
        BillId shorter = BillId.of(1, 113, 6);
        PaymentId payment = PaymentId.of(shorter, Rial.of(1_000), 5, 0);
        assertEquals(26, payment.barcode(shorter).length());
        assertTrue(payment.barcode(shorter).startsWith("0000000" + shorter.text() + "000"));
    }

    @ParameterizedTest
    @CsvSource({"7748317800142, 1770160, 17000", "2050327604613, 1070189, 10000", "1117753200140, 12070160, 120000"})
    void pairs_of_other_services_are_read(String billId, String paymentId, long amount) {
        BillId bill = BillId.parse(billId);
        assertEquals(Rial.of(amount), PaymentId.parse(bill, paymentId).amount());
    }

    @Test
    void a_pair_that_does_not_belong_together_is_refused() {
        BillId bill = BillId.parse("9174639504124");
        assertEquals(
                "kernel.payment-id.not-of-this-bill",
                assertThrows(Problem.class, () -> PaymentId.parse(bill, "12908197"))
                        .code());
        assertFalse(new PaymentId("12908197").belongsTo(bill));
    }

    @Test
    void left_zeros_do_not_matter() {
        BillId bill = BillId.of(1234, 113, 6);
        assertEquals(bill, BillId.parse("0000" + bill.text()));
        PaymentId payment = PaymentId.of(bill, Rial.of(17_000), 5, 1);
        assertEquals(payment, PaymentId.parse(bill, "00000" + payment.text()));
    }

    @Test
    void ids_that_are_empty_too_long_or_not_digits_are_refused() {
        BillId bill = BillId.parse("1020304011364");
        for (String typed : new String[] {"", "12345", "11020304011364", "10203040113x4"}) {
            assertEquals(
                    "kernel.bill-id.wrong",
                    assertThrows(Problem.class, () -> BillId.parse(typed), typed)
                            .code());
        }
        for (String typed : new String[] {"", "12345", "28124015900000", "2812401x9"}) {
            assertEquals(
                    "kernel.payment-id.wrong",
                    assertThrows(Problem.class, () -> PaymentId.parse(bill, typed), typed)
                            .code());
        }
    }

    @Test
    void an_amount_that_the_id_cannot_carry_is_a_bug() {
        BillId bill = BillId.of(1, 113, 6);
        assertThrows(IllegalArgumentException.class, () -> PaymentId.of(bill, Rial.of(1_500), 5, 1));
        assertThrows(IllegalArgumentException.class, () -> PaymentId.of(bill, Rial.ZERO, 5, 1));
        assertThrows(
                IllegalArgumentException.class, () -> PaymentId.of(bill, PaymentId.LARGEST.plus(Rial.of(1_000)), 5, 1));
        assertEquals(
                PaymentId.LARGEST, PaymentId.of(bill, PaymentId.LARGEST, 5, 1).amount());
    }

    @Property
    void parse_of_print_is_identity(
            @ForAll @IntRange(min = 1, max = 99_999_999) int file,
            @ForAll @IntRange(min = 1, max = 99_999_999) int thousands,
            @ForAll @IntRange(min = 0, max = 9) int year,
            @ForAll @IntRange(min = 0, max = 99) int period) {
        BillId bill = BillId.of(file, 113, 6);
        PaymentId payment = PaymentId.of(bill, Rial.of(thousands * 1_000L), year, period);
        assertEquals(bill, BillId.parse(bill.text()));
        assertEquals(payment, PaymentId.parse(bill, payment.text()));
        assertEquals(file, bill.fileNumber());
        assertEquals(thousands * 1_000L, payment.amount().amount());
        String barcode = payment.barcode(bill);
        assertEquals(bill, BillId.parse(barcode.substring(0, 13)));
        assertEquals(payment, PaymentId.parse(bill, barcode.substring(13)));
    }

    /** The remainders 0 and 1 give the same check digit 0: only ids ending in 0 can hide a change. */
    @Property
    void one_changed_digit_of_a_bill_id_is_refused_unless_its_check_digit_is_zero(
            @ForAll @IntRange(min = 10_000_000, max = 99_999_999) int file,
            @ForAll @IntRange(min = 0, max = 12) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String text = BillId.of(file, 113, 6).text();
        Assume.that(!text.endsWith("0") || place == 12);
        assertThrows(Problem.class, () -> BillId.parse(DigitsOf.changed(text, place, by)));
    }

    /** Both check digits guard the payment body: a change passes only when both are 0. */
    @Property
    void one_changed_digit_of_a_payment_id_is_refused_unless_both_check_digits_are_zero(
            @ForAll @IntRange(min = 1, max = 99_999_999) int file,
            @ForAll @IntRange(min = 10_000_000, max = 99_999_999) int thousands,
            @ForAll @IntRange(min = 0, max = 12) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        BillId bill = BillId.of(file, 113, 6);
        String text = PaymentId.of(bill, Rial.of(thousands * 1_000L), 5, 1).text();
        Assume.that(!text.endsWith("00") || place > 10);
        assertThrows(Problem.class, () -> PaymentId.parse(bill, DigitsOf.changed(text, place, by)));
    }
}
