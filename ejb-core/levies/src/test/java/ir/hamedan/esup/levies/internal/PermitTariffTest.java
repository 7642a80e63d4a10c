package ir.hamedan.esup.levies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.PermitLevies.Counted;
import ir.hamedan.esup.levies.api.PermitLevies.Estimate;
import ir.hamedan.esup.levies.api.PermitLevies.LeftOut;
import ir.hamedan.esup.levies.api.PermitLevies.Plan;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.levies.api.PermitLevyLoad;
import ir.hamedan.esup.levies.api.PermitQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Example 3 of the domain guide, number for number, and the laws of an estimate. */
class PermitTariffTest {
    static final LocalDate DAY = new PersianDate(1405, 9, 3).toLocalDate();
    static final LocalDate FIRST = PersianDate.firstDayOf(1405);
    static final LocalDate LAST = PersianDate.lastDayOf(1405);
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final LevyBook DEMONSTRATION = PermitLevyLoad.demonstrationBook(1405);

    static PermitQuestion example4() {
        return PermitQuestion.of(DAY, 1, "DWELLING", true, 54_700, 4)
                .withExcess(5_300, "1405/12")
                .withProjections(1_400)
                .withParking(5, 1)
                .inApartments();
    }

    static Price price(int region, String key, long amount) {
        return new Price(region, key, FIRST, LAST, Rial.of(amount), "test");
    }

    static Estimate estimate(LevyBook book, PermitQuestion question, long price) {
        return PermitTariff.of(book, question).estimate(question, Optional.of(price(1, "", price)));
    }

    static LevyBook book(int version, LocalDate from, LevyBook.Line... lines) {
        return new LevyBook(1405, version, "book", "council", from, false, List.of(lines));
    }

    static LevyBook.Line floor(LocalDate from, Factor... factors) {
        return new LevyBook.Line("P-10", "floor", LevyFormula.FLOOR, "law", true, "", from, 2_000, List.of(factors));
    }

    static Map<String, Long> amounts(Estimate estimate) {
        return estimate.lines().stream().collect(Collectors.toMap(Counted::code, Counted::amount));
    }

    static Map<String, Reason> reasons(Estimate estimate) {
        return estimate.leftOut().stream().collect(Collectors.toMap(LeftOut::code, LeftOut::reason));
    }

    /** The table of Tehran 1393 for single houses, of which the example takes one row. */
    static LevyBook tehran() {
        int[][] rows = {{60, 50}, {100, 100}, {150, 180}, {200, 300}, {300, 450}, {400, 650}, {599, 900}};
        List<Factor> factors = new ArrayList<>();
        long from = 0;
        for (int[] row : rows) {
            long until = row[0] * 100L + (row[0] == 599 ? 100 : 1);
            factors.add(new Factor(Factor.DWELLING, 0, Factor.NO_STOREYS_END, from, until, row[1]));
            from = until;
        }
        factors.add(new Factor(Factor.DWELLING, 0, Factor.NO_STOREYS_END, from, Factor.NO_AREA_END, 1_200));
        return book(1, FIRST, floor(FIRST, factors.toArray(Factor[]::new)));
    }

    @Test
    void example_3_a_house_with_a_parking_space() {
        PermitQuestion question =
                PermitQuestion.of(DAY, 1, "DWELLING", true, 18_000, 2).withParking(1, 0);

        Estimate estimate = estimate(tehran(), question, 3_000_000);

        assertEquals(OptionalLong.of(144_000_000), estimate.total());
        assertEquals(
                "160 m² of floor area, after 20 m² off for each of 1 parking space, × 300‰ × 3,000,000 rial = 144,000,000 rial",
                estimate.lines().get(0).words(Messages.in(Locale.ENGLISH)));
    }

    @ParameterizedTest
    @CsvSource({"6000, 50", "6001, 100", "20000, 300", "20001, 450", "59999, 900", "60000, 1200"})
    void the_bands_meet_without_a_gap(long area, int perMille) {
        Estimate estimate = estimate(tehran(), PermitQuestion.of(DAY, 1, "DWELLING", true, area, 2), 3_000_000);

        assertEquals(perMille, estimate.lines().get(0).perMille());
    }

