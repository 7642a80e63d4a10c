package ir.hamedan.esup.jobs.internal.layers;

import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.api.Severity;
import ir.hamedan.esup.jobs.internal.Claim;
import ir.hamedan.esup.jobs.internal.Findings;
import ir.hamedan.esup.jobs.internal.Work;
import ir.hamedan.esup.jobs.internal.imports.Tally;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A map layer from a GeoJSON file into its draft, a piece at a time and then checked as a whole. The draft itself stands
 * where it was read to, in the transaction of its features, so that a restart goes on there; the position of the run, in
 * bytes, only shows how far it is. A file of up to 512 MB unpacked is taken, and never held in memory; a larger one is
 * refused before a version is opened.
 *
 * <p>The report names the first faults with the feature and the place; the version has all that are named, and both count
 * what there are.
 */
public final class LayerImport implements Work {
    private static final int PIECE = 2_000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int LONGEST_NAME = 200;
    private static final Page.Request FIRST = new Page.Request(0, Page.LARGEST);

    private final Claim claim;
    private final LayerOffice office;
    private final Counted bytes;
    private final FeatureFile file;
    private final long total;
    private final int piece;
    private LayerVersion version;
    private long position;

    /** @param piece how many features are taken at once; the layer does not depend on it */
    public LayerImport(Claim claim, InputStream file, long total, LayerOffice office, int piece) {
        this.claim = claim;
        this.office = office;
        this.bytes = new Counted(file);
        this.file = FeatureFile.open(bytes);
        this.total = total;
        this.piece = piece;
        this.version = office.version(version(claim.parameters()));
        this.position = claim.position();
    }

    public static LayerImport open(Claim claim, InputStream file, long total, LayerOffice office) {
        return new LayerImport(claim, file, total, office, PIECE);
    }

    /**
     * The parameters as they are kept, with a name for each property.
     *
     * @throws Problem {@code jobs.parameter-wrong}, {@code jobs.not-geojson}
     */
    public static Map<String, String> checked(Map<String, String> parameters, Supplier<InputStream> file) {
        boolean known =
                Arrays.stream(LayerKind.values()).anyMatch(kind -> kind.name().equals(parameters.get(Jobs.LAYER)));
        if (!known) {
            throw Problem.invalid("jobs.parameter-wrong", Jobs.LAYER);
        }
        Map<String, String> all = new TreeMap<>();
        all.put(Jobs.LAYER, parameters.get(Jobs.LAYER));
        FeatureNames city = FeatureNames.of(kind(parameters));
        List<String> usual = List.of(city.id(), city.name(), city.grade(), city.value(), city.planned());
        for (int i = 0; i < usual.size(); i++) {
            String name = Jobs.NAMES.get(i);
            String property = PersianText.clean(parameters.getOrDefault(name, usual.get(i)));
            if (property.length() > LONGEST_NAME || name.equals("id") && property.isEmpty()) {
                throw Problem.invalid("jobs.parameter-wrong", name);
            }
            all.put(name, property);
        }
        requireBrace(file);
        return all;
    }

    /** A map of another format is refused at once, and not after hours in a queue. */
    private static void requireBrace(Supplier<InputStream> file) {
        try (InputStream in = file.get()) {
            byte[] beginning = in.readNBytes(1 << 10);
            String text = new String(beginning, StandardCharsets.UTF_8).strip();
            String json = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
                    ? text.substring(1).strip()
                    : text;
            if (!json.startsWith("{")) {
                throw Problem.invalid("jobs.not-geojson");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LayerKind kind(Map<String, String> parameters) {
        return LayerKind.valueOf(parameters.get(Jobs.LAYER));
    }

    public static FeatureNames names(Map<String, String> parameters) {
        return new FeatureNames(
                parameters.get("id"),
                parameters.get("name"),
                parameters.get("grade"),
                parameters.get("value"),
                parameters.get("planned"));
    }

    /** The version a run fills. */
    public static long version(Map<String, String> parameters) {
        return Long.parseLong(parameters.get(Jobs.VERSION));
    }

    @Override
    public Optional<Portion> next() {
        if (!version.complete()) {
            return Optional.of(new Piece());
        }
        return position < total ? Optional.of(new Check()) : Optional.empty();
    }

    /** Features from where the draft stands. */
    private final class Piece implements Portion {
        @Override
        public long end() {
            return Math.max(claim.position(), Math.min(bytes.count, total - 1));
        }

        @Override
        public Findings apply(Connection connection) {
            long before = version.position();
            try {
                version = office.stage(version.id(), file, piece);
            } catch (Problem problem) {
                if (problem.code().equals("parcels.layer-position")) {
                    // Somebody else went on with the draft: the next attempt opens the file anew, and skips.
                    throw new IllegalStateException(problem.getMessage());
                }
                throw problem;
            }
            long taken = version.position() - before;
            return taken > 0 ? new Findings(Map.of(Tally.FEATURES.key(), taken), List.of()) : Findings.NONE;
        }
    }

    /** The layer as a whole, and then all that is wrong with it. */
    private final class Check implements Portion {
        @Override
        public long end() {
            return total;
        }

        @Override
        public Findings apply(Connection connection) {
            version = office.check(version.id());
            position = total;
            Map<String, Long> counts = new LinkedHashMap<>();
            List<JobNote> notes = new ArrayList<>();
            Page<LayerFault> faults = office.faults(version.id(), FIRST);
            long pages = faults.pages();
            for (int number = 1; number <= pages; number++) {
                for (LayerFault fault : faults.rows()) {
                    counts.merge(key(fault), 1L, Long::sum);
                    if (notes.size() < Jobs.MOST_NOTES) {
                        notes.add(note(fault));
                    }
                }
                if (number < pages) {
                    faults = office.faults(version.id(), new Page.Request(number, Page.LARGEST));
                }
            }
            Tally.BLOCKING.put(counts, version.blocking());
            Tally.WARNINGS.put(counts, version.warnings());
            return new Findings(counts, notes);
        }
    }

    private static String key(LayerFault fault) {
        return "parcels.fault-code." + fault.code().name();
    }

    private static JobNote note(LayerFault fault) {
        Severity severity =
                switch (fault.severity()) {
                    case BLOCK -> Severity.ERROR;
                    case WARN -> Severity.WARNING;
                };
        String place = fault.place()
                .map(at -> String.format(Locale.ROOT, "%.6f, %.6f", at.latitude(), at.longitude()))
                .orElse("");
        return new JobNote(severity, key(fault), fault.parameters(), 0, fault.feature(), place);
    }

    /** Counts what is read of the file. */
    private static final class Counted extends FilterInputStream {
        private long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            count += Math.max(0, some);
            return some;
        }
    }
}
