package ir.hamedan.esup.restapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:30Z");
    private static final Reply ANSWER =
            Reply.of(new Rules.Document(Verdict.RULED, "{}", "hash", "content"), Reply.Lasting.AS_FAR_AS_IS_WRITTEN);

    private final HandClock clock = new HandClock(NOW);
    private final KeptAnswers kept = new KeptAnswers();

    KeptAnswersTest() {
        kept.clock = clock;
    }

    private boolean isKept(String address) {
        return kept.at(address).isPresent();
    }

    @Test
    void an_answer_as_of_an_instant_that_is_over_is_kept_for_a_minute_under_its_address_alone() {
        kept.keep("/a?known=", ANSWER, NOW.minus(Duration.ofDays(1)), false);
        assertEquals(Optional.of(ANSWER), kept.at("/a?known="));
        assertEquals(Optional.empty(), kept.at("/a?known=&on="));
        clock.pass(KeptAnswers.KEPT.minusMillis(1));
        assertEquals(true, isKept("/a?known="));
        clock.pass(Duration.ofMillis(1));
        assertEquals(false, isKept("/a?known="));
    }

    @Test
    void what_may_still_be_written_is_not_kept() {
        kept.keep("/a", ANSWER, NOW.minus(KeptAnswers.WRITTEN), false);
        assertEquals(false, isKept("/a"));
        kept.keep("/a", ANSWER, NOW.minus(KeptAnswers.WRITTEN).minusMillis(1), false);
        assertEquals(true, isKept("/a"));
    }

    @Test
    void the_question_of_a_minute_is_another_in_the_next() {
        kept.keep("/a", ANSWER, Instant.parse("2026-11-28T10:00:00Z"), true);
        clock.pass(Duration.ofSeconds(29));
        assertEquals(true, isKept("/a"));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(false, isKept("/a"));
    }

    @Test
    void for_good_is_only_what_names_an_instant_that_is_over_for_all_who_could_write() {
        Instant over = NOW.minus(KeptAnswers.OVER);
        assertEquals(Reply.Lasting.FOR_GOOD, kept.lasting(over.minusMillis(1), false));
        assertEquals(Reply.Lasting.AS_FAR_AS_IS_WRITTEN, kept.lasting(over, false));
        assertEquals(Reply.Lasting.OF_THIS_MINUTE, kept.lasting(over.minusMillis(1), true));
    }

    @Test
    void only_so_many_are_kept_and_the_one_asked_for_least_lately_goes() {
        for (int i = 0; i < 1_000; i++) {
            kept.keep("/" + i, ANSWER, Instant.EPOCH, false);
        }
        assertEquals(true, isKept("/0"));
        kept.keep("/more", ANSWER, Instant.EPOCH, false);
        assertEquals(true, isKept("/0"));
        assertEquals(false, isKept("/1"));
    }
}