    @Test
    void a_line_can_come_later_and_end_within_the_year() {
        LocalDate next = DAY.plusDays(1);
        LevyBook.Line off = new LevyBook.Line(
                "P-10", "floor", LevyFormula.FLOOR, "law", false, "annulled", next, 0, List.of(Factor.of("*", 1)));
        LevyBook.Line late = new LevyBook.Line(
                "P-50", "late", LevyFormula.SUBDIVISION, "law", true, "", next, 0, List.of(Factor.of("*", 1_000)));
        LevyBook book = book(1, FIRST, off, floor(FIRST, Factor.of(Factor.ANY, 1_000)), late);
        PermitQuestion question =
                PermitQuestion.of(DAY, 1, "DWELLING", true, 100, 1).inApartments();
        PermitQuestion tomorrow =
                PermitQuestion.of(next, 1, "DWELLING", true, 100, 1).inApartments();

        assertEquals(Map.of("P-10", 7L), amounts(estimate(book, question, 7)));
        assertEquals(Map.of("P-50", Reason.NOT_YET), reasons(estimate(book, question, 7)));
        assertEquals(Map.of("P-50", 7L), amounts(estimate(book, tomorrow, 7)));
        LeftOut left = estimate(book, tomorrow, 7).leftOut().get(0);
        assertEquals("This line is not taken: annulled", left.words(Messages.in(Locale.ENGLISH)));
    }

    @Test
    void the_narrowest_name_of_a_use_counts_and_none_is_no_data() {
        LevyBook book = book(
                1,
                FIRST,
                floor(FIRST, Factor.of(Factor.OTHER, 2_000), new Factor("HOTEL", 0, 5, 0, Factor.NO_AREA_END, 3_000)));
        PermitQuestion hotel = PermitQuestion.of(DAY, 1, "HOTEL", false, 100, 4);

        assertEquals(OptionalLong.of(3), estimate(book, hotel, 1).total());
        assertEquals(
                OptionalLong.of(2),
                estimate(book, PermitQuestion.of(DAY, 1, "HOTEL", false, 100, 5), 1)
                        .total());
        Estimate house = estimate(book, PermitQuestion.of(DAY, 1, "DWELLING", true, 100, 4), 1);
        assertEquals(Map.of("P-10", Reason.NO_FACTOR), reasons(house));
        assertEquals(OptionalLong.empty(), house.total());
    }

    @Test
    void area_over_the_density_is_not_estimated_without_a_decision() {
        Estimate estimate = estimate(
                DEMONSTRATION,
                PermitQuestion.of(DAY, 1, "DWELLING", true, 54_700, 4).withExcess(5_300, " "),
                6_000_000);

        assertEquals(Reason.NO_DECISION, reasons(estimate).get("P-20"));
        assertFalse(estimate.isComplete());
    }

    @Test
    void the_greatest_question_by_the_greatest_book_still_fits_a_long() {
        LevyBook.Line[] lines = Stream.iterate(1, i -> i + 1)
                .limit(LevyBook.MOST_LINES)
                .map(i -> new LevyBook.Line(
                        "P-" + i,
                        "t",
                        LevyFormula.SUBDIVISION,
                        "l",
                        true,
                        "",
                        FIRST,
                        0,
                        List.of(Factor.of("*", 10_000))))
                .toArray(LevyBook.Line[]::new);
        PermitQuestion question = PermitQuestion.of(DAY, 1, "DWELLING", true, PermitQuestion.MOST_AREA, 200)
                .withExcess(PermitQuestion.MOST_AREA, "d")
                .inApartments();

        Estimate estimate = estimate(book(1, FIRST, lines), question, 10_000_000_000L);

        assertEquals(OptionalLong.of(8_000_000_000_000_000_000L), estimate.total());
    }

    @Test
    void of_a_building_larger_than_is_counted_no_line_has_an_amount_and_none_is_nothing() {
        PermitQuestion question = PermitQuestion.of(DAY, 1, "DWELLING", true, PermitQuestion.MOST_AREA + 1, 3);
        Estimate estimate = estimate(book(1, FIRST, floor(FIRST, Factor.of("*", 1_000))), question, 1_000);
        assertEquals(OptionalLong.empty(), estimate.total());
        assertEquals(
                List.of(Reason.TOO_LARGE),
                estimate.leftOut().stream().map(LeftOut::reason).toList());
    }

    @Test
    void questions_and_books_that_cannot_be_are_refused() {
        assertRefused("levies.question-out-of-range", () -> PermitQuestion.of(DAY, 1, "A", true, -1, 1));
        assertRefused("levies.question-out-of-range", () -> example4().withParking(0, 10_001));
        assertRefused(
                "levies.book-year",
                () -> book(1, FIRST.minusDays(1), DEMONSTRATION.lines().get(0)));
        assertRefused("levies.book-size", () -> book(1, FIRST));
        assertRefused("levies.book-line-twice", () -> book(1, FIRST, floor(FIRST), floor(FIRST)));
        assertRefused("levies.book-line-early", () -> book(1, DAY, floor(FIRST)));
        assertRefused("levies.book-factor", () -> Factor.of("*", 10_001));
        assertRefused("levies.book-factors-overlap", () -> floor(FIRST, Factor.of("*", 1), Factor.of("*", 2)));
        assertRefused("levies.book-text", () -> line("P-1", "", true, "", 0));
        assertRefused("levies.book-line-code", () -> line("p 1", "law", true, "", 0));
        assertRefused("levies.book-off-reason", () -> line("P-1", "law", false, "", 0));
        assertRefused("levies.book-area-each", () -> line("P-1", "law", true, "", 1));
    }

