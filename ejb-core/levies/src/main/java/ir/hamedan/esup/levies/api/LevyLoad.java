package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.LedgerLoad;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The bulk door of the assessment: the renewal levy of a year for all objects of a region that carried it on the first day
 * of the year, set by set, on a connection and in a transaction of the caller. Of every object it is kept that the year was
 * looked at: a year that was not is no data. The claims bear the keys of {@link #key}, so a repeated run posts
 * nothing twice. Rounded down to the rial once, at the end.
 */
public final class LevyLoad {
    /** Objects, their price and their levy. Areas are in hundredths of a square metre, the rate in percent. */
    private static final String BASE = """
            insert into levies_assessed
            select b.code, b.sort_key, b.land_area, b.floor_area, p.land, p.building, p.year is not null,
                b.carries_renewal_levy,
                floor((b.land_area::numeric * p.land + b.floor_area::numeric * p.building) * ?::numeric / 10000)::bigint
            from parcels.api_levy_base(?, ?) b
            left join levies.price p on p.year = ? and p.region = b.region and p.land_use = b.land_use
            where b.region = ?
            """;

    private final Connection connection;
    private final Clock clock;

    /**
     * @param connection with auto-commit off; it stays open and is not committed here
     * @param clock that says when a year was looked at
     */
    public LevyLoad(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** The key of the claim of a year on an object. */
    public static String key(int year, String code) {
        return "renewal:" + year + ":" + code;
    }

    /** Assesses and posts; objects without a price are counted and marked as not known, never taken as owing nothing. */
    public Assessment.Report assess(int year, int region) throws SQLException {
        LocalDate accrual = PersianDate.firstDayOf(year);
        BigDecimal rate = rate(accrual);
        stage(year, region, rate);
        markUnpriced(year);
        markAssessed(year);
        long posted = new LedgerLoad(connection, clock)
                .demandsFrom(
                        """
                        select 'renewal:' || ? || ':' || code, code, 'RENEWAL', ?, levy, ?::date, ?::date,
                            translate(format('عرصه %s متر × %s + اعیان %s متر × %s، نرخ %s٪',
                                round(land_area / 100.0, 2), land, round(floor_area / 100.0, 2), building, ?::text),
                                '0123456789.', '۰۱۲۳۴۵۶۷۸۹٫')
                        from levies_assessed where carries and levy > 0
                        """,
                        Integer.toString(year),
                        year,
                        Date.valueOf(accrual),
                        Date.valueOf(PersianDate.lastDayOf(year)),
                        rate.toPlainString());
        Assessment.Report report = count(year, region, posted);
        record(report);
        return report;
    }

    /**
     * Says that the claims of a year, made before this ledger, were loaded for all objects of a region; tells for how many
     * that was new. What came to be registered in the region after this call is not covered.
     */
    public long history(int year, int region) throws SQLException {
        String sql = """
                insert into levies.assessed (code, year, assessed_at)
                select b.code, ?, ? from parcels.api_levy_base(?, ?) b where b.region = ?
                on conflict on constraint assessed_pk do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, year);
            statement.setObject(2, now());
            statement.setObject(3, PersianDate.firstDayOf(year));
            statement.setObject(4, PersianDate.lastDayOf(year));
            statement.setObject(5, region);
            return statement.executeLargeUpdate();
        }
    }

    private void stage(int year, int region, BigDecimal rate) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    create temporary table if not exists levies_assessed (
                        code text, sort_key text, land_area bigint, floor_area bigint, land bigint, building bigint,
                        priced boolean, carries boolean, levy bigint) on commit drop
                    """);
            statement.executeUpdate("truncate levies_assessed");
        }
        try (PreparedStatement statement = connection.prepareStatement(BASE)) {
            statement.setObject(1, rate);
            statement.setObject(2, PersianDate.firstDayOf(year));
            statement.setObject(3, PersianDate.lastDayOf(year));
            statement.setObject(4, year);
            statement.setObject(5, region);
            statement.executeUpdate();
        }
    }

    private BigDecimal rate(LocalDate accrual) throws SQLException {
        String sql = """
                select value from levies.term where levy = 'RENEWAL' and name = 'rate' and valid_from <= ?
                order by valid_from desc, id desc limit 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, accrual);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalStateException("no rate on " + accrual);
                }
                return new BigDecimal(result.getString(1));
            }
        }
    }

    private Assessment.Report count(int year, int region, long posted) throws SQLException {
        String sql = """
                select count(*), count(*) filter (where levy > 0), count(*) filter (where not priced),
                    coalesce(sum(levy), 0)::bigint
                from levies_assessed where carries
                """;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return new Assessment.Report(
                    year,
                    region,
                    result.getLong(1),
                    posted,
                    result.getLong(2) - posted,
                    result.getLong(3),
                    new Rial(result.getLong(4)));
        }
    }

    private void markUnpriced(int year) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from levies.unpriced u where u.year = ? and u.code in (select a.code from levies_assessed a)")) {
            statement.setObject(1, year);
            statement.executeUpdate();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("insert into levies.unpriced (year, code, sort_key)"
                        + " select ?, code, sort_key from levies_assessed where carries and not priced")) {
            statement.setObject(1, year);
            statement.executeUpdate();
        }
    }

    /** What an object owes for the year is known now, be it nothing; without a price it is not. */
    private void markAssessed(int year) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into levies.assessed (code, year,"
                + " assessed_at) select code, ?, ? from levies_assessed where priced or not carries"
                + " on conflict on constraint assessed_pk do nothing")) {
            statement.setObject(1, year);
            statement.setObject(2, now());
            statement.executeUpdate();
        }
    }

    private void record(Assessment.Report report) throws SQLException {
        String sql = """
                insert into levies.assessment (year, region, objects, posted, already, without_price, total, run_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, report.year());
            statement.setInt(2, report.region());
            statement.setLong(3, report.objects());
            statement.setLong(4, report.posted());
            statement.setLong(5, report.already());
            statement.setLong(6, report.withoutPrice());
            statement.setLong(7, report.sum().amount());
            statement.setObject(8, now());
            statement.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
