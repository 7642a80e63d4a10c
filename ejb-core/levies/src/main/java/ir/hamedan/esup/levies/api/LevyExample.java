package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A building whose levies the authors of a book worked out by hand.
 *
 * @param expected the sums they found, in rials; not all need be given
 * @param lines what they found of single lines; not all need be given
 */
public record LevyExample(String id, String title, PermitQuestion question, Map<Sum, Long> expected, List<Item> lines) {
    public LevyExample {
        expected = Map.copyOf(expected);
        lines = List.copyOf(lines);
    }

    /** The sums of an estimate. */
    public enum Sum {
        /** The sum of the levies. */
        TOTAL,
        /** What is left of it after the discounts that are claimed. */
        PAYABLE,
        /** What is paid by who pays at once. */
        AT_ONCE,
        /** The down payment of who pays in instalments. */
        DOWN,
        /** Each instalment. */
        INSTALMENT
    }

    /**
     * What one line comes to: an amount in rials, or why it is left out.
     *
     * @param line its code
     */
    public record Item(String line, Optional<Long> amount, Optional<Reason> reason) {}

    /**
     * What comes out otherwise than the authors found.
     *
     * @param sum empty when it is of a line
     * @param line code; empty when it is of a sum
     */
    public record Difference(Optional<Sum> sum, String line, Item expected, Item computed) {}

    /** An example with what it comes to. */
    public record Tried(LevyExample example, PermitLevies.Estimate estimate, List<Difference> differences) {
        public Tried {
            differences = List.copyOf(differences);
        }
    }
}
