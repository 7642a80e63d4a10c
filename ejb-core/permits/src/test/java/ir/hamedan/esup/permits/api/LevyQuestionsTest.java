package ir.hamedan.esup.permits.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.levies.api.Shops;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Answer.Figure;
import ir.hamedan.esup.rulebooks.api.Answer.UseAnswer;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LevyQuestionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant KNOWN = Instant.parse("2026-11-24T08:00:00Z");
    private static final Shops UNTOLD = Shops.of("", "", "", "");

    private static UseAnswer use(Map<NumberName, Long> numbers) {
        List<Figure> figures = numbers.entrySet().stream()
                .map(number -> new Figure(
                        number.getKey(), OptionalLong.of(number.getValue()), Answer.Basis.RULE, List.of(), List.of()))
                .toList();
        return new UseAnswer("DWELLING", "use", Verdict.RULED, List.of(), figures, List.of(), List.of(), List.of());
    }

    private static Answer answer(UseAnswer use) {
        return new Answer(
                Optional.empty(),
                DAY,
                KNOWN,
                new BookData("B", "1", "title", "authority", "approval", DAY, "", true),
                Given.NOTHING,
                Answer.Asked.NOTHING,
                Verdict.RULED,
                OptionalLong.empty(),
                List.of(new Answer.ZonePart("R122", "zone", 240_00, 1000)),
                List.of(),
                List.of(),
                List.of(),
                List.of(use),
                List.of());
    }

    private static Optional<PermitQuestion> asked(Map<NumberName, Long> numbers, Shops shops) {
        UseAnswer use = use(numbers);
        return LevyQuestions.of(answer(use), 3, use, shops);
    }

    @Test
    void levies_are_asked_for_of_all_that_may_be_built_as_the_city_knew_them_when_it_answered() {
        Map<NumberName, Long> numbers =
                Map.of(NumberName.BUILDABLE_AREA, 300_00L, NumberName.FLOORS, 3L, NumberName.UNITS, 6L);
        PermitQuestion expected = PermitQuestion.of(DAY, 3, "DWELLING", true, 300_00, 3)
                .knownAt(KNOWN)
                .pricedBy("R122")
                .inApartments();
        assertEquals(Optional.of(expected), asked(numbers, UNTOLD));
    }

    @Test
    void what_is_not_counted_in_units_is_no_dwelling_and_not_divided() {
        PermitQuestion question =
                asked(Map.of(NumberName.BUILDABLE_AREA, 1L), UNTOLD).orElseThrow();
        assertFalse(question.dwelling());
        assertFalse(question.subdivided());
        assertEquals(Optional.empty(), question.trade(), "nothing is known of shops nobody told of");
    }

    @Test
    void shops_that_are_told_of_are_asked_for() {
        PermitQuestion question = asked(Map.of(NumberName.BUILDABLE_AREA, 300_00L), Shops.of("2", "30", "4", "4.5"))
                .orElseThrow();
        assertEquals(Optional.of(new PermitQuestion.Trade(30_00, 2, 400, 450)), question.trade());
    }

    @Test
    void where_nothing_may_be_built_nothing_is_asked() {
        assertTrue(asked(Map.of(NumberName.BUILDABLE_AREA, 0L), UNTOLD).isEmpty());
        assertTrue(asked(Map.of(NumberName.FLOORS, 2L), UNTOLD).isEmpty());
    }

    @Test
    void of_a_plan_its_own_sizes_count() {
        UseAnswer use = use(Map.of(NumberName.BUILDABLE_AREA, 900_00L, NumberName.UNITS, 6L));
        Plan plan = new Plan(Works.NEW_BUILDING, "DWELLING", 2, 700, 100_00, 200_00, 1, 2, 0, "");
        PermitQuestion expected = PermitQuestion.of(DAY, 3, "DWELLING", true, 200_00, 2)
                .knownAt(KNOWN)
                .pricedBy("R122")
                .withParking(2, 0);
        assertEquals(expected, LevyQuestions.of(answer(use), 3, use, plan));
    }
}
