package ir.hamedan.esup.levies.internal;

import static ir.hamedan.esup.levies.internal.PermitTariffTest.DAY;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.FIRST;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.amounts;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.assertRefused;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.book;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.estimate;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.floor;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.reasons;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyBook.Sizes;
import ir.hamedan.esup.levies.api.LevyDuty;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.PermitLevies.Counted;
import ir.hamedan.esup.levies.api.PermitLevies.Estimate;
import ir.hamedan.esup.levies.api.PermitLevies.Plan;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.levies.api.PermitQuestion.Trade;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Trade frontage, supervision fee, discounts and instalments. */
class SharesTest {
    private static final LevyBook DEMONSTRATION = Demonstration.book(1405, 1);

    private static LevyBook.Line line(String code, LevyFormula formula, Sizes sizes, int perMille) {
        return dated(code, formula, sizes, perMille, FIRST);
    }

    private static LevyBook.Line dated(String code, LevyFormula formula, Sizes sizes, int perMille, LocalDate from) {
        return new LevyBook.Line(
                code,
                code,
                formula,
                "law",
                List.of("1"),
                true,
                "",
                from,
                sizes,
                LevyDuty.NONE,
                List.of(Factor.of("*", perMille)));
    }

    private static LevyBook.Line floorOf(int perMille) {
        return floor(FIRST, Factor.of(Factor.ANY, perMille));
    }

    private static PermitQuestion house(long area) {
        return PermitQuestion.of(DAY, 1, "DWELLING", true, area, 2);
    }

    @Test
    void example_4_with_the_discount_for_a_first_home_in_twelve_instalments() {
        Estimate estimate = estimate(DEMONSTRATION, DemoLevyBook.apartments().claiming("T-10"), 6_000_000);

        assertEquals(OptionalLong.of(1_333_680_000), estimate.total());
        assertEquals(466_788_000, estimate.discounts().get(0).amount());
        assertEquals(OptionalLong.of(866_892_000), estimate.payable());
        Plan plan = estimate.instalments().orElseThrow();
        assertEquals(
                List.of(260_067_600L, 12L, 50_568_700L, 50_568_700L),
                List.of(plan.down(), (long) plan.parts(), plan.each(), plan.last()));
        assertEquals(List.of("11"), plan.articles());
        assertEquals(
                "۳۰۰ در هزار پیش‌پرداخت = ۲۶۰٬۰۶۷٬۶۰۰ ریال، سپس ۱۲ قسط ۵۰٬۵۶۸٬۷۰۰ ریال؛ قسط آخر ۵۰٬۵۶۸٬۷۰۰ ریال",
                plan.words(Messages.in(Messages.PERSIAN)));
        assertTrue(estimate.isComplete());
    }

    @Test
    void who_pays_at_once_has_that_taken_off_too_and_who_does_not_has_not() {
        Estimate estimate = estimate(DEMONSTRATION, DemoLevyBook.apartments(), 6_000_000);

        assertEquals(160_041_600, estimate.atOnce().orElseThrow().amount());
        assertEquals(OptionalLong.of(1_173_638_400), estimate.payableAtOnce());
        assertEquals(OptionalLong.of(1_333_680_000), estimate.payable());
        assertEquals(Reason.NOT_CLAIMED, reasons(estimate).get("T-10"));
    }

    @Test
    void frontage_goes_by_span_and_height_over_the_standard_and_by_units() {
        Estimate estimate = estimate(DEMONSTRATION, DemoLevyBook.shops(), 6_000_000);

        Counted frontage = estimate.lines().get(1);
        assertEquals("P-70", frontage.code());
        assertEquals(972_000_000, frontage.amount());
        assertEquals(
                "40 m² × 900‰ × 6,000,000 rial × (span 4.5 m ÷ 3) × (height 6 m ÷ 4) × 2 units = 972,000,000 rial",
                frontage.words(Messages.in(Locale.ENGLISH)));
        assertEquals(OptionalLong.of(1_231_200_000), estimate.total());
    }

