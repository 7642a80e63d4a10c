package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.internal.imports.ImportHeader;
import ir.hamedan.esup.jobs.internal.imports.LineReader;
import ir.hamedan.esup.jobs.internal.imports.ParcelImport;
import ir.hamedan.esup.kernel.Problem;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The jobs there are: what each takes, and how each is worked off. */
final class Works {
    private static final Map<JobKind, Set<String>> PARAMETERS = Map.of(JobKind.IMPORT_PARCELS, Set.of(Jobs.COMPLETE));

    private Works() {}

    /** Refuses what no run could begin with. */
    static void check(JobKind kind, Map<String, String> parameters, InputStream beginning) {
        for (Map.Entry<String, String> given : parameters.entrySet()) {
            boolean isFlag = given.getValue().matches("true|false");
            if (!PARAMETERS.get(kind).contains(given.getKey()) || !isFlag) {
                throw Problem.invalid("jobs.unknown-parameter", given.getKey());
            }
        }
        switch (kind) {
            case IMPORT_PARCELS -> ImportHeader.read(new LineReader(beginning));
        }
    }

    static Work open(Claim claim, DataSource source, Clock clock) {
        return switch (claim.kind()) {
            case IMPORT_PARCELS -> ParcelImport.open(claim, new InputFiles(source).open(claim.sha256()), clock);
        };
    }
}
