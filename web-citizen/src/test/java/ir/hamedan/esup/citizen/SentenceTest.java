package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    private static final Messages PERSIAN = Messages.in(Messages.PERSIAN);

    private static Answer answer(Verdict verdict, Answer.UseAnswer... uses) {
        return answer(verdict, Given.NOTHING, uses);
    }

    private static Answer answer(Verdict verdict, Given given, Answer.UseAnswer... uses) {
        LocalDate day = LocalDate.of(2026, 11, 24);
        return new Answer(
                Optional.empty(),
                day,
                Instant.EPOCH,
                new BookData("B", "1", "title", "authority", "approval", day, "", true),
                given,
                Answer.Asked.NOTHING,
                verdict,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(uses),
                List.of());
    }

    private static Answer.UseAnswer use(String title, Verdict verdict, long floors) {
        return new Answer.UseAnswer(
                title,
                title,
                verdict,
                List.of(),
                List.of(
                        figure(NumberName.DENSITY, 2_405),
                        figure(NumberName.COVERAGE, 600),
                        figure(NumberName.FLOORS, floors)),
                List.of(),
                List.of(),
                List.of());
    }

    private static Answer.Figure figure(NumberName name, long value) {
        return new Answer.Figure(name, OptionalLong.of(value), Answer.Basis.RULE, List.of(), List.of());
    }

    @Test
    void the_first_use_one_may_build_is_told_with_its_numbers() {
        Answer answer = answer(
                Verdict.RULED,
                use("park", Verdict.NOT_PERMITTED, 9),
                use("nothing", Verdict.RULED, 0),
                use("dwelling", Verdict.RULED, 4),
                use("hotel", Verdict.RULED, 8));
        assertEquals(
                "On this parcel one may build, for the use dwelling, up to 4 storeys, with a density of 240.5 % and a"
                        + " coverage of 60 %. One more use is permitted.",
                Sentence.of(answer, ENGLISH));
        String persian = Sentence.of(answer, PERSIAN);
        assertTrue(persian.contains("۴ طبقه") && persian.contains("۲۴۰٫۵ درصد"), persian);
        assertFalse(persian.chars().anyMatch(c -> c >= '0' && c <= '9'), persian);
    }

    @Test
    void where_several_zones_permit_nothing_in_common_that_is_the_reason() {
        Answer none = answer(Verdict.NOT_PERMITTED);
        assertEquals("In the zone of this parcel the book permits no building.", Sentence.of(none, ENGLISH));
        Answer both = inZones(none, "R122", "S121");
        assertTrue(Sentence.of(both, ENGLISH).contains("several zones (\u2066R122\u2069, \u2066S121\u2069)"));
        assertTrue(Sentence.of(both, PERSIAN).contains("\u2066R122\u2069، \u2066S121\u2069"));
    }

    private static Answer inZones(Answer answer, String... zones) {
        return new Answer(
                answer.parcel(),
                answer.on(),
                answer.known(),
                answer.book(),
                answer.given(),
                answer.asked(),
                answer.verdict(),
                answer.width(),
                Stream.of(zones)
                        .map(zone -> new Answer.ZonePart(zone, zone, 1, 500))
                        .toList(),
                answer.concerns(),
                answer.doesNotConcern(),
                answer.noData(),
                answer.uses(),
                answer.versions());
    }

    @Test
    void an_article_5_decision_is_named_where_numbers_rest_on_it() {
        Decision decision = new Decision("1405/17", LocalDate.of(2026, 11, 4), "12", Limits.NOTHING);
        Given decided = Given.NOTHING.withDecision(decision);
        Answer ruled = answer(Verdict.RULED, decided, use("dwelling", Verdict.RULED, 4));
        assertEquals(
                "On the basis of Article 5 decision no. \u20661405/17\u2069 of 1405/08/13, map 12.",
                Sentence.decision(ruled, ENGLISH));
        assertTrue(Sentence.decision(ruled, PERSIAN).contains("۱۴۰۵/۱۷"));
        assertEquals("", Sentence.decision(answer(Verdict.LOCKED, decided), ENGLISH), "no number, no basis");
        assertEquals("", Sentence.decision(answer(Verdict.RULED, use("dwelling", Verdict.RULED, 4)), ENGLISH));
    }

    @Test
    void numbers_that_do_not_hold_for_certain_are_told_with_that() {
        String provisional = Sentence.of(answer(Verdict.PROVISIONAL, use("dwelling", Verdict.PROVISIONAL, 4)), ENGLISH);
        assertTrue(provisional.contains("4 storeys") && provisional.endsWith("lower."), provisional);
        String locked =
                Sentence.of(answer(Verdict.INFORMATION_ONLY, use("dwelling", Verdict.INFORMATION_ONLY, 4)), ENGLISH);
        assertTrue(locked.contains("4 storeys") && locked.contains("no permit"), locked);
    }

    @Test
    void where_nothing_may_be_built_no_number_is_told() {
        assertEquals(
                "No building is permitted on this parcel.",
                Sentence.of(answer(Verdict.RULED, use("park", Verdict.RULED, 0)), ENGLISH));
        String referral = Sentence.of(answer(Verdict.REFERRAL, use("dwelling", Verdict.REFERRAL, 4)), ENGLISH);
        assertFalse(referral.contains("storeys"), referral);
    }

    @Test
    void a_use_without_its_numbers_is_told_without_them() {
        Answer.UseAnswer bare = new Answer.UseAnswer(
                "H", "hotel", Verdict.RULED, List.of(), List.of(), List.of(), List.of(), List.of());
        assertEquals(
                "On this parcel one may build for the use hotel; the numbers stand below.",
                Sentence.of(answer(Verdict.RULED, bare), ENGLISH));
    }

    @Test
    void every_verdict_has_a_sentence_of_its_own_in_both_languages() {
        for (Messages messages : new Messages[] {ENGLISH, PERSIAN}) {
            Set<String> sentences = new HashSet<>();
            Stream.of(Verdict.values())
                    .forEach(verdict -> sentences.add(Sentence.of(answer(verdict, use("u", verdict, 3)), messages)));
            assertEquals(Verdict.values().length, sentences.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REFERRAL, commission, کمیسیون را از شهرداری منطقه درخواست, before the commission",
        "UNKNOWN_ZONE, map, گزارش کنید, Report it",
        "NO_DATA, map, گزارش کنید, Report it",
        "NO_AREA, area, گزارش کنید, Report it"
    })
    void where_there_is_no_number_the_reader_is_told_what_to_do_next(
            Verdict verdict, String step, String persian, String english) {
        assertTrue(Sentence.of(answer(verdict), PERSIAN).contains(persian));
        assertTrue(Sentence.of(answer(verdict), ENGLISH).contains(english));
        assertEquals(step, RulesPage.stepName(verdict));
        for (Messages messages : new Messages[] {ENGLISH, PERSIAN}) {
            assertTrue(messages.has("citizen.rules.next." + step), step);
        }
    }
}
