package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.FaultCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A feature as it stands in the file.
 *
 * @param place counts from 1
 * @param id the id of the feature itself, empty when there is none
 * @param properties those that were asked for; a value that is no text, number or truth is {@link #NO_VALUE}
 * @param type of the geometry, empty when there is none
 * @param faults of its form
 */
record RawFeature(
        long place,
        String id,
        Map<String, String> properties,
        String type,
        Optional<Node> coordinates,
        Set<FaultCode> faults) {
    static final String NO_VALUE = "\u0000";
}
