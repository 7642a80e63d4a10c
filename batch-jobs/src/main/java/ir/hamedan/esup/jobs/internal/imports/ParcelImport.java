package ir.hamedan.esup.jobs.internal.imports;

import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.api.Severity;
import ir.hamedan.esup.jobs.internal.Claim;
import ir.hamedan.esup.jobs.internal.Findings;
import ir.hamedan.esup.jobs.internal.Work;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import ir.hamedan.esup.parcels.api.Source;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Land objects and owners from a CSV file, or from the properties of a GeoJSON file, through the bulk door of the
 * register. What is there already stays as it is; what is wrong is refused by property and named by line and column; the
 * rest goes in.
 */
public final class ParcelImport implements Work {
    private static final int CHUNK_ROWS = 400;
    private static final String KNOWN = "parcels.load.known";

    private final Claim claim;
    private final PropertyReader properties;
    private final int chunkRows;
    private final Clock clock;
    private Optional<Property> ahead;

    /** @param chunkRows how many rows are brought in at once; the register does not depend on it */
    public ParcelImport(Claim claim, Supplier<InputStream> file, Clock clock, int chunkRows) {
        this.claim = claim;
        this.clock = clock;
        this.chunkRows = chunkRows;
        Lines lines = lines(file);
        ImportHeader header = ImportHeader.read(lines);
        // Of the day it was asked for: a run that goes on tomorrow reads the same.
        LocalDate today = LocalDate.ofInstant(claim.requestedAt(), PersianDate.TEHRAN);
        this.properties = new PropertyReader(header, lines, claim.position(), today);
        this.ahead = properties.next();
    }

    public static ParcelImport open(Claim claim, Supplier<InputStream> file, Clock clock) {
        return new ParcelImport(claim, file, clock, CHUNK_ROWS);
    }

    private static Lines lines(Supplier<InputStream> file) {
        return FeatureLines.areIn(file.get())
                ? new FeatureLines(file.get(), FeatureLines.scan(file.get()).names())
                : new LineReader(file.get());
    }

    /**
     * Refuses a file no run could begin with, and otherwise says how many lines or features it has.
     *
     * @param lines how many a table has
     * @throws Problem what is wrong with the header, or with a file of features as a whole
     */
    public static long size(Supplier<InputStream> file, long lines) {
        if (!FeatureLines.areIn(file.get())) {
            ImportHeader.read(new LineReader(file.get()));
            return lines;
        }
        FeatureLines.Scan scan = FeatureLines.scan(file.get());
        ImportHeader.read(new FeatureLines(file.get(), scan.names()));
        return scan.features();
    }

    /** Properties until there are rows enough, or a code comes again: it is then known, however large the chunks are. */
    @Override
    public Optional<Portion> next() {
        List<Property> chunk = new ArrayList<>();
        Set<RenewalCode> codes = new HashSet<>();
        long rows = 0;
        while (ahead.isPresent()
                && (chunk.isEmpty() || rows + ahead.get().size() <= chunkRows)
                && ahead.get().rows().get(0).code().map(codes::add).orElse(true)) {
            chunk.add(ahead.get());
            rows += ahead.get().size();
            ahead = properties.next();
        }
        return chunk.isEmpty() ? Optional.empty() : Optional.of(new Chunk(List.copyOf(chunk)));
    }

    @Override
    public Findings finish(Connection connection, boolean nothingRefused) throws SQLException {
        if (!"true".equals(claim.parameters().get(Jobs.COMPLETE))) {
            return Findings.NONE;
        }
        if (!nothingRefused) {
            return new Findings(
                    Map.of(), List.of(new JobNote(Severity.WARNING, "jobs.not-marked-complete", List.of(), 0, "", "")));
        }
        try (ParcelLoad load = load(connection)) {
            load.loaded(Source.LAND_OBJECTS, claim.requestedAt());
            load.loaded(Source.OWNERS, claim.requestedAt());
            load.finish();
        }
        return new Findings(
                Map.of(), List.of(new JobNote(Severity.INFO, "jobs.marked-complete", List.of(), 0, "", "")));
    }

    private ParcelLoad load(Connection connection) throws SQLException {
        return new ParcelLoad(connection, claim.key(), clock.instant(), claim.requestedBy());
    }

    private final class Chunk implements Portion {
        private final List<Property> chunk;
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private final List<JobNote> notes = new ArrayList<>();

        Chunk(List<Property> chunk) {
            this.chunk = chunk;
        }

        @Override
        public long end() {
            return chunk.get(chunk.size() - 1).lastLine();
        }

        @Override
        public Findings apply(Connection connection) throws SQLException {
            try (ParcelLoad load = load(connection)) {
                for (Property property : chunk) {
                    count(Tally.READ.key(), property.size());
                    if (property.isRefused()) {
                        refuse(property);
                    } else {
                        put(load, property);
                    }
                }
                take(load.finish());
            }
            return new Findings(counts, notes);
        }

        private void put(ParcelLoad load, Property property) throws SQLException {
            Row.Entry first = property.first();
            load.object(first.object(), first.registeredOn(), Optional.empty());
            for (Owner owner : property.owners()) {
                load.owner(first.object().code(), owner, owner.since());
            }
        }

        private void refuse(Property property) {
            count(Tally.REFUSED.key(), property.size());
            if (property.more() > 0) {
                count(RowFault.OWNERS_TOO_MANY.key(), property.more());
            }
            for (Row row : property.rows()) {
                row.faults().stream()
                        .map(fault -> fault.what().key())
                        .distinct()
                        .forEach(key -> count(key, 1));
                row.faults().forEach(fault -> notes.add(fault.note(row.line())));
            }
        }

        /** Beyond what is known the register refuses nothing here: whatever it could refuse was checked before. */
        private void take(ParcelLoad.Report report) {
            count(Tally.OBJECTS.key(), report.loaded().get("object"));
            count(Tally.SHARES.key(), report.loaded().get("owner"));
            for (ParcelLoad.Refused refused : report.refused()) {
                if (!refused.reason().equals(KNOWN)) {
                    throw new IllegalStateException("the register refused what was checked: " + refused);
                }
                count((refused.what().equals("object") ? Tally.KNOWN_OBJECTS : Tally.KNOWN_SHARES).key(), 1);
            }
        }

        private void count(String key, long amount) {
            if (amount > 0) {
                counts.merge(key, amount, Long::sum);
            }
        }
    }
}
