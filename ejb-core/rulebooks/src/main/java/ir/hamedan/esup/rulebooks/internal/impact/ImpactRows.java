package ir.hamedan.esup.rulebooks.internal.impact;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Dimension;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.rulebooks.api.ImpactReports.ParcelImpact;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Reason;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Side;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Sum;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of reports. */
final class ImpactRows {
    private static final int MOST_SUMS = 10_000;

    private static final String SUM = """
            select dimension, key, outcome, reason, sum(parcels)::bigint as parcels, sum(density_up)::bigint as density_up,
                sum(density_down)::bigint as density_down, sum(buildable_up)::bigint as buildable_up,
                sum(buildable_down)::bigint as buildable_down, sum(buildable_before)::bigint as buildable_before,
                sum(buildable_after)::bigint as buildable_after
            from rulebooks.impact_sum where impact = ? and dimension = ?
            group by dimension, key, outcome, reason order by length(key), key, outcome, reason limit ?""";

    private final Sql sql;

    ImpactRows(Sql sql) {
        this.sql = sql;
    }

    /** Where a report stands. */
    record Held(Report report, int pieces, String position) {}

    Report open(Report fresh) {
        sql.run(
                """
                insert into rulebooks.impact (book, content_hash, against, on_day, known, total, opened_by, opened_at)
                values (?, ?, ?::bigint, ?, ?, ?, ?, ?) on conflict do nothing""",
                fresh.book(),
                fresh.contentHash(),
                orNull(fresh.against()),
                fresh.on(),
                fresh.known(),
                fresh.total(),
                fresh.openedBy(),
                fresh.openedAt());
        return sql.one("""
                select * from rulebooks.impact
                where book = ? and content_hash = ? and against is not distinct from ?::bigint and on_day = ?""", ImpactRows::report, fresh.book(), fresh.contentHash(), orNull(fresh.against()), fresh.on());
    }

    private static Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static Report report(Sql.Row row) throws SQLException {
        return new Report(
                row.number("id"),
                row.number("book"),
                row.isNull("against") ? OptionalLong.empty() : OptionalLong.of(row.number("against")),
                row.date("on_day"),
                row.instant("known"),
                row.text("content_hash"),
                row.number("total"),
                row.number("done"),
                row.text("opened_by"),
                row.instant("opened_at"),
                Optional.ofNullable(row.instant("finished_at")));
    }

    Report get(long report) {
        return sql.first("select * from rulebooks.impact where id = ?", ImpactRows::report, report)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-impact"));
    }

    /** Whoever works on it too waits until this transaction ends. */
    Held held(long report) {
        return sql.first(
                        "select * from rulebooks.impact where id = ? for update",
                        row -> new Held(report(row), row.integer("pieces"), row.text("position")),
                        report)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-impact"));
    }

    Page<Report> of(long book, Page.Request page) {
        return new Page<>(
                sql.list(
                        "select * from rulebooks.impact where book = ? order by id desc limit ? offset ?",
                        ImpactRows::report,
                        book,
                        page.size(),
                        page.offset()),
                sql.one("select count(*) as n from rulebooks.impact where book = ?", row -> row.number("n"), book),
                page);
    }

    void moveOn(Held from, long parcels, Optional<RenewalCode> position, Optional<Instant> finished) {
        sql.run(
                """
                update rulebooks.impact set pieces = ?, done = ?, position = ?, finished_at = ?::timestamptz
                where id = ?""",
                from.pieces() + 1,
                from.report().done() + parcels,
                position.map(RenewalCode::text).orElse(""),
                finished.orElse(null),
                from.report().id());
    }

