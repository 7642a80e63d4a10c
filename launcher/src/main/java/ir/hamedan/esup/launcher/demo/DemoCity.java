package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.launcher.DemoLoader;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Loads the demo city in one transaction: it is there whole or not at all. */
public final class DemoCity implements DemoLoader {
    private static final long SEED = 1403_10_04L;

    private final long seed;
    private final Clock clock;

    /** The city that {@code ./run} loads. */
    public DemoCity() {
        this(SEED, Clock.systemUTC());
    }

    DemoCity(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    @Override
    public void load(City city) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long start = System.nanoTime();
        try (Connection connection = city.owner().getConnection()) {
            connection.setAutoCommit(false);
            if (ParcelLoad.wasLoaded(connection, CityRegister.REFERENCE)) {
                return;
            }
            city.progress().accept("Loading the demo city: synthetic, nobody and nothing in it is real.");
            CityPlan plan = CityPlan.of(city.parcels());
            List<Lot> lots = lots(plan, city.parcels(), now);
            ParcelLoad.Report register = CityRegister.load(connection, lots, now, seed);
            if (register.refusedRows() > 0) {
                throw new IllegalStateException("the register refuses rows of the demo city: " + register);
            }
            say(city.progress(), start, "register of " + register.loaded().get("object") + " land objects");
            analyze(connection);
            CityMoney.Report money = new CityMoney(connection, now, seed).load(lots, now);
            say(city.progress(), start, money.claims() + " claims, " + money.payments() + " of them paid");
            long features = CityRules.load(connection, plan, lots, now);
            say(city.progress(), start, features + " features of the map, and the demonstration rule book");
            CityPeople.Accounts accounts = CityPeople.load(connection, Samples.citizens(connection));
            analyze(connection);
            // The passwords are on disk before anybody can need them.
            write(new DemoFile(city.data()), DemoFile.accounts(accounts), connection);
            connection.commit();
            say(city.progress(), start, "demo city loaded");
        } catch (SQLException e) {
            throw new IllegalStateException("the demo city cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param parcels at least so many; whole bands of streets are built */
    List<Lot> lots(int parcels, Instant now) {
        return lots(CityPlan.of(parcels), parcels, now);
    }

    private List<Lot> lots(CityPlan plan, int parcels, Instant now) {
        return new Lots(seed, parcels, LocalDate.ofInstant(now, PersianDate.TEHRAN)).of(plan.places());
    }

    @Override
    public List<String> describe(City city) {
        DemoFile file = new DemoFile(city.data());
        try (Connection connection = city.owner().getConnection()) {
            write(file, file.keptAccounts(), connection);
            return file.console();
        } catch (SQLException e) {
            throw new IllegalStateException("the demo city cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DemoFile file, String accounts, Connection connection) throws SQLException, IOException {
        file.write(
                accounts,
                Samples.pick(connection, Samples.CLEAN, Samples.OF_EACH_KIND),
                Samples.pick(connection, Samples.OWING, Samples.OF_EACH_KIND),
                Samples.pick(connection, Samples.DOUBTFUL, Samples.OF_EACH_KIND));
    }

    /** Without statistics the planner takes the fresh tables for empty. */
    private static void analyze(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select format('%I.%I', schemaname, tablename) from pg_tables"
                            + " where tableowner = current_user and schemaname in ('parcels', 'ledger', 'levies', 'people', 'rulebooks')")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute("analyze " + table);
            }
        }
    }

    private static void say(Consumer<String> progress, long start, String what) {
        progress.accept(String.format(Locale.ROOT, "  %4.1f s  %s", (System.nanoTime() - start) / 1e9, what));
    }
}
