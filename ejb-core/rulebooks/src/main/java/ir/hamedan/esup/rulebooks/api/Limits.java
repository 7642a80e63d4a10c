package ir.hamedan.esup.rulebooks.api;

/**
 * What a row of the table permits.
 *
 * @param density floor area to plot, per mille
 * @param coverage of the plot, per mille
 * @param storeys at most, without the pilotis
 * @param pilotis whether a parking storey may stand under them that counts neither in density nor in storeys
 * @param height at most, centimetres
 * @param openPerUnit open space for each unit, hundredths of a square metre; zero when none is asked for
 * @param frontSetback centimetres
 */
public record Limits(
        int density,
        int coverage,
        int storeys,
        boolean pilotis,
        int height,
        int openPerUnit,
        Parking parking,
        int frontSetback) {
    /** No storey, no density: a row of a zone in which nothing is built. */
    public static final Limits NOTHING = new Limits(0, 0, 0, false, 0, 0, Parking.NONE, 0);

    public Limits {
        if (density < 0 || coverage < 0 || coverage > 1000 || storeys < 0 || height < 0) {
            throw new IllegalArgumentException("density, coverage, storeys or height of a row");
        }
        if (openPerUnit < 0 || frontSetback < 0) {
            throw new IllegalArgumentException("open space or setback of a row");
        }
    }
}
