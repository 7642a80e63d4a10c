package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LedgerLoad;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.LevyLoad;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Five years of claims and payments. The renewal levy is assessed by its own bulk door from the dated prices; waste fee
 * and trade levy are made up here by the shape of their formulas. Whoever is clean has paid all of it, whoever owes has
 * left open the last years of something.
 */
final class CityMoney {
    static final int YEARS = 5;
    /** The last year for which the product brings example prices. */
    private static final int LAST_PRICED_YEAR = 1405;
    /** Household of four, 365 days, 0.7 kg a head and day, 2,500 rial a kilogram. */
    private static final long WASTE_OF_A_HOME = 4 * 365 * 7 / 10 * 2_500L;

    private static final long[] REGION_PERCENT = {100, 120, 100, 85, 75};
    private static final long TRADE_BASE = 9_600_000;

    private final Connection connection;
    private final LocalDate today;
    private final int firstYear;
    private final int lastYear;
    private final Dice dice;
    /** From which year on an object owes; nothing for those that owe nothing. */
    private final Map<String, Integer> owesFrom = new HashMap<>();

    CityMoney(Connection connection, Instant now, long seed) {
        this.connection = connection;
        this.today = LocalDate.ofInstant(now, PersianDate.TEHRAN);
        this.lastYear = PersianDate.of(today).year();
        this.firstYear = lastYear - YEARS + 1;
        this.dice = new Dice(seed ^ 0xfee5L);
    }

    /** What was posted: claims and settled claims. */
    record Report(long claims, long payments) {}

    Report load(List<Lot> lots, Instant now) throws SQLException {
        lots.forEach(this::decide);
        openTheBooks();
        Clock clock = Clock.fixed(now, PersianDate.TEHRAN);
        LedgerLoad ledger = new LedgerLoad(connection, clock);
        long claims = 0;
        for (int year = firstYear; year <= lastYear; year++) {
            for (int region = 1; region <= 4; region++) {
                claims += new LevyLoad(connection, clock).assess(year, region).posted();
            }
        }
        List<Demands.NewDemand> others = new ArrayList<>();
        lots.forEach(lot -> others(lot, others));
        claims += ledger.demands(others.iterator());
        List<LedgerLoad.Settled> settled = new ArrayList<>();
        renewalPaid(settled);
        for (Demands.NewDemand demand : others) {
            if (isPaid(demand.code().text(), demand.year())) {
                settled.add(new LedgerLoad.Settled(demand.key(), inTime(demand.year()), Rial.ZERO, Rial.ZERO, trace()));
            }
        }
        long payments = ledger.payments(settled.iterator());
        for (LevyKind levy : LevyKind.values()) {
            ledger.loaded(levy, now);
        }
        return new Report(claims, payments);
    }

    /** The levy is asked for from the first year of the demo on; later years are priced as the last one that is. */
    private void openTheBooks() throws SQLException {
        run(
                "insert into levies.term (levy, name, valid_from, value, basis)"
                        + " values ('RENEWAL', 'start-year', '1968-11-28', ?, 'نخستین سال شهر نمونه')",
                Integer.toString(firstYear));
        for (int year = LAST_PRICED_YEAR + 1; year <= lastYear + YEARS; year++) {
            run(
                    "insert into levies.price (year, region, land_use, land, building, basis)"
                            + " select ?, region, land_use, land, building, 'نمونه' from levies.price where year = ?",
                    year,
                    LAST_PRICED_YEAR);
        }
    }

    private void run(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }

    private void decide(Lot lot) {
        boolean owes =
                lot.standing() == Lot.Standing.OWING || lot.standing() == Lot.Standing.DOUBTFUL && dice.inThousand(200);
        if (!owes) {
            return;
        }
        int from = lastYear - dice.below(dice.inThousand(250) ? YEARS : 2);
        if (lot.hasApartments()) {
            boolean first = true;
            for (Lot.Unit unit : lot.units()) {
                RenewalCode code = unit.object().code();
                if (code.level() == RenewalCode.Level.APARTMENT && (first || dice.inThousand(400))) {
                    owesFrom.put(code.text(), from);
                    first = false;
                }
            }
        } else {
            owesFrom.put(lot.code().text(), from);
            lot.units().forEach(unit -> {
                if (dice.inThousand(500)) {
                    owesFrom.put(unit.object().code().text(), from);
                }
            });
        }
    }