    @Test
    void a_shop_of_less_than_the_standard_counts_as_standard_and_of_more_than_three_times_as_three() {
        LevyBook book = book(1, FIRST, line("F", LevyFormula.FRONTAGE, new Sizes(0, 300, 400, 0), 1_000));

        assertEquals(Map.of("F", 1L), amounts(estimate(book, house(0).withTrade(new Trade(100, 1, 200, 399)), 1)));
        assertEquals(Map.of("F", 9L), amounts(estimate(book, house(0).withTrade(new Trade(100, 1, 901, 10_000)), 1)));
    }

    @Test
    void frontage_of_shops_nothing_is_known_of_is_no_data_and_of_a_use_without_shops_nothing() {
        Estimate shop = estimate(DEMONSTRATION, PermitQuestion.of(DAY, 1, "SHOP", false, 100, 1), 1);
        assertEquals(Reason.NO_TRADE, reasons(shop).get("P-70"));
        assertEquals(Reason.NO_SUM, reasons(shop).get("T-30"));
        assertEquals(Reason.NO_SUM, reasons(shop).get("T-40"));
        assertFalse(shop.isComplete());
        Estimate school = estimate(DEMONSTRATION, PermitQuestion.of(DAY, 1, "SCHOOL", false, 100, 1), 1);
        assertEquals(Reason.NOTHING, reasons(school).get("P-70"));
        assertTrue(school.isComplete());
        Estimate none = estimate(
                DEMONSTRATION, PermitQuestion.of(DAY, 1, "SHOP", false, 100, 1).withTrade(new Trade(0, 0, 0, 0)), 1);
        assertEquals(Reason.NOTHING, reasons(none).get("P-70"));
    }

    @Test
    void the_supervision_fee_is_a_share_of_all_other_levies_and_of_nothing_when_one_is_not_known() {
        LevyBook book = book(
                1,
                FIRST,
                line("S", LevyFormula.SUPERVISION, Sizes.NONE, 30),
                floorOf(1_000),
                line("X", LevyFormula.EXCESS, Sizes.NONE, 2_000));

        Estimate known = estimate(book, house(100_00).withExcess(10_00, "d"), 1_000);
        assertEquals(Map.of("P-10", 100_000L, "X", 20_000L, "S", 3_600L), amounts(known));
        assertEquals(120_000, known.lines().get(2).price());
        Estimate unknown = estimate(book, house(100_00).withExcess(10_00, ""), 1_000);
        assertEquals(Map.of("X", Reason.NO_DECISION, "S", Reason.NO_SUM), reasons(unknown));
    }

    @Test
    void a_factor_of_nothing_exempts_and_a_claim_nobody_knows_is_told() {
        LevyBook book = book(1, FIRST, floorOf(0), line("T", LevyFormula.DISCOUNT, Sizes.NONE, 100));

        Estimate estimate = estimate(book, house(100).claiming("T", "T-99"), 1);

        assertEquals(
                Map.of("P-10", Reason.EXEMPT, "T", Reason.NOTHING, "T-99", Reason.UNKNOWN_CLAIM), reasons(estimate));
        assertEquals(OptionalLong.of(0), estimate.total());
    }

    @Test
    void a_discount_begins_on_its_day() {
        LevyBook book =
                book(1, FIRST, floorOf(1_000), dated("T", LevyFormula.AT_ONCE, Sizes.NONE, 100, DAY.plusDays(1)));

        assertEquals(Map.of("T", Reason.NOT_YET), reasons(estimate(book, house(100_00), 1)));
        Estimate next = estimate(book, PermitQuestion.of(DAY.plusDays(1), 1, "DWELLING", true, 100_00, 2), 1);
        assertEquals(OptionalLong.of(90), next.payableAtOnce());
    }

