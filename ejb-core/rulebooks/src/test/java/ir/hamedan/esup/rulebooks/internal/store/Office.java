package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.SiteSweep;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Draft;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.demo.Injected;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The planners' office on a fresh database, on 3 Azar 1405. */
public final class Office {
    public static final LocalDate TODAY = new PersianDate(1405, 9, 3).toLocalDate();
    public static final Page.Request FIRST = new Page.Request(0, 50);

    public final TestDatabase database = TestDatabase.fresh();
    final Fired<Audited> audited = new Fired<>();
    public final HandClock clock =
            new HandClock(TODAY.atTime(12, 0).atZone(PersianDate.TEHRAN).toInstant());
    public final RuleBookOfficeBean office = new RuleBookOfficeBean();
    public final RuleBooksBean books = new RuleBooksBean();
    final SiteSweep sweep = Injected.bean(
            SiteSweep.class,
            "ir.hamedan.esup.parcels.internal.layers.SiteSweepBean",
            Map.of("source", database.application()));
    public final MapViews views = Injected.bean(
            MapViews.class,
            "ir.hamedan.esup.parcels.internal.layers.MapViewsBean",
            Map.of("source", database.application()));
    String caller = "planner-1";

    /** As the others are asked. */
    public final Supplier<String> asked = () -> caller;

    public final ImpactReports reports = Injected.bean(
            ImpactReports.class,
            "ir.hamedan.esup.rulebooks.internal.impact.ImpactReportsBean",
            Map.of("source", database.application(), "sweep", sweep, "views", views, "clock", clock, "caller", asked));

    public Office() {
        office.source = database.application();
        office.audited = audited;
        office.clock = clock;
        office.caller = () -> caller;
        books.source = database.application();
        books.memory = new BookMemory();
    }

    /** Counts the statements that are made for a book from now on: each takes a connection. */
    public AtomicInteger counted() {
        AtomicInteger count = new AtomicInteger();
        DataSource real = database.application();
        books.source = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    count.incrementAndGet();
                    return method.invoke(real, arguments);
                });
        return count;
    }

    Sql application() {
        return new Sql(database.application());
    }

    public Draft importBook(RuleBook book) {
        return importFile(Workbooks.write(book, Messages.in(Messages.PERSIAN)));
    }

    Draft importFile(byte[] file) {
        return database.transaction(() -> office.importBook(file, "ضوابط.xlsx", caller));
    }

    public Draft publish(long book, LocalDate from, String signer) {
        caller = signer;
        return database.transaction(() -> office.publish(book, from));
    }

    /** A finished report on what the draft would change, in pieces of a hundred. */
    public Report impact(long book, LocalDate on) {
        Report report = database.transaction(() -> reports.open(book, on));
        while (!report.isComplete()) {
            long id = report.id();
            report = database.transaction(() -> reports.work(id, 100));
        }
        return report;
    }

    /** All the sites of a small city. */
    public SiteSweep.Piece sweep(LocalDate on, Instant known) {
        return sweep.after(Optional.empty(), SiteSweep.MOST, on, known);
    }

    public void decide(String decider, long proposal) {
        caller = decider;
        database.transaction(() -> office.decide(proposal, true));
    }

    /** Signed by two planners who know what it changes. */
    public Draft published(RuleBook book, LocalDate from) {
        long id = importBook(book).id();
        if (books.inForce(from, clock.instant()).isPresent()) {
            impact(id, from);
        }
        publish(id, from, "planner-1");
        return publish(id, from, "planner-2");
    }

    public static RuleBook version(String version) {
        return superseding(version, "");
    }

    static RuleBook superseding(String version, String before) {
        BookData data = DemoBook.book().data();
        return with(
                new BookData(
                        data.code(),
                        version,
                        data.title(),
                        data.authority(),
                        data.approval(),
                        data.effectiveFrom(),
                        before,
                        true),
                DemoBook.book().rows(),
                DemoBook.book().referrals(),
                DemoBook.book().goldens());
    }

    /** With the worked example alone: other golden parcels would tell that the rows are altered. */
    public static RuleBook withRows(List<Row> rows) {
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
