package ir.hamedan.esup.permits.api;

import ir.hamedan.esup.rulebooks.api.Answer.ClauseRef;
import ir.hamedan.esup.rulebooks.api.NumberName;
import java.util.List;
import java.util.Optional;

/**
 * What stands against a plan, with the clause that says so.
 *
 * @param number that is not kept; empty where it is not one of the numbers
 * @param planned in the unit of the number
 * @param bound what the rules allow, or ask for
 * @param hard whether it is a bound that no decision of the Article 5 commission changes
 * @param book id of the rule book the clauses are of
 * @param words of the officer; empty where the rules themselves say it
 */
public record Objection(
        Ground ground,
        Optional<NumberName> number,
        long planned,
        long bound,
        boolean hard,
        long book,
        List<ClauseRef> clauses,
        String words) {
    /** On what it rests. */
    public enum Ground {
        /** More is planned than the rules allow. */
        MORE_THAN_ALLOWED,
        /** Less is planned than the rules ask for. */
        LESS_THAN_ASKED,
        /** The use is not permitted here. */
        NOT_PERMITTED,
        /** The book has no rule here. */
        NO_RULE,
        /** A lock stands in the way of building. */
        LOCKED,
        /** Zone, street or area of the plot are not known, or the book says two things: nothing can be held against it. */
        NOT_KNOWN,
        /** The applicant does not own it any more. */
        SOLD,
        /** An officer cites a clause. */
        CITED
    }

    public Objection {
        clauses = List.copyOf(clauses);
    }

    /** One that is not about a number. */
    public static Objection plain(Ground ground, long book, List<ClauseRef> clauses, String words) {
        return new Objection(ground, Optional.empty(), 0, 0, false, book, clauses, words);
    }

    /** Whether the Article 5 commission can decide otherwise: its decisions are of numbers, and of places without a rule. */
    public boolean isForCommission() {
        return switch (ground) {
            case MORE_THAN_ALLOWED, LESS_THAN_ASKED -> !hard;
            case NO_RULE -> true;
            case NOT_PERMITTED, LOCKED, NOT_KNOWN, SOLD, CITED -> false;
        };
    }
}
