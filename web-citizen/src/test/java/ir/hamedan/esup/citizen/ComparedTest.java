package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant KNOWN = Instant.parse("2026-11-24T08:00:00Z");

    private static Answer answer(Answer.UseAnswer... uses) {
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
                List.of(uses),
                List.of());
    }

    private static Answer.UseAnswer use(String code, Verdict verdict, Answer.Figure... numbers) {
        return new Answer.UseAnswer(code, code, verdict, List.of(), List.of(numbers), List.of(), List.of(), List.of());
    }

    private static Answer.Figure figure(NumberName name, long value, String... clauses) {
        return new Answer.Figure(
                name,
                OptionalLong.of(value),
                Answer.Basis.RULE,
                Stream.of(clauses)
                        .map(number -> new Answer.ClauseRef(number, "title"))
                        .toList(),
                List.of());
    }

    @Test
    void numbers_that_only_the_supposition_has_stand_beside_nothing() {
        Answer now = answer(use("D", Verdict.REFERRAL, figure(NumberName.EFFECTIVE_AREA, 90_00)));
        Answer supposed = answer(
                use(
                        "D",
                        Verdict.RULED,
                        figure(NumberName.EFFECTIVE_AREA, 180_00),
                        figure(NumberName.DENSITY, 1200, "1")),
                use("S", Verdict.RULED, figure(NumberName.DENSITY, 900, "1")));
        List<Compared> all = Compared.of(now, Optional.of(supposed), Optional.empty());
        assertEquals(
                List.of("D", "S"),
                all.stream().map(compared -> compared.shown().use()).toList());
        Compared dwelling = all.get(0);
        assertTrue(dwelling.endsOtherwise());
        assertEquals(
                List.of(NumberName.DENSITY, NumberName.EFFECTIVE_AREA),
                dwelling.rows().stream().map(Compared.Row::name).toList());
        Compared.Row density = dwelling.rows().get(0);
        assertNull(density.now());
        assertEquals(1200, density.supposed().value().orElseThrow());
        assertTrue(density.supposes(density.reasons().get(0)));
        assertNull(all.get(1).now());
        assertFalse(all.get(1).endsOtherwise());
    }

    @Test
    void the_reasons_of_the_supposition_are_told_where_they_are_others() {
        Answer now =
                answer(use("D", Verdict.RULED, figure(NumberName.DENSITY, 1200, "1"), figure(NumberName.FLOORS, 2)));
        Answer supposed = answer(
                use("D", Verdict.RULED, figure(NumberName.DENSITY, 1800, "1", "11"), figure(NumberName.FLOORS, 3)));
        List<Compared.Row> rows =
                Compared.of(now, Optional.of(supposed), Optional.of(now)).get(0).rows();
        assertEquals(2, rows.get(0).reasons().size());
        assertFalse(rows.get(0).supposes(rows.get(0).reasons().get(0)));
        assertEquals(1, rows.get(1).reasons().size(), "both rest on the same");
        assertEquals(1200, rows.get(0).later().value().orElseThrow());
        assertFalse(Compared.of(now, Optional.empty(), Optional.empty()).get(0).endsOtherwise());
    }
}
