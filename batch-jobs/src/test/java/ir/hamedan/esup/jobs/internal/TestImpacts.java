package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.testing.TestDatabase;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reports that count parcels and compare none: where they stand is a row, which goes back with its transaction. */
public final class TestImpacts implements ImpactReports {
    private final Sql owner;
    private final Sql sql;
    private final Clock clock;

    TestImpacts(TestDatabase database, Clock clock) {
        this.owner = new Sql(database.owner());
        this.sql = new Sql(database.application());
        this.clock = clock;
        owner.run("""
                create table public.impact (id bigint primary key, on_day date not null, total bigint not null,
                    done bigint not null default 0, finished boolean not null default false,
                    outdated boolean not null default false)""");
        owner.run("grant select, insert, update on public.impact to esup_app");
    }

    void clear() {
        owner.run("truncate public.impact");
    }

    /** From now on the draft is another than the one the reports are on. */
    public void settle() {
        sql.run("update public.impact set outdated = true");
    }

    /** The parcels of the city are as many as the number of the book, and so is the id of the report. */
    @Override
    public Report open(long book, LocalDate on) {
        sql.run(
                "insert into public.impact (id, on_day, total) values (?, ?, ?) on conflict do nothing",
                book,
                on,
                book);
        return report(book);
    }

    @Override
    public Report work(long report, int most) {
        sql.run("""
                update public.impact set done = least(total, done + ?), finished = done + ? >= total
                where id = ? and not outdated""", most, most, report);
        if (sql.one("select outdated from public.impact where id = ?", row -> row.bool("outdated"), report)) {
            throw Problem.conflict("rulebooks.impact-outdated");
        }
        return report(report);
    }

    @Override
    public Report report(long report) {
        return sql.one("select * from public.impact where id = ?", this::read, report);
    }

    private Report read(Sql.Row row) throws SQLException {
        return new Report(
                row.number("id"),
                row.number("id"),
                OptionalLong.empty(),
                row.date("on_day"),
                clock.instant(),
                "0",
                row.number("total"),
                row.number("done"),
                "supervisor",
                clock.instant(),
                row.bool("finished") ? Optional.of(clock.instant()) : Optional.empty());
    }

    @Override
    public Page<Report> reports(long book, Page.Request page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Report> counted(long book) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Sum> sums(long report, Dimension by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<ParcelImpact> parcels(long report, Optional<Outcome> outcome, Page.Request page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void map(long report, Set<Outcome> outcomes, MapViews.View view, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void csv(long report, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void csv(long report, Dimension by, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FindingImpact finding(long finding) {
        throw new UnsupportedOperationException();
    }
}