    private boolean isPaid(String code, int year) {
        return year < owesFrom.getOrDefault(code, Integer.MAX_VALUE);
    }

    private void others(Lot lot, List<Demands.NewDemand> demands) {
        if (lot.object().use() == LandUse.DWELLING && !lot.hasApartments()) {
            waste(lot.object(), demands);
        }
        for (Lot.Unit unit : lot.units()) {
            switch (unit.object().code().level()) {
                case APARTMENT -> waste(unit.object(), demands);
                case SHOP -> trade(unit.object(), demands);
                case BLOCK, PARCEL, BUILDING -> {}
            }
        }
    }

    /** The fee has been billed apart from the levy since the year before last. */
    private void waste(LandObject object, List<Demands.NewDemand> demands) {
        long amount = WASTE_OF_A_HOME * REGION_PERCENT[object.region()] / 100;
        for (int year = lastYear - 1; year <= lastYear; year++) {
            demands.add(demand(
                    "waste", LevyKind.WASTE, object, year, amount, "خانوار ۴ نفره، ۳۶۵ روز، تعدیل منطقه (نمونه)"));
        }
    }

    private void trade(LandObject shop, List<Demands.NewDemand> demands) {
        long amount = TRADE_BASE * (80 + shop.floorArea() / 100) / 100 * REGION_PERCENT[shop.region()] / 100;
        for (int year = firstYear; year <= lastYear; year++) {
            demands.add(demand(
                    "trade", LevyKind.TRADE, shop, year, amount, "درجهٔ ۲ × درجهٔ گذر × ضریب مساحت، ۱۲ ماه (نمونه)"));
        }
    }

    private static Demands.NewDemand demand(
            String what, LevyKind levy, LandObject object, int year, long amount, String basis) {
        return new Demands.NewDemand(
                what + ":" + year + ":" + object.code(),
                object.code(),
                levy,
                year,
                Rial.of(amount),
                PersianDate.firstDayOf(year),
                PersianDate.lastDayOf(year),
                basis);
    }

    /** The levy that was assessed, as it was posted: paid in time with the reward, or late with the penalty. */
    private void renewalPaid(List<LedgerLoad.Settled> settled) throws SQLException {
        String posted = """
                select f.code, d.year, d.principal from ledger.demand d join ledger.file f on f.number = d.file
                where d.levy = 'RENEWAL' order by d.id
                """;
        try (PreparedStatement statement = connection.prepareStatement(posted)) {
            statement.setFetchSize(10_000);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String code = row.getString(1);
                    int year = row.getInt(2);
                    if (isPaid(code, year)) {
                        settled.add(renewal(LevyLoad.key(year, code), year, Rial.of(row.getLong(3))));
                    }
                }
            }
        }
    }

    private LedgerLoad.Settled renewal(String key, int year, Rial principal) {
        LocalDate due = PersianDate.lastDayOf(year);
        int months = 1 + dice.below(10);
        LocalDate late = due.plusDays(31L * months);
        if (year == lastYear || dice.inThousand(850) || late.isAfter(today)) {
            return new LedgerLoad.Settled(key, inTime(year), Rial.ZERO, principal.timesRoundedDown(10, 100), trace());
        }
        return new LedgerLoad.Settled(key, late, principal.timesRoundedDown(9L * months, 1_200), Rial.ZERO, trace());
    }

    private LocalDate inTime(int year) {
        LocalDate first = PersianDate.firstDayOf(year);
        LocalDate last = PersianDate.lastDayOf(year).isAfter(today) ? today : PersianDate.lastDayOf(year);
        return first.plusDays(dice.below((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    private String trace() {
        return String.format(Locale.ROOT, "demo-%09d", dice.below(1_000_000_000));
    }
}
