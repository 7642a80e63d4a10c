package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.workbooks.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rule books on their way from a workbook to publication. SUPERVISOR and ADMINISTRATOR, until planners have a role of their
 * own; AUDITOR may look. A job, as SYSTEM, may hand in a workbook and read what came of it.
 */
public interface RuleBookOffice {
    /**
     * A book as the office sees it.
     *
     * @param code of the book; like version and title empty while faults kept it from being read
     * @param faults how many there are
     * @param findings how many gaps and overlaps the table has
     * @param openFindings how many of them nobody has settled
     * @param allFindings false when there are so many that not all were counted
     * @param signers who signed that it be published, the first one first
     * @param effectiveFrom the day they signed for
     */
    record Draft(
            long id,
            BookState state,
            String code,
            String version,
            String title,
            boolean demonstration,
            String fileName,
            String fileHash,
            String importedBy,
            Instant importedAt,
            long faults,
            long findings,
            long openFindings,
            boolean allFindings,
            List<String> signers,
            Optional<LocalDate> effectiveFrom) {}

    /**
     * Reads a workbook and keeps it with all that is wrong with it, for a job, as SYSTEM, in the name of the one who handed
     * it in. The same file is loaded once: again, it is the same
     * draft. {@code rulebooks.file-name-missing}; of files that are refused altogether {@code workbooks.file-too-large},
     * {@code workbooks.file-not-a-workbook}, {@code workbooks.file-bomb}, {@code workbooks.file-doctype}, {@code
     * workbooks.file-macros}, {@code workbooks.file-links}. A code and version that were ever published are a fault.
     */
    Draft importBook(byte[] file, String fileName, String handedInBy);

    /** {@code rulebooks.unknown-book}. */
    Draft draft(long book);

    /** All books in any state, the newest first. */
    Page<Draft> drafts(Page.Request page);

    /** What is wrong in the workbook, in the order in which it was found. */
    Page<Fault> faults(long book, Page.Request page);

    /**
     * A proposal how to settle a finding.
     *
     * @param winner id of the row that shall count; empty for a referral
     * @param approved empty while nobody has decided
     */
    record Proposal(
            long id,
            Finding.Settlement kind,
            String winner,
            String reason,
            String proposedBy,
            Instant proposedAt,
            Optional<String> decidedBy,
            Optional<Boolean> approved) {}

    /**
     * A gap or an overlap.
     *
     * @param proposal the last one
     */
    record FindingView(long id, long book, Finding finding, Optional<Proposal> proposal) {
        /** The most clauses that are told of one. */
        public static final int MOST_CLAUSES = 20;
    }

    /** In the order of zones and uses. */
    Page<FindingView> findings(long book, boolean openOnly, Page.Request page);

    /**
     * The clauses that findings of a book concern, by the ids of the findings: those of the rows that overlap, or that are at
     * the edge of a gap. {@code rulebooks.unknown-book}, {@code rulebooks.faults-open}.
     */
    Map<Long, List<Clause>> clauses(long book, List<FindingView> findings);

    /**
     * Proposes that one of the rows of an overlap counts. Who settles knows which parcels of the city it concerns: {@code
     * rulebooks.impact-before-settling} without a report that {@link ImpactReports#counted counts}, whatever was settled
     * since. {@code rulebooks.unknown-finding}, {@code rulebooks.not-a-draft},
     * {@code rulebooks.settled-already}, {@code rulebooks.proposal-waiting}, {@code rulebooks.not-an-overlap}, {@code
     * rulebooks.not-among-rows}, {@code rulebooks.too-many-overlaps}, {@code rulebooks.precedence-contradicts}, {@code
     * rulebooks.reason-missing}.
     */
    FindingView proposePrecedence(long finding, String winner, String reason);

    /** Proposes that the book has no rule for a finding on purpose, and the Article 5 commission is asked. */
    FindingView proposeReferral(long finding, String reason);

    /**
     * Decides on a proposal, by another person than the one who proposed it: {@code rulebooks.second-signer-needed}, {@code
     * rulebooks.unknown-proposal}, {@code rulebooks.decided-already}, {@code rulebooks.impact-before-settling}.
     */
    FindingView decide(long proposal, boolean approve);

    /**
     * A zone that stands either on the map or in a book.
     *
     * @param title in the book; empty where it does not know it
     * @param areas of it that are drawn
     * @param parcels the greatest part of which lies in it, by the report that {@link ImpactReports#counted counts}; empty without one
     */
    record ZoneDifference(String code, String title, long areas, OptionalLong parcels) {}

    /**
     * The zones of the map beside those of a book.
     *
     * @param drawn whether there is a zone layer for the day at all
     * @param unknown to the book: whoever builds there is told that it has no rule
     * @param without land: rules that concern nobody
     */
    record ZoneDifferences(boolean drawn, List<ZoneDifference> unknown, List<ZoneDifference> without) {
        public boolean isNone() {
            return drawn && unknown.isEmpty() && without.isEmpty();
        }
    }

    /**
     * Compares the zones of a book with those of the layer that holds on a day, as far as is known now; a thousand at most.
     * They keep nobody from signing. {@code rulebooks.unknown-book}, {@code rulebooks.faults-open}.
     */
    ZoneDifferences zones(long book, LocalDate on);

    /** The first day a draft can hold from: that of its workbook, or today once that is over; {@code rulebooks.faults-open}. */
    LocalDate firstDay(long book);

    /** The golden parcels that do not come out as expected; {@code rulebooks.faults-open} when there is no book to try. */
    List<GoldenDifference> goldenDifferences(long book);

    /**
     * Signs that the book holds from a day on. The first signature checks it, the second one, of another person and for the
     * same day, publishes it. {@code rulebooks.not-a-draft}, {@code rulebooks.faults-open}, {@code rulebooks.findings-open},
     * {@code rulebooks.goldens-missing}, {@code rulebooks.goldens-differ}, {@code rulebooks.before-its-day}, {@code rulebooks.edition-taken}, {@code
     * rulebooks.day-taken}, {@code rulebooks.in-the-past}, {@code rulebooks.impact-missing} without a finished {@link ImpactReports report} on this very
     * content and against the book that is in force on the day, {@code rulebooks.impact-of-other-day} when there is one for
     * another day, {@code rulebooks.second-signer-needed}, {@code
     * rulebooks.other-day-signed}.
     */
    Draft publish(long book, LocalDate effectiveFrom);

    /** Withdraws a book that should not hold; what was answered by it stays as it is. {@code rulebooks.withdrawn-already}. */
    Draft withdraw(long book, String reason);

    /** The workbook as it was handed in. */
    byte[] file(long book);

    /** A workbook of a book with all that was settled; {@code rulebooks.faults-open}. */
    byte[] workbook(long book, Locale language);

    /** What a book says, with all that was settled; {@code rulebooks.faults-open}. */
    RuleBook book(long book);

    /** The base table of a book with all that was settled, as DMN for any DMN tool; {@code rulebooks.faults-open}. */
    byte[] dmn(long book);

    /** An empty workbook to be filled in, for everybody. */
    byte[] template(Locale language);

    /** The workbook of the demonstration book, for everybody. */
    byte[] demonstration();
}
