package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RialTest {
    @Test
    void a_sum_that_does_not_fit_is_never_wrapped_around() {
        Rial largest = Rial.of(Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> largest.plus(Rial.of(1)));
        assertThrows(ArithmeticException.class, () -> Rial.of(Long.MIN_VALUE).minus(Rial.of(1)));
        assertThrows(ArithmeticException.class, () -> largest.timesRoundedDown(2, 1));
        assertThrows(ArithmeticException.class, () -> largest.roundedUpTo(1_000));
        assertThrows(ArithmeticException.class, () -> Rial.of(Long.MIN_VALUE).roundedUpTo(1_000));
    }

    @Test
    void the_levy_of_the_guide_comes_out_to_the_rial() {
        Rial base = Rial.of(4_800_000)
                .timesRoundedDown(250, 1)
                .plus(Rial.of(3_200_000).timesRoundedDown(600, 1));
        Rial levy = base.timesRoundedDown(25, 1_000);
        assertEquals(Rial.of(78_000_000), levy);
        assertEquals(Rial.of(70_200_000), levy.minus(levy.timesRoundedDown(10, 100)));
        assertEquals(Rial.of(4_680_000), levy.timesRoundedDown(9 * 8, 100 * 12));
        assertEquals(Rial.of(15_210_000), levy.timesRoundedDown(9 * 26, 100 * 12));
    }

    @Test
    void a_product_in_between_may_be_larger_than_the_result() {
        assertEquals(Rial.of(Long.MAX_VALUE), Rial.of(Long.MAX_VALUE).timesRoundedDown(1_000_000, 1_000_000));
    }

    @Test
    void an_amount_is_read_with_its_separators_and_never_guessed() {
        assertEquals(Rial.of(12_500_000), Rial.parse(" ۱۲٬۵۰۰٬۰۰۰\u200f "));
        assertEquals(Rial.of(12_500_000), Rial.parse("12,500,000"));
        assertEquals(Rial.of(1_000), Rial.parse("1.000"));
        for (String typed :
                new String[] {null, "", "-5", "5-3", "1.5", "1,00", "1,000.000", "12 5", "۱٫۵", "9999999999999999"}) {
            assertEquals(
                    "kernel.rial.malformed",
                    assertThrows(Problem.class, () -> Rial.parse(typed)).code(),
                    typed);
        }
    }

    @Test
    void the_column_holds_whole_rials() {
        RialConverter converter = new RialConverter();
        assertEquals(5L, converter.convertToDatabaseColumn(Rial.of(5)));
        assertEquals(Rial.of(5), converter.convertToEntityAttribute(5L));
    }

    @Property
    void rounding_up_adds_less_than_the_unit(@ForAll @LongRange(min = 0, max = 1L << 60) long amount) {
        Rial rounded = Rial.of(amount).roundedUpTo(1_000);
        assertEquals(0, rounded.amount() % 1_000);
        assertTrue(rounded.amount() >= amount && rounded.amount() - amount < 1_000);
    }

    @Property
    void plus_and_minus_undo_each_other(
            @ForAll @LongRange(min = -(1L << 61), max = 1L << 61) long one,
            @ForAll @LongRange(min = -(1L << 61), max = 1L << 61) long other) {
        assertEquals(Rial.of(one), Rial.of(one).plus(Rial.of(other)).minus(Rial.of(other)));
    }
}
