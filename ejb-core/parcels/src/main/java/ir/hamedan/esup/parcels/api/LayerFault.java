package ir.hamedan.esup.parcels.api;

import java.util.List;
import java.util.Optional;

/**
 * What an import found. Its words stand under {@code parcels.fault-code.CODE} and are filled with the parameters.
 *
 * @param feature the id, or {@code #place} where the feature has none; empty for the file as a whole
 * @param place where it is, when there is a place
 */
public record LayerFault(
        FaultCode code, Severity severity, String feature, Optional<Place> place, List<String> parameters) {
    public LayerFault {
        parameters = List.copyOf(parameters);
    }

    /** Whether the version can be published with it. */
    public enum Severity {
        BLOCK,
        WARN
    }

    /** Degrees of WGS84. */
    public record Place(double longitude, double latitude) {}
}
