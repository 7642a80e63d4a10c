package ir.hamedan.esup.jobs.internal.books;

import java.util.concurrent.Future;

/** Reads a workbook into a draft, in a thread that can be waited for and given up. */
@FunctionalInterface
public interface BookReader {
    /**
     * Begins to read.
     *
     * @param by who handed the workbook in
     * @return the draft when it is there
     */
    Future<BookOffices.Kept> read(byte[] file, String fileName, String by);
}
