package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Severity;
import ir.hamedan.esup.kernel.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How rows of runs are written in SQL and read into records. */
final class Runs {
    static final String COLUMNS = """
            r.run_key, r.kind, r.parameters, f.name, f.sha256, f.size, r.position, r.total, r.state, r.stop_requested,
            r.owner, r.attempts, r.failure, r.failure_arguments, r.failure_detail, r.requested_at, r.requested_by, r.started_at, r.moved_at,
            r.ended_at""";

    static final String FROM = " from jobs.job_run r left join jobs.input_file f on f.sha256 = r.input ";

    private Runs() {}

    static JobRun run(Sql.Row row) throws SQLException {
        return new JobRun(
                row.text("run_key"),
                row.constant(JobKind.class, "kind"),
                parameters(row.texts("parameters")),
                row.isNull("sha256")
                        ? Optional.empty()
                        : Optional.of(new JobRun.InputFile(row.text("name"), row.text("sha256"), row.number("size"))),
                row.number("position"),
                row.number("total"),
                row.constant(JobState.class, "state"),
                row.bool("stop_requested"),
                Optional.ofNullable(row.text("owner")),
                row.integer("attempts"),
                row.isNull("failure")
                        ? Optional.empty()
                        : Optional.of(new JobRun.Failure(
                                row.text("failure"), row.texts("failure_arguments"), row.text("failure_detail"))),
                row.instant("requested_at"),
                row.text("requested_by"),
                Optional.ofNullable(row.instant("started_at")),
                Optional.ofNullable(row.instant("moved_at")),
                Optional.ofNullable(row.instant("ended_at")));
    }

    static Claim claim(Sql.Row row) throws SQLException {
        return new Claim(
                row.text("run_key"),
                row.constant(JobKind.class, "kind"),
                parameters(row.texts("parameters")),
                row.isNull("input") ? "" : row.text("input"),
                row.number("fence"),
                row.number("position"),
                row.instant("requested_at"),
                row.text("requested_by"));
    }

    static JobNote note(Sql.Row row) throws SQLException {
        return new JobNote(
                row.constant(Severity.class, "severity"),
                row.text("code"),
                row.texts("arguments"),
                row.number("line"),
                row.text("place"),
                row.text("value"));
    }

    /** As they are kept, in one order: {@code name=value}. */
    static List<String> texts(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .toList();
    }

    private static Map<String, String> parameters(List<String> texts) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            parameters.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return parameters;
    }
}
