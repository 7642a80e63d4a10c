package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.internal.books.BookImport;
import ir.hamedan.esup.jobs.internal.books.BookOffices;
import ir.hamedan.esup.jobs.internal.books.BookReader;
import ir.hamedan.esup.jobs.internal.impact.ImpactWork;
import ir.hamedan.esup.jobs.internal.imports.ParcelImport;
import ir.hamedan.esup.jobs.internal.layers.LayerImport;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The jobs there are: what each takes, and how each is worked off. */
final class Works {
    /** Where the jobs bring in what they read. */
    record Doors(
            DataSource source,
            Clock clock,
            LayerOffice layers,
            BookOffices books,
            BookReader reader,
            ImpactReports impacts) {}

    /**
     * What is to be done with a file that a run can begin with.
     *
     * @param parameters those that make a difference
     * @param total how large the input is, in what the job counts
     */
    record Plan(Map<String, String> parameters, long total) {
        Plan {
            parameters = Map.copyOf(parameters);
        }
    }

    private Works() {}

    /** Refuses what no run could begin with. */
    static Plan plan(JobKind kind, Map<String, String> parameters, InputFiles.Read file) {
        requireKnown(kind, parameters.keySet());
        return switch (kind) {
            case IMPORT_PARCELS -> new Plan(flags(parameters), ParcelImport.size(file::open, file.lines()));
            case IMPORT_LAYER -> new Plan(LayerImport.checked(parameters, file::open), file.size());
            case IMPORT_RULE_BOOK -> new Plan(parameters, BookImport.TOTAL);
            case IMPACT_REPORT -> throw new IllegalArgumentException(kind + " is of no file");
        };
    }

    static void requireKnown(JobKind kind, Set<String> given) {
        Set<String> known =
                switch (kind) {
                    case IMPORT_PARCELS -> Set.of(Jobs.COMPLETE);
                    case IMPORT_LAYER -> {
                        Set<String> names = new HashSet<>(Jobs.NAMES);
                        names.add(Jobs.LAYER);
                        yield names;
                    }
                    case IMPORT_RULE_BOOK -> Set.of();
                    case IMPACT_REPORT -> Set.of(Jobs.BOOK, Jobs.DAY);
                };
        for (String name : given) {
            if (!known.contains(name)) {
                throw Problem.invalid("jobs.unknown-parameter", name);
            }
        }
    }

    private static Map<String, String> flags(Map<String, String> parameters) {
        for (Map.Entry<String, String> given : parameters.entrySet()) {
            if (!given.getValue().matches("true|false")) {
                throw Problem.invalid("jobs.parameter-wrong", given.getKey());
            }
        }
        Map<String, String> wanted = new TreeMap<>(parameters);
        wanted.values().removeIf("false"::equals);
        return wanted;
    }

    /** Names a run: the same file, asked for in the same way, is the same run. */
    static String key(JobKind kind, Map<String, String> parameters, String sha256) {
        return switch (kind) {
            case IMPORT_PARCELS, IMPORT_RULE_BOOK ->
                kind.slug()
                        + new TreeMap<>(parameters).keySet().stream().reduce("", (all, each) -> all + "-" + each)
                        + "-" + sha256;
            case IMPORT_LAYER -> kind.slug() + "-" + parameters.get(Jobs.VERSION) + "-" + sha256;
            case IMPACT_REPORT -> Jobs.reportKey(ImpactWork.report(parameters));
        };
    }

    static Work open(Claim claim, Doors doors) {
        InputFiles files = new InputFiles(doors.source());
        Supplier<InputStream> file = () -> files.open(claim.sha256());
        return switch (claim.kind()) {
            case IMPORT_PARCELS -> ParcelImport.open(claim, file, doors.clock());
            case IMPORT_LAYER -> LayerImport.open(claim, file.get(), files.size(claim.sha256()), doors.layers());
            case IMPORT_RULE_BOOK ->
                new BookImport(claim, file.get(), files.name(claim.sha256()), doors.books(), doors.reader());
            case IMPACT_REPORT -> ImpactWork.open(claim, doors.impacts());
        };
    }
}
