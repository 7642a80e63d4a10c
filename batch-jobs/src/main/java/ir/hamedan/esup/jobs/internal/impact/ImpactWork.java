package ir.hamedan.esup.jobs.internal.impact;

import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.internal.Claim;
import ir.hamedan.esup.jobs.internal.Findings;
import ir.hamedan.esup.jobs.internal.Work;
import ir.hamedan.esup.jobs.internal.imports.Tally;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An impact report, worked off a piece of the city at a time. The report itself stands where the sweep has come, in the
 * transaction of its rows, so that a restart goes on there; the position of the run, in parcels, only shows how far it is.
 */
public final class ImpactWork implements Work {
    private static final int PIECE = 2_000;

    private final ImpactReports impacts;
    private final int piece;
    private ImpactReports.Report report;

    /** @param piece how many parcels are compared at once; the report does not depend on it */
    public ImpactWork(Claim claim, ImpactReports impacts, int piece) {
        this.impacts = impacts;
        this.piece = piece;
        this.report = impacts.report(report(claim.parameters()));
    }

    public static ImpactWork open(Claim claim, ImpactReports impacts) {
        return new ImpactWork(claim, impacts, PIECE);
    }

    /** The report a run works off. */
    public static long report(Map<String, String> parameters) {
        return Long.parseLong(parameters.get(Jobs.REPORT));
    }

    /** {@code jobs.parameter-wrong}. */
    public static long book(Map<String, String> parameters) {
        String book = parameters.getOrDefault(Jobs.BOOK, "");
        if (!book.matches("[0-9]{1,18}")) {
            throw Problem.invalid("jobs.parameter-wrong", Jobs.BOOK);
        }
        return Long.parseLong(book);
    }

    /** {@code jobs.parameter-wrong}. */
    public static LocalDate day(Map<String, String> parameters) {
        try {
            return LocalDate.parse(parameters.getOrDefault(Jobs.DAY, ""));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("jobs.parameter-wrong", Jobs.DAY).because(e);
        }
    }

    @Override
    public Optional<Portion> next() {
        return report.isComplete() ? Optional.empty() : Optional.of(new Piece());
    }

    private final class Piece implements Portion {
        @Override
        public long end() {
            return Math.min(report.total(), report.done() + piece);
        }

        @Override
        public Findings apply(Connection connection) {
            long before = report.done();
            report = impacts.work(report.id(), piece);
            long compared = report.done() - before;
            if (compared == 0 && !report.isComplete()) {
                throw new IllegalStateException("report " + report.id() + " does not get ahead");
            }
            return compared > 0 ? new Findings(Map.of(Tally.COMPARED.key(), compared), List.of()) : Findings.NONE;
        }
    }
}
