package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobNote;
import java.util.List;
import java.util.Map;

/**
 * What became of a portion.
 *
 * @param counts by key of the message bundle, above 0
 * @param notes rows of the report, in the order of the input
 */
public record Findings(Map<String, Long> counts, List<JobNote> notes) {
    public static final Findings NONE = new Findings(Map.of(), List.of());

    public Findings {
        counts = Map.copyOf(counts);
        notes = List.copyOf(notes);
    }
}
