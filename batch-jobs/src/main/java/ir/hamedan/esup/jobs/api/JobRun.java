package ir.hamedan.esup.jobs.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of a job as it stands.
 *
 * @param key names the run: its kind, its parameters and the SHA-256 of its file, where it has one
 * @param file empty when the job is of none
 * @param position how much of the input was worked off, of {@code total}: lines of a table or features in place of them,
 *     bytes of a layer, parcels of a report, and of a workbook all or nothing
 * @param stopRequested somebody wants it stopped; it stops at its next chunk
 * @param owner the node that works on it
 * @param attempts how often it was taken up since it last got ahead
 * @param failure why its last attempt failed, also while it waits for the next
 * @param movedAt when it last got ahead
 */
public record JobRun(
        String key,
        JobKind kind,
        Map<String, String> parameters,
        Optional<InputFile> file,
        long position,
        long total,
        JobState state,
        boolean stopRequested,
        Optional<String> owner,
        int attempts,
        Optional<Failure> failure,
        Instant requestedAt,
        String requestedBy,
        Optional<Instant> startedAt,
        Optional<Instant> movedAt,
        Optional<Instant> endedAt) {

    /**
     * The file of a run.
     *
     * @param size in bytes, unpacked
     */
    public record InputFile(String name, String sha256, long size) {}

    /**
     * Why an attempt failed.
     *
     * @param code key of the message bundle
     * @param arguments for the places of that text
     * @param detail for the one who looks into it, in technical words; may be empty
     */
    public record Failure(String code, List<String> arguments, String detail) {
        public Failure {
            arguments = List.copyOf(arguments);
        }
    }

    public JobRun {
        parameters = Map.copyOf(parameters);
    }

    /** From 0 to 100. */
    public int percent() {
        return total == 0 ? 100 : (int) (position * 100 / total);
    }

    /** From its first start to its end, or to now. */
    public Duration duration(Instant now) {
        return startedAt
                .map(start -> Duration.between(start, endedAt.orElse(now)))
                .orElse(Duration.ZERO);
    }
}
