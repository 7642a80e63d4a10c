package ir.hamedan.esup.rulebooks.api;

import java.util.List;

/**
 * A region of plot area and street width for which a table has no rule, or more than one.
 *
 * @param zone code
 * @param use code; empty when the zone has no row at all
 * @param plot area that counts, hundredths of a square metre
 * @param street width that counts, centimetres
 * @param rows ids of the rows that overlap, at most {@link #MOST_ROWS} of them; none in a gap
 * @param by id of the row that wins, or of the referral; empty while it is open
 */
public record Finding(
        Kind kind, String zone, String use, Band plot, Band street, List<String> rows, Settlement settled, String by) {
    /** Of very many rows on one spot only so many are named. */
    public static final int MOST_ROWS = 20;

    /** What is wrong. */
    public enum Kind {
        GAP,
        OVERLAP
    }

    /** How the book settles it. */
    public enum Settlement {
        /** Not at all: the book cannot be published. */
        OPEN,
        PRECEDENCE,
        REFERRAL
    }

    public Finding {
        rows = List.copyOf(rows);
    }

    public boolean isOpen() {
        return settled == Settlement.OPEN;
    }
}
