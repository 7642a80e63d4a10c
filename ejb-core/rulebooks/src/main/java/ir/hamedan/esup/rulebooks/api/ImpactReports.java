package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.MapViews;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a draft would change: every parcel of the city under it and under the book in force on its day. Each plot by itself,
 * without locks and suppositions; of several uses the one that may be built most counts for the parcel, and each use is
 * compared for itself too. SUPERVISOR and ADMINISTRATOR; AUDITOR may look; the product itself works reports off.
 */
public interface ImpactReports {
    /** The most parcels of a piece. */
    int MOST = 5_000;

    /** What becomes of a parcel: density decides, and what may be built where that is equal. */
    enum Outcome {
        GAINS,
        LOSES,
        UNCHANGED,
        BECOMES_UNDECIDABLE,
        NEWLY_DECIDABLE,
        STAYS_UNDECIDABLE
    }

    /** Why there is no number: under the draft, or under the book before it where the draft has one. */
    enum Reason {
        /** There is a number under both. */
        NONE,
        /** No row, and nobody declared that on purpose. */
        GAP,
        /** Several rows, and nothing says which counts. */
        OVERLAP,
        /** Declared: the Article 5 commission is asked. */
        REFERRAL,
        /** Zone, street or area is not known, or the book does not know the zone. */
        NO_DATA,
        /** No book was in force. */
        NO_BOOK
    }

    /** What the numbers are summed by. */
    enum Dimension {
        ALL,
        REGION,
        /** Of the greatest part of the plot. */
        ZONE,
        /** Each use of a plot by itself. */
        USE,
        /** A parcel counts under every clause behind a number that changed, under either book. */
        CLAUSE
    }

    /**
     * A report.
     *
     * @param against the book in force on the day; empty when there was none
     * @param known the instant whose knowledge of map and register is used throughout
     * @param contentHash of the draft with all that was settled when the report was opened
     * @param total parcels to be compared
     * @param done parcels compared so far
     * @param finishedAt empty while there is more to do
     */
    record Report(
            long id,
            long book,
            OptionalLong against,
            LocalDate on,
            Instant known,
            String contentHash,
            long total,
            long done,
            String openedBy,
            Instant openedAt,
            Optional<Instant> finishedAt) {
        public boolean isComplete() {
            return finishedAt.isPresent();
        }
    }

    /**
     * How many share an outcome.
     *
     * @param key number of a region, code of a zone or use, number of a clause; empty for all and where nothing is known
     * @param parcels or plots with this use
     * @param buildableBefore hundredths of a square metre, as is {@code buildableAfter}
     */
    record Sum(
            Dimension dimension,
            String key,
            Outcome outcome,
            Reason reason,
            long parcels,
            long densityUp,
            long densityDown,
            long buildableUp,
            long buildableDown,
            long buildableBefore,
            long buildableAfter) {}

    /**
     * A parcel under one book.
     *
     * @param verdict empty when there was no book
     * @param density per mille
     * @param buildable hundredths of a square metre
     * @param clauses numbers of those behind both, or behind the refusal of every use; none where nothing was decided
     */
    record Side(Optional<Verdict> verdict, long density, long buildable, List<String> clauses) {}

    /**
     * A parcel under both.
     *
     * @param code also the id of its outline in the layer of parcels, by which a map finds it
     */
    record ParcelImpact(
            RenewalCode code, int region, String zone, Outcome outcome, Reason reason, Side before, Side after) {}

    /**
     * The parcels in a gap or an overlap.
     *
     * @param report the one that {@link #counted counts}; empty when there is none yet, and nothing is known
     * @param parcels how many lie in it
     * @param codes the first of them
     */
    record FindingImpact(long finding, OptionalLong report, long parcels, List<RenewalCode> codes) {
        /** The most codes that are told. */
        public static final int MOST_CODES = 100;
    }

    /**
     * Opens a report on a draft as it is now, against the book in force on a day; the one that is there for the same.
     * {@code rulebooks.unknown-book}, {@code rulebooks.not-a-draft}, {@code rulebooks.faults-open}; for a day from which the
     * draft cannot hold {@code rulebooks.before-its-day}, {@code rulebooks.impact-day-over}.
     */
    Report open(long book, LocalDate on);

    /**
     * Works off one piece: as many parcels as said, after those that are done; nothing when it is finished. All in one
     * transaction, so that a piece is there whole or not at all. {@code rulebooks.unknown-impact}, {@code
     * rulebooks.impact-outdated} when the draft was settled otherwise since.
     */
    Report work(long report, int most);

    /** {@code rulebooks.unknown-impact}. */
    Report report(long report);

    /** Of a book, the newest first. */
    Page<Report> reports(long book, Page.Request page);

    /**
     * The report that tells which parcels lie in the gaps and overlaps of a book: the last one that is finished, for a day the
     * book could hold from.
     */
    Optional<Report> counted(long book);

    /** All sums of a dimension, by key and outcome, of what is done; at most ten thousand. */
    List<Sum> sums(long report, Dimension by);

    /** In the order of the codes; of one outcome when it is given. */
    Page<ParcelImpact> parcels(long report, Optional<Outcome> outcome, Page.Request page);

    /**
     * The parcels of a view that have one of the outcomes, each as a feature under the name of its outcome, over the layers
     * the view asks for: GeoJSON, bounded as {@link MapViews#paint} is. The map is that of the report, whatever day and
     * instant the view has.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code rulebooks.unknown-impact}, {@code parcels.view-wrong}
     */
    void map(long report, Set<Outcome> outcomes, MapViews.View view, OutputStream out);

    /**
     * Writes every parcel as a line, UTF-8 with a head line; the stream is not closed. {@code rulebooks.impact-unfinished}.
     */
    void csv(long report, OutputStream out);

    /**
     * Writes the sums of a dimension as lines, likewise, with what the draft calls their keys. {@code
     * rulebooks.impact-unfinished}.
     */
    void csv(long report, Dimension by, OutputStream out);

    /** {@code rulebooks.unknown-finding}. */
    FindingImpact finding(long finding);
}