    void add(long report, List<Comparison.Plot> plots) {
        sql.runAll(
                """
                insert into rulebooks.impact_parcel (impact, sort_key, code, region, zone, outcome, reason,
                    verdict_before, verdict_after, density_before, density_after, buildable_before, buildable_after,
                    clauses_before, clauses_after)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                plots.stream()
                        .map(plot -> {
                            Comparison.Said before = plot.change().before();
                            Comparison.Said after = plot.change().after();
                            return new Object[] {
                                report,
                                plot.code().sortKey(),
                                plot.code(),
                                plot.code().region(),
                                plot.zone(),
                                plot.change().outcome(),
                                plot.change().reason(),
                                before.verdict().map(Enum::name).orElse(null),
                                after.verdict().map(Enum::name).orElse(null),
                                before.density(),
                                after.density(),
                                before.buildable(),
                                after.buildable(),
                                plot.decidedBefore(),
                                plot.decidedAfter()
                            };
                        })
                        .toList());
    }

    void addSums(Held held, List<Sum> sums) {
        sql.runAll(
                "insert into rulebooks.impact_sum values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sums.stream()
                        .map(sum -> new Object[] {
                            held.report().id(),
                            held.pieces(),
                            sum.dimension(),
                            sum.key(),
                            sum.outcome(),
                            sum.reason(),
                            sum.parcels(),
                            sum.densityUp(),
                            sum.densityDown(),
                            sum.buildableUp(),
                            sum.buildableDown(),
                            sum.buildableBefore(),
                            sum.buildableAfter()
                        })
                        .toList());
    }

    void addHits(Held held, List<FindingHits.Hit> hits) {
        for (FindingHits.Hit hit : hits) {
            sql.run(
                    "insert into rulebooks.impact_finding values (?, ?, ?, ?, ?)",
                    held.report().id(),
                    hit.finding(),
                    held.pieces(),
                    hit.parcels(),
                    hit.codes());
        }
    }

    List<Sum> sums(long report, Dimension by) {
        return sql.list(
                SUM,
                row -> new Sum(
                        row.constant(Dimension.class, "dimension"),
                        row.text("key"),
                        row.constant(Outcome.class, "outcome"),
                        row.constant(Reason.class, "reason"),
                        row.number("parcels"),
                        row.number("density_up"),
                        row.number("density_down"),
                        row.number("buildable_up"),
                        row.number("buildable_down"),
                        row.number("buildable_before"),
                        row.number("buildable_after")),
                report,
                by,
                MOST_SUMS);
    }

    Page<ParcelImpact> parcels(long report, Optional<Outcome> outcome, Page.Request page) {
        String where = " from rulebooks.impact_parcel where impact = ? and (? = '' or outcome = ?)";
        String wanted = outcome.map(Enum::name).orElse("");
        return new Page<>(
                sql.list(
                        "select *" + where + " order by sort_key limit ? offset ?",
                        ImpactRows::parcel,
                        report,
                        wanted,
                        wanted,
                        page.size(),
                        page.offset()),
                sql.one("select count(*) as n" + where, row -> row.number("n"), report, wanted, wanted),
                page);
    }

    /** The parcels that follow a code, for what is written out. */
    List<ParcelImpact> after(long report, String sortKey, int most) {
        return sql.list(
                "select * from rulebooks.impact_parcel where impact = ? and sort_key > ? order by sort_key limit ?",
                ImpactRows::parcel,
                report,
                sortKey,
                most);
    }

    private static ParcelImpact parcel(Sql.Row row) throws SQLException {
        return new ParcelImpact(
                row.code("code"),
                row.integer("region"),
                row.text("zone"),
                row.constant(Outcome.class, "outcome"),
                row.constant(Reason.class, "reason"),
                new Side(
                        Optional.ofNullable(row.text("verdict_before")).map(Verdict::valueOf),
                        row.number("density_before"),
                        row.number("buildable_before"),
                        row.texts("clauses_before")),
                new Side(
                        Optional.ofNullable(row.text("verdict_after")).map(Verdict::valueOf),
                        row.number("density_after"),
                        row.number("buildable_after"),
                        row.texts("clauses_after")));
    }

    /** The names of the outcomes of parcels; those without one are left out. */
    Map<RenewalCode, String> outcomes(long report, Collection<RenewalCode> codes) {
        Map<RenewalCode, String> outcomes = new HashMap<>();
        sql.list(
                "select code, outcome from rulebooks.impact_parcel where impact = ? and code = any(?)",
                row -> outcomes.put(row.code("code"), row.text("outcome")),
                report,
                codes);
        return outcomes;
    }

    /** What each piece of a report found in a region, in the order of the pieces. */
    List<FindingHits.Hit> hits(long report, long finding) {
        return sql.list(
                """
                select finding, parcels, codes from rulebooks.impact_finding where finding = ? and impact = ?
                order by piece limit 1000000""",
                row -> new FindingHits.Hit(
                        row.number("finding"),
                        row.number("parcels"),
                        row.texts("codes").stream().map(RenewalCode::parse).toList()),
                finding,
                report);
    }
}