    @Test
    void lines_that_cannot_be_are_refused() {
        assertRefused("levies.book-area-each", () -> line("F", LevyFormula.FRONTAGE, new Sizes(0, 300, 0, 0), 1));
        assertRefused("levies.book-area-each", () -> line("I", LevyFormula.INSTALMENTS, Sizes.NONE, 1));
        assertRefused("levies.book-area-each", () -> line("T", LevyFormula.DISCOUNT, new Sizes(0, 0, 0, 3), 1));
        assertRefused("levies.book-share", () -> line("S", LevyFormula.SUPERVISION, Sizes.NONE, 151));
        assertRefused("levies.book-share", () -> line("T", LevyFormula.AT_ONCE, Sizes.NONE, 1_001));
        LevyBook.Line one = line("A", LevyFormula.AT_ONCE, Sizes.NONE, 1);
        LevyBook.Line two = line("B", LevyFormula.AT_ONCE, Sizes.NONE, 1);
        assertRefused("levies.book-once", () -> book(1, FIRST, one, two));
        assertRefused("levies.question-out-of-range", () -> new Trade(20_001, 1_000, 1, 1));
    }

    @Property(tries = 300)
    void discounts_never_pass_what_the_book_grants_and_instalments_come_to_what_is_payable(
            @ForAll @LongRange(min = 1, max = 10_000_000) long area,
            @ForAll @IntRange(min = 0, max = 1_000) int first,
            @ForAll @IntRange(min = 0, max = 1_000) int second,
            @ForAll @IntRange(min = 0, max = 1_000) int atOnce,
            @ForAll @IntRange(min = 0, max = 1_000) int most,
            @ForAll @IntRange(min = 1, max = 120) int parts,
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long price) {
        LevyBook book = new LevyBook(
                1405,
                1,
                "t",
                "",
                "a",
                FIRST,
                0,
                false,
                most,
                List.of(),
                List.of(
                        floorOf(1_000),
                        line("A", LevyFormula.DISCOUNT, Sizes.NONE, first),
                        line("B", LevyFormula.DISCOUNT, Sizes.NONE, second),
                        line("C", LevyFormula.AT_ONCE, Sizes.NONE, atOnce),
                        line("D", LevyFormula.INSTALMENTS, new Sizes(0, 0, 0, parts), 300)));

        Estimate estimate = estimate(book, house(area).claiming("A", "B"), price);

        long total = estimate.total().orElseThrow();
        long payable = estimate.payable().orElseThrow();
        assertTrue(total - estimate.payableAtOnce().orElseThrow() <= total * most / 1_000);
        estimate.instalments().ifPresent(plan -> {
            assertEquals(payable, plan.down() + plan.each() * (plan.parts() - 1) + plan.last());
            assertTrue(plan.each() <= plan.last() && plan.last() - plan.each() < parts);
        });
    }

    @Property(tries = 300)
    void a_larger_shop_a_wider_or_a_higher_one_is_never_cheaper(
            @ForAll @LongRange(min = 0, max = 1_000_000) long area,
            @ForAll @IntRange(min = 0, max = 10) int units,
            @ForAll @IntRange(min = 0, max = 9_000) int span,
            @ForAll @IntRange(min = 0, max = 9_000) int height,
            @ForAll @IntRange(min = 0, max = 1_000) int more) {
        LevyBook book = book(1, FIRST, line("F", LevyFormula.FRONTAGE, new Sizes(0, 300, 400, 0), 700));
        long before = frontage(book, new Trade(area, units, span, height));

        assertTrue(frontage(book, new Trade(area + more, units, span, height)) >= before);
        assertTrue(frontage(book, new Trade(area, units + 1, span, height)) >= before);
        assertTrue(frontage(book, new Trade(area, units, span + more, height)) >= before);
        assertTrue(frontage(book, new Trade(area, units, span, height + more)) >= before);
    }

    private static long frontage(LevyBook book, Trade trade) {
        return amounts(estimate(book, house(0).withTrade(trade), 6_000_000)).getOrDefault("F", 0L);
    }
}
