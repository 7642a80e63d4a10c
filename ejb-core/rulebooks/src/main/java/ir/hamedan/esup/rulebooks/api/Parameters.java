package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.parcels.api.LockKind;
import java.util.List;
import java.util.Map;

/**
 * The single numbers of a book.
 *
 * @param street which width counts
 * @param storeyHeight centimetres, to turn height into storeys, and what a bonus storey adds
 * @param pilotisHeight centimetres
 * @param bonusLimits of all bonuses together; one for every zone, and others for single zones
 * @param wholeShare per mille of a plot from which it counts as lying wholly in a feature of a layer
 * @param shopParkingArea hundredths of a square metre of shop for which a space is asked
 * @param chamfer how the lengths of the table of chamfers are measured
 * @param locks what a lock on the parcel does; one that is not named does nothing
 * @param statementMonths how long a rule statement is valid
 * @param definitions numbers of the clauses behind a number whatever row and overlay set it
 */
public record Parameters(
        StreetWidth street,
        int storeyHeight,
        int pilotisHeight,
        List<BonusLimit> bonusLimits,
        int wholeShare,
        LightWell lightWell,
        Projection projection,
        ParkingShortage parkingShortage,
        int shopParkingArea,
        Chamfer.Measure chamfer,
        Map<LockKind, LockEffect> locks,
        int statementMonths,
        Map<NumberName, List<String>> definitions) {
    public Parameters {
        bonusLimits = List.copyOf(bonusLimits);
        locks = Map.copyOf(locks);
        definitions = Map.copyOf(definitions);
        if (storeyHeight <= 0 || pilotisHeight <= 0 || shopParkingArea <= 0 || statementMonths <= 0) {
            throw new IllegalArgumentException("a height, an area or a time of nothing");
        }
        if (wholeShare <= 0 || wholeShare > 1000) {
            throw new IllegalArgumentException("share that counts as the whole: " + wholeShare);
        }
    }

    /** Of several streets, and of their width now and in the plan, the one that counts. */
    public enum StreetWidth {
        WIDEST_NOW,
        WIDEST_PLANNED,
        NARROWEST_NOW,
        NARROWEST_PLANNED
    }

    /** What a lock does to an answer. */
    public enum LockEffect {
        NO_RULE,
        INFORMATION_ONLY
    }

    /**
     * The most all bonuses add.
     *
     * @param zone code; empty for every zone without a limit of its own
     * @param density per mille of the plot
     */
    public record BonusLimit(String zone, int density, int storeys) {}

    /**
     * Light wells of main rooms.
     *
     * @param area hundredths of a square metre, up to so many storeys
     * @param side centimetres
     * @param share per mille of the plot, above them
     */
    public record LightWell(int area, int side, int upToStoreys, int share) {}

    /**
     * What may project over a street.
     *
     * @param leastStreet centimetres; over narrower ones nothing may
     * @param share per mille of the width of the street
     * @param most centimetres
     * @param clearHeight centimetres
     */
    public record Projection(int leastStreet, int share, int most, int clearHeight) {}

    /**
     * What a commission may waive.
     *
     * @param share per mille of the spaces
     * @param spaces at most
     */
    public record ParkingShortage(int share, int spaces) {}
}
