package ir.hamedan.esup.jobs.api;

import java.util.List;

/**
 * How often something happened in a run.
 *
 * @param code key of the message bundle: a sum of the job, or a reason for which rows were refused
 * @param reason whether it is such a reason
 * @param lines the first lines of the input it happened at, of a reason
 */
public record JobCount(String code, boolean reason, long amount, List<Long> lines) {
    public JobCount {
        lines = List.copyOf(lines);
    }
}
