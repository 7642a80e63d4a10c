package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @Test
    void dang_habbeh_and_shaeer_are_ways_to_write_a_fraction() {
        assertEquals(new Share(1, 2), Share.of(3, Share.Unit.DANG));
        assertEquals(new Share(1, 6), Share.of(12, Share.Unit.HABBEH));
        assertEquals(new Share(1, 6), Share.of(16, Share.Unit.SHAEER));
        assertEquals(Share.WHOLE, Share.of(72, Share.Unit.HABBEH));
        assertEquals(Share.parse("3/6"), Share.parse("۱/۲"));
        assertEquals(Share.WHOLE, Share.parse("1"));
        assertEquals(Share.WHOLE, Share.parse("6⁄6"));
        assertEquals("1/2", Share.parse(" 3 / 6 ").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7/6", "0/6", "0", "2", "1/0"})
    void nothing_and_more_than_the_whole_are_refused(String typed) {
        assertEquals(
                "kernel.share.out-of-range",
                assertThrows(Problem.class, () -> Share.parse(typed)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "half",
                "1/2/3",
                "-1/2x",
                "0.5",
                "1/1234567890123",
                "-1/6",
                "1-1/96",
                "1 1/96",
                "1/-6",
                "1/9 6"
            })
    void what_is_no_fraction_is_malformed(String typed) {
        assertEquals(
                "kernel.share.malformed",
                assertThrows(Problem.class, () -> Share.parse(typed)).code());
    }

    @Test
    void a_sum_too_fine_for_any_deed_is_refused_not_a_fault() {
        Share fine = Share.parse("1/999999999989");
        Share other = Share.parse("1/999999999961");
        assertEquals(
                "kernel.share.out-of-range",
                assertThrows(Problem.class, () -> fine.plus(other)).code());
    }

    @Test
    void thirds_add_up_to_the_whole_exactly() {
        Share third = Share.parse("1/3");
        assertTrue(third.plus(third).plus(third).isWhole());
        assertThrows(Problem.class, () -> Share.WHOLE.plus(Share.parse("1/1000000")));
        assertThrows(Problem.class, () -> third.minus(third));
    }

    @Property
    void parse_of_print_is_identity(@ForAll("shares") Share share) {
        assertEquals(share, Share.parse(share.toString()));
        assertEquals(share, Share.parse(PersianText.digits(share.toString())));
    }

    @Property
    void what_is_taken_away_and_added_again_is_the_same(@ForAll("shares") Share one, @ForAll("shares") Share other) {
        if (one.compareTo(other) > 0) {
            assertEquals(one, one.minus(other).plus(other));
        } else {
            assertThrows(Problem.class, () -> one.minus(other));
        }
    }

    @Property
    void a_sum_is_commutative_and_never_above_the_whole(@ForAll("shares") Share one, @ForAll("shares") Share other) {
        boolean above = one.numerator() * other.denominator() + other.numerator() * one.denominator()
                > one.denominator() * other.denominator();
        if (above) {
            assertThrows(Problem.class, () -> one.plus(other));
        } else {
            assertEquals(one.plus(other), other.plus(one));
            assertTrue(one.plus(other).compareTo(one) > 0);
        }
    }

    @Property
    void the_whole_is_above_every_other_share(@ForAll("shares") Share share) {
        assertEquals(share.isWhole(), share.compareTo(Share.WHOLE) == 0);
        assertFalse(share.compareTo(Share.WHOLE) > 0);
    }

    @Provide
    Arbitrary<Share> shares() {
        return Arbitraries.longs().between(1, 100_000).flatMap(denominator -> Arbitraries.longs()
                .between(1, denominator)
                .map(numerator -> new Share(numerator, denominator)));
    }
}
