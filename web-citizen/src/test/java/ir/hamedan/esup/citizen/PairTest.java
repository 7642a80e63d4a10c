package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Problem;
import org.junit.jupiter.api.Test;

class PairTest {
    @Test
    void the_two_ids_are_read_with_digits_of_any_script() {
        PayPage.Pair pair = PayPage.Pair.read("۱۰۲۰۳۰۴۰۱۱۳۶۴", " 281240159 ");
        assertEquals("1020304011364", pair.bill().text());
        assertEquals("281240159", pair.payment().text());
        assertEquals("/bill?bill=1020304011364&payment=281240159", pair.address());
    }

    @Test
    void the_barcode_alone_is_enough() {
        assertEquals(
                PayPage.Pair.read("1020304011364", "281240159"), PayPage.Pair.read("10203040113640000281240159", ""));
    }

    @Test
    void each_mistake_is_said_at_its_field() {
        assertField("billId", "citizen.pay.bill-id.missing", null, null);
        assertField("paymentId", "citizen.pay.payment-id.missing", "1020304011364", " ");
        assertField("billId", "kernel.bill-id.wrong", "1020304011365", "281240159");
        assertField("paymentId", "kernel.payment-id.wrong", "1020304011364", "281240100");
        assertField("paymentId", "kernel.payment-id.not-of-this-bill", "1020304011364", "15850295");
    }

    private static void assertField(String field, String code, String bill, String payment) {
        Problem problem = assertThrows(Problem.class, () -> PayPage.Pair.read(bill, payment));
        assertEquals(code, problem.code());
        assertEquals(field, problem.field().orElse(""));
    }
}
