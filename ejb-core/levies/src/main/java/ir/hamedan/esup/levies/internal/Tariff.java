package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Rial;

/**
 * The formulas of the levies that are assessed one by one: whole rials and per-mille factors, multiplied first and divided
 * last, rounded down once. Source: domain guide 3.1 and 3.2.
 */
final class Tariff {
    private Tariff() {}

    /**
     * The renewal levy of a year.
     *
     * @param landArea hundredths of a square metre
     * @param floorArea hundredths of a square metre
     * @param ratePerMille of the base, such as 25 for 2.5 %
     */
    static Rial renewal(long landArea, Rial landPrice, long floorArea, Rial floorPrice, long ratePerMille) {
        Rial base = landPrice.timesRoundedDown(landArea, 1).plus(floorPrice.timesRoundedDown(floorArea, 1));
        return base.timesRoundedDown(ratePerMille, 100_000);
    }

    /** The part of a levy that falls to a unit by its area among all. */
    static Rial byArea(Rial levy, long area, long allAreas) {
        return levy.timesRoundedDown(area, allAreas);
    }

    /**
     * The trade levy (عوارض صنفی): the base of guild and degree by street, area and months of the year.
     *
     * @param streetPerMille grade of the street, 1200 for 1.2
     * @param areaPerMille factor of the area
     */
    static Rial trade(Rial base, long streetPerMille, long areaPerMille, int months) {
        return base.timesRoundedDown(Math.multiplyExact(streetPerMille * areaPerMille, (long) months), 12_000_000L);
    }

    /** The waste fee of a trade as a part of its levy, 300 for 30 %. */
    static Rial wasteOfTrade(Rial tradeLevy, long perMille) {
        return tradeLevy.timesRoundedDown(perMille, 1_000);
    }
}
