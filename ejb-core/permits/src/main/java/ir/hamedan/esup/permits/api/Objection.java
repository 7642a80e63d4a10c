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
 * @param book id of the rule book the clauses are of
 * @param words of the officer; empty where the rules themselves say it
 */
public record Objection(
        Ground ground,
        Optional<NumberName> number,
        long planned,
        long bound,
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
        /** An officer cites a clause. */
        CITED;

        /** Whether the Article 5 commission can decide otherwise. */
        public boolean isForCommission() {
            return switch (this) {
                case MORE_THAN_ALLOWED, LESS_THAN_ASKED, NOT_PERMITTED, NO_RULE -> true;
                case LOCKED, NOT_KNOWN, CITED -> false;
            };
        }
    }

    public Objection {
        clauses = List.copyOf(clauses);
    }
}
