package ir.hamedan.esup.jobs.internal.books;

import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.api.Severity;
import ir.hamedan.esup.jobs.internal.Claim;
import ir.hamedan.esup.jobs.internal.Findings;
import ir.hamedan.esup.jobs.internal.Work;
import ir.hamedan.esup.jobs.internal.imports.Tally;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.workbooks.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A rule book or a levy book from a workbook, read and analysed whole. A workbook is known by its SHA-256 and is one draft however often
 * it is read, so that it may be read before the run moves: in a thread of its own, which is given up after {@link #LIMIT}.
 * A workbook that is refused altogether ends the run with the reason; the faults of one that could be read are its report.
 */
public final class BookImport implements Work {
    /** All or nothing. */
    public static final long TOTAL = 1;

    /** A book of the largest size takes two minutes. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    private static final Page.Request FIRST = new Page.Request(0, Page.LARGEST);

    private final Claim claim;
    private final InputStream file;
    private final String name;
    private final BookOffices offices;
    private final BookReader reader;
    private final Duration limit;
    private boolean ended;

    public BookImport(Claim claim, InputStream file, String name, BookOffices offices, BookReader reader) {
        this(claim, file, name, offices, reader, LIMIT);
    }

    public BookImport(
            Claim claim, InputStream file, String name, BookOffices offices, BookReader reader, Duration limit) {
        this.claim = claim;
        this.file = file;
        this.name = name;
        this.offices = offices;
        this.reader = reader;
        this.limit = limit;
        this.ended = claim.position() >= TOTAL;
    }

    @Override
    public Optional<Portion> next() {
        if (ended) {
            return Optional.empty();
        }
        ended = true;
        return Optional.of(new Whole(read()));
    }

    private BookOffices.Kept read() {
        Future<BookOffices.Kept> book = reader.read(bytes(), name, claim.requestedBy());
        try {
            return book.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            book.cancel(true);
            throw Problem.tooLarge("jobs.book-too-slow", limit.toMinutes());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the workbook could not be read", e);
        } catch (InterruptedException e) {
            book.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        try (file) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Whole implements Portion {
        private final BookOffices.Kept book;

        Whole(BookOffices.Kept book) {
            this.book = book;
        }

        @Override
        public long end() {
            return TOTAL;
        }

        @Override
        public Findings apply(Connection connection) {
            Map<String, Long> counts = new LinkedHashMap<>();
            List<JobNote> notes = new ArrayList<>();
            String read = book.ofLevies() ? Jobs.LEVY_BOOK_READ : Jobs.BOOK_READ;
            notes.add(new JobNote(Severity.INFO, read, List.of(), 0, "", Long.toString(book.id())));
            Page<Fault> faults = offices.faults(book, FIRST);
            long pages = faults.pages();
            for (int number = 1; number <= pages; number++) {
                faults.rows().forEach(fault -> counts.merge(fault.code(), 1L, Long::sum));
                faults.rows().forEach(fault -> notes.add(note(fault)));
                if (number < pages) {
                    faults = offices.faults(book, new Page.Request(number, Page.LARGEST));
                }
            }
            Tally.FAULTS.put(counts, faults.total());
            Tally.FINDINGS.put(counts, offices.findings(book));
            return new Findings(counts, notes);
        }
    }

    private static JobNote note(Fault fault) {
        return new JobNote(
                Severity.ERROR,
                fault.code(),
                fault.arguments(),
                fault.row(),
                (fault.sheet() + " " + fault.column()).strip(),
                "");
    }
}
