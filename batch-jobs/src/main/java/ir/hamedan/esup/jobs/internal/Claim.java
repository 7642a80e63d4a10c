package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobKind;
import java.time.Instant;
import java.util.Map;

/**
 * A run as a node took it up.
 *
 * @param sha256 of the file; empty when the job is of none
 * @param fence the number of this taking: with an earlier one nothing can be changed any more
 * @param position where to go on
 */
public record Claim(
        String key,
        JobKind kind,
        Map<String, String> parameters,
        String sha256,
        long fence,
        long position,
        Instant requestedAt,
        String requestedBy) {
    /** Names this taking among those of a node. */
    String taking() {
        return key + "#" + fence;
    }
}
