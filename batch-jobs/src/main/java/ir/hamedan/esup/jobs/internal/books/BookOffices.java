package ir.hamedan.esup.jobs.internal.books;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.workbooks.Fault;

/** Where workbooks go: the workbook itself says which kind of book it is. */
public record BookOffices(RuleBookOffice rules, LevyBookOffice levies) {
    /** A draft of one of the offices. */
    public record Kept(boolean ofLevies, long id) {}

    /** Reads a workbook into a draft. */
    public Kept keep(byte[] file, String fileName, String by) {
        return levies.isLevyBook(file)
                ? new Kept(true, levies.importBook(file, fileName, by).id())
                : new Kept(false, rules.importBook(file, fileName, by).id());
    }

    Page<Fault> faults(Kept book, Page.Request page) {
        return book.ofLevies() ? levies.faults(book.id(), page) : rules.faults(book.id(), page);
    }

    /** Gaps and overlaps that are no faults of the workbook but to be settled. */
    long findings(Kept book) {
        return book.ofLevies() ? 0 : rules.draft(book.id()).findings();
    }
}
