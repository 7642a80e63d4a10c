package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;

/**
 * A parcel of the demo city with all that stands on it.
 *
 * @param units buildings, apartments and shops on it, each with owners of its own
 * @param certificateMissing whether it is built and has neither completion nor no-violation certificate
 */
record Lot(
        LandObject object,
        Polygon outline,
        List<Owner> owners,
        List<Unit> units,
        Standing standing,
        boolean certificateMissing,
        Optional<LockKind> lock,
        LocalDate registeredOn) {
    /** How a lot stands before an inquiry. */
    enum Standing {
        CLEAN,
        OWING,
        DOUBTFUL
    }

    /** A building, apartment or shop. */
    record Unit(LandObject object, List<Owner> owners) {}

    RenewalCode code() {
        return object.code();
    }

    boolean hasApartments() {
        return units.stream().anyMatch(unit -> unit.object().code().level() == RenewalCode.Level.APARTMENT);
    }
}
