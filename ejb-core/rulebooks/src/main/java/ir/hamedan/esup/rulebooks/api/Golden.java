package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.parcels.api.Site;
import java.util.Map;

/**
 * A parcel whose answer the authors of a book worked out by hand.
 *
 * @param use code
 * @param expected the numbers they found, in the units of {@link NumberName}; not all need be given
 * @param bases what they counted numbers from; not all need be given
 * @param verdict what they expect to be said of the use
 */
public record Golden(
        String id,
        String title,
        Site site,
        Given given,
        String use,
        Verdict verdict,
        Map<NumberName, Long> expected,
        Map<NumberName, Answer.Basis> bases) {
    public Golden {
        expected = Map.copyOf(expected);
        bases = Map.copyOf(bases);
    }
}
