package ir.hamedan.esup.parcels.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All the register knows of a land object, read in one moment.
 *
 * @param title the newest title deed, empty when the register has none
 * @param locks in force on the object, on anything above it and on anything that stands on it, each with its own code
 * @param loaded as of when each source was loaded; a source that is missing was not loaded
 */
public record ParcelFacts(
        LandObject object,
        Optional<Title> title,
        List<Owner> owners,
        List<Lock> locks,
        List<BuildingCertificate> certificates,
        Map<Source, Instant> loaded) {
    public ParcelFacts {
        owners = List.copyOf(owners);
        locks = List.copyOf(locks);
        certificates = List.copyOf(certificates);
        loaded = Map.copyOf(loaded);
    }
}
