package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.workbooks.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Levy books on their way from a workbook to publication. SUPERVISOR and ADMINISTRATOR; AUDITOR may look. A job, as SYSTEM,
 * may hand in a workbook and read what came of it.
 */
public interface LevyBookOffice {
    /** How many characters may be looked for. */
    int LONGEST_SEARCH = 200;

    /**
     * A book as the office sees it.
     *
     * @param year Persian; like version and title nothing while faults kept it from being read
     * @param faults how many there are
     * @param signers who signed that it be published, the first one first
     * @param effectiveFrom the day they signed for
     * @param withdrawers who signed that it be withdrawn, the first one first
     * @param withdrawalReason of the first of them; empty when there is none
     */
    record Draft(
            long id,
            LevyBookState state,
            int year,
            int version,
            String title,
            boolean demonstration,
            String fileName,
            String fileHash,
            String importedBy,
            Instant importedAt,
            long faults,
            List<String> signers,
            Optional<LocalDate> effectiveFrom,
            List<String> withdrawers,
            String withdrawalReason) {}

    /**
     * Whether a workbook is one of a levy book, by its sheets; another is taken for a rule book.
     *
     * @throws ir.hamedan.esup.kernel.Problem of files that are refused altogether {@code workbooks.file-too-large}, {@code
     *     workbooks.file-not-a-workbook}, {@code workbooks.file-bomb}, {@code workbooks.file-doctype}, {@code
     *     workbooks.file-macros}, {@code workbooks.file-links}
     */
    boolean isLevyBook(byte[] file);

    /**
     * Reads a workbook and keeps it with all that is wrong with it, for a job, as SYSTEM, in the name of the one who handed
     * it in. The same file is loaded once: again, it is the same draft. {@code levies.file-name-missing}, and those of
     * {@link #isLevyBook}.
     */
    Draft importBook(byte[] file, String fileName, String handedInBy);

    /** {@code levies.unknown-book}. */
    Draft draft(long book);

    /**
     * Books in any state whose title or file has the text, the newest first; all for an empty text. {@code
     * levies.search-too-long}.
     */
    Page<Draft> drafts(String text, Page.Request page);

    /** What is wrong in the workbook, in the order in which it was found. */
    Page<Fault> faults(long book, Page.Request page);

    /** What a book says; {@code levies.faults-open}. */
    LevyWorkbook content(long book);

    /** The examples of a book, computed by its own tariff and prices; {@code levies.faults-open}. */
    List<LevyExample.Tried> examples(long book);

    /**
     * Signs that the book holds from a day on. The first signature checks it, the second one, of another person and for the
     * same day, publishes it with its prices. {@code levies.not-a-draft}, {@code levies.faults-open}, {@code
     * levies.examples-differ}, {@code levies.examples-missing}, {@code levies.before-its-day}, {@code levies.book-year},
     * {@code levies.in-the-past}, {@code levies.version-behind}, {@code levies.second-signer-needed}, {@code
     * levies.other-day-signed}.
     */
    Draft publish(long book, LocalDate effectiveFrom);

    /**
     * Signs that a book should not hold. A draft is withdrawn at once, a published book by the signature of a second
     * person; what was estimated by it stays as it is. {@code levies.withdrawn-already}, {@code levies.reason-missing},
     * {@code levies.second-signer-needed}.
     */
    Draft withdraw(long book, String reason);

    /** The workbook as it was handed in. */
    byte[] file(long book);

    /** A workbook of a book with titles in a language; {@code levies.faults-open}. */
    byte[] workbook(long book, Locale language);

    /** An empty workbook to be filled in, for everybody. */
    byte[] template(Locale language);

    /** The workbook of the demonstration book, for everybody. */
    byte[] demonstration();
}
