package ir.hamedan.esup.rulebooks.api;

import java.util.Set;

/**
 * When an overlay rule applies; all parts must hold. Empty sets mean any.
 *
 * @param value what the layer gives, in its own unit: slope in tenths of a percent
 * @param distance from the nearest point of the plot, centimetres; {@link #TOUCHING} when it must lie in it
 * @param leastShare per mille of the plot that must lie in it; zero when touching is enough
 * @param plot area that counts, hundredths of a square metre
 * @param street width that counts, centimetres
 * @param merged number of plots put together
 * @param zones codes; the plot lies in one of them
 * @param uses codes
 * @param streets ids of streets; the plot has a side at one of them
 */
public record Condition(
        Band value,
        Band distance,
        int leastShare,
        Band plot,
        Band street,
        Band merged,
        Set<String> zones,
        Set<String> uses,
        Set<String> streets) {
    /** The distance of what touches. */
    public static final Band TOUCHING = Band.below(1);

    /** The layer touches the plot: nothing more is asked for. */
    public static final Condition TOUCHED =
            new Condition(Band.ANY, TOUCHING, 0, Band.ANY, Band.ANY, Band.ANY, Set.of(), Set.of(), Set.of());

    public Condition {
        zones = Set.copyOf(zones);
        uses = Set.copyOf(uses);
        streets = Set.copyOf(streets);
        if (leastShare < 0 || leastShare > 1000) {
            throw new IllegalArgumentException("share of an overlay rule: " + leastShare);
        }
    }

    public Condition withValue(Band band) {
        return new Condition(band, distance, leastShare, plot, street, merged, zones, uses, streets);
    }

    public Condition withDistance(Band band) {
        return new Condition(value, band, leastShare, plot, street, merged, zones, uses, streets);
    }

    public Condition withLeastShare(int perMille) {
        return new Condition(value, distance, perMille, plot, street, merged, zones, uses, streets);
    }

    public Condition withPlot(Band band) {
        return new Condition(value, distance, leastShare, band, street, merged, zones, uses, streets);
    }

    public Condition withStreet(Band band) {
        return new Condition(value, distance, leastShare, plot, band, merged, zones, uses, streets);
    }

    public Condition withMerged(Band band) {
        return new Condition(value, distance, leastShare, plot, street, band, zones, uses, streets);
    }

    public Condition withZones(Set<String> codes) {
        return new Condition(value, distance, leastShare, plot, street, merged, codes, uses, streets);
    }

    public Condition withUses(Set<String> codes) {
        return new Condition(value, distance, leastShare, plot, street, merged, zones, codes, streets);
    }
}