    private static LevyBook.Line line(String code, String basis, boolean on, String reason, int each) {
        return new LevyBook.Line(code, "title", LevyFormula.EXCESS, basis, on, reason, FIRST, each, List.of());
    }

    static void assertRefused(String code, org.junit.jupiter.api.function.Executable asked) {
        Problem problem = assertThrows(Problem.class, asked);
        assertEquals(code, problem.code());
        assertFalse(Messages.in(Messages.PERSIAN).text(problem).isBlank());
        assertFalse(Messages.in(Locale.ENGLISH).text(problem).isBlank());
    }

    @Test
    void every_text_is_there_in_both_languages() {
        String bundle = "ir.hamedan.esup.levies.messages";
        assertEquals(
                ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet(),
                ResourceBundle.getBundle(bundle, Messages.PERSIAN).keySet());
        for (Messages messages : List.of(Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH))) {
            for (Reason reason : Reason.values()) {
                String words = new LeftOut("P", "t", reason, "why", DAY, example4()).words(messages);
                assertFalse(words.isBlank() || words.contains("{"), words);
            }
            for (LevyFormula formula : LevyFormula.values()) {
                String words = new Counted("P", "t", formula, 100, 1, 100, 1, 1, 1, "l", List.of(), Optional.empty())
                        .words(messages);
                assertFalse(words.isBlank() || words.contains("{"), words);
            }
        }
    }

    @Property(tries = 300)
    void every_line_is_told_once_the_sum_is_the_total_and_equal_asks_are_equal(
            @ForAll("questions") PermitQuestion question,
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long price) {
        Estimate estimate = estimate(DEMONSTRATION, question, price);

        assertEquals(
                DEMONSTRATION.lines().stream().map(LevyBook.Line::code).toList(),
                Stream.of(
                                Stream.of(estimate.lines(), estimate.discounts())
                                        .flatMap(List::stream)
                                        .map(Counted::code),
                                estimate.atOnce().stream().map(Counted::code),
                                estimate.instalments().stream().map(Plan::code),
                                estimate.leftOut().stream().map(LeftOut::code))
                        .flatMap(all -> all)
                        .sorted()
                        .toList());
        long sum = 0;
        for (Counted line : estimate.lines()) {
            assertTrue(line.amount() >= 0);
            sum += line.amount();
        }
        assertEquals(sum, estimate.total().orElse(0));
        assertEquals(Reason.OFF, reasons(estimate).get("P-60"), "a line that is off is told and not counted");
        assertEquals(estimate, estimate(PermitLevyLoad.demonstrationBook(1405), question, price));
    }

    @Property(tries = 300)
    void more_area_is_never_cheaper_at_the_same_factor(
            @ForAll("questions") PermitQuestion question,
            @ForAll @LongRange(min = 0, max = 1_000_000) long more,
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long price) {
        PermitQuestion larger = PermitQuestion.of(
                        DAY, 1, question.use(), question.dwelling(), question.floorArea() + more, question.storeys())
                .withExcess(question.excessArea() + more, question.decision())
                .withProjections(question.projectionArea() + more)
                .withParking(question.parkingProvided(), question.missingParking() + 1)
                .inApartments();
        Map<String, Long> before = amounts(estimate(DEMONSTRATION, question, price));
        Map<String, Long> after = amounts(estimate(DEMONSTRATION, larger, price));

        before.forEach((code, amount) -> assertTrue(after.getOrDefault(code, -1L) >= amount, code));
    }

    @Provide
    Arbitrary<PermitQuestion> questions() {
        Arbitrary<Long> areas = Arbitraries.longs().between(0, 10_000_000);
        return Combinators.combine(
                        areas,
                        areas,
                        areas,
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "1405/12"))
                .as((floor, excess, projection, storeys, missing, dwelling, decision) -> {
                    PermitQuestion question = PermitQuestion.of(
                                    DAY, 1, dwelling ? "DWELLING" : "SHOP", dwelling, floor, storeys)
                            .withExcess(excess, decision)
                            .withProjections(projection)
                            .withParking(0, missing);
                    return missing % 2 == 0 ? question.inApartments() : question;
                });
    }
}
