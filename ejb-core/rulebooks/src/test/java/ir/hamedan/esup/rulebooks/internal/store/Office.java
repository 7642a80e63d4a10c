package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Draft;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;

/** The planners' office on a fresh database, on 3 Azar 1405. */
final class Office {
    static final LocalDate TODAY = new PersianDate(1405, 9, 3).toLocalDate();
    static final Page.Request FIRST = new Page.Request(0, 50);

    final TestDatabase database = TestDatabase.fresh();
    final Fired<Audited> audited = new Fired<>();
    final HandClock clock =
            new HandClock(TODAY.atTime(12, 0).atZone(PersianDate.TEHRAN).toInstant());
    final RuleBookOfficeBean office = new RuleBookOfficeBean();
    final RuleBooksBean books = new RuleBooksBean();
    String caller = "planner-1";

    Office() {
        office.source = database.application();
        office.audited = audited;
        office.clock = clock;
        office.caller = () -> caller;
        books.source = database.application();
        books.memory = new BookMemory();
    }

    Sql application() {
        return new Sql(database.application());
    }

    Draft importBook(RuleBook book) {
        return importFile(Workbooks.write(book, Messages.in(Messages.PERSIAN)));
    }

    Draft importFile(byte[] file) {
        return database.transaction(() -> office.importBook(file, "ضوابط.xlsx"));
    }

    Draft publish(long book, LocalDate from, String signer) {
        caller = signer;
        return database.transaction(() -> office.publish(book, from));
    }

    /** Signed by two planners. */
    Draft published(RuleBook book, LocalDate from) {
        long id = importBook(book).id();
        publish(id, from, "planner-1");
        return publish(id, from, "planner-2");
    }

    static RuleBook version(String version) {
        BookData data = DemoBook.book().data();
        return with(
                new BookData(
                        data.code(),
                        version,
                        data.title(),
                        data.authority(),
                        data.approval(),
                        data.effectiveFrom(),
                        "",
                        true),
                DemoBook.book().rows(),
                DemoBook.book().referrals(),
                DemoBook.book().goldens());
    }

    /** With the worked example alone: other golden parcels would tell that the rows are altered. */
    static RuleBook withRows(List<Row> rows) {
        return with(
                DemoBook.book().data(),
                rows,
                DemoBook.book().referrals(),
                DemoBook.book().goldens().subList(0, 1));
    }

    static RuleBook with(BookData data, List<Row> rows, List<Referral> referrals, List<Golden> goldens) {
        RuleBook book = DemoBook.book();
        return new RuleBook(
                data,
                book.chapters(),
                book.clauses(),
                book.zones(),
                book.uses(),
                rows,
                book.overlays(),
                book.chamfers(),
                book.parameters(),
                book.precedences(),
                referrals,
                goldens);
    }
}
