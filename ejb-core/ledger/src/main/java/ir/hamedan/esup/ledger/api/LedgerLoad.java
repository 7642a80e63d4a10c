package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.Rial;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The bulk door of the ledger: claims and payments by the hundred thousand, set by set, on a connection and in a
 * transaction of the caller. Every row is a posting of its own with its key, so a load that is repeated, whole or in
 * part, changes nothing twice. Rows travel as arrays, thousands in a round trip.
 */
public final class LedgerLoad {
    private static final int CHUNK = 10_000;

    /**
     * A claim that was paid in full before this ledger began.
     *
     * @param key the key under which the claim was posted
     * @param day when the money came
     * @param trace the reference number of the bank
     */
    public record Settled(String key, LocalDate day, Rial penalty, Rial reward, String trace) {}

    private final Connection connection;
    private final Clock clock;

    /**
     * @param connection with auto-commit off; it stays open and is not committed here
     * @param clock that says when a claim or payment came
     */
    public LedgerLoad(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** Posts the claims whose keys are new; tells how many those were. */
    public long demands(Iterator<Demands.NewDemand> demands) throws SQLException {
        stageDemands();
        String insert = """
                insert into ledger_new_demand (key, code, levy, year, principal, accrued_on, due_on, basis)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::bigint[], ?::date[], ?::date[],
                    ?::text[])
                """;
        List<Demands.NewDemand> chunk = new ArrayList<>(CHUNK);
        while (demands.hasNext()) {
            chunk.add(demands.next());
            if (chunk.size() == CHUNK || !demands.hasNext()) {
                Object[][] columns = new Object[8][chunk.size()];
                for (int i = 0; i < chunk.size(); i++) {
                    Demands.NewDemand row = chunk.get(i);
                    Object[] values = {
                        row.key(),
                        row.code().text(),
                        row.levy().name(),
                        row.year(),
                        row.principal().amount(),
                        row.accruedOn().toString(),
                        row.dueOn().toString(),
                        row.basis()
                    };
                    place(columns, i, values);
                }
                insert(insert, columns);
                chunk.clear();
            }
        }
        return postStaged();
    }

    /**
     * Posts every row of a query as a claim; tells how many were new.
     *
     * @param query with the columns key, code, levy, year, principal, accrued_on, due_on, basis, in this order
     */
    public long demandsFrom(String query, Object... arguments) throws SQLException {
        stageDemands();
        String insert =
                "insert into ledger_new_demand (key, code, levy, year, principal, accrued_on, due_on, basis) " + query;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
        return postStaged();
    }

    /** Books the payment of whole claims, each with its penalty and reward; tells how many were not yet settled. */
    public long payments(Iterator<Settled> payments) throws SQLException {
        run("""
            create temporary table if not exists ledger_new_payment (
                key text, day date, penalty bigint, reward bigint, trace text,
                posting bigint not null default nextval('ledger.posting_number')) on commit drop
            """);
        run("truncate ledger_new_payment");
        String insert = """
                insert into ledger_new_payment (key, day, penalty, reward, trace)
                select * from unnest(?::text[], ?::date[], ?::bigint[], ?::bigint[], ?::text[])
                """;
        List<Settled> chunk = new ArrayList<>(CHUNK);
        while (payments.hasNext()) {
            chunk.add(payments.next());
            if (chunk.size() == CHUNK || !payments.hasNext()) {
                Object[][] columns = new Object[5][chunk.size()];
                for (int i = 0; i < chunk.size(); i++) {
                    Settled row = chunk.get(i);
                    Object[] values = {
                        row.key(),
                        row.day().toString(),
                        row.penalty().amount(),
                        row.reward().amount(),
                        row.trace()
                    };
                    place(columns, i, values);
                }
                insert(insert, columns);
                chunk.clear();
            }
        }
        return bookStaged();
    }

    /** Says that the claims of a levy are complete as of the moment; never moves it back. */
    public void loaded(LevyKind levy, Instant asOf) throws SQLException {
        String upsert = """
                insert into ledger.loaded as l (levy, as_of) values (?, ?)
                on conflict (levy) do update set as_of = greatest(l.as_of, excluded.as_of)
                """;
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setString(1, levy.name());
            statement.setObject(2, asOf.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private void stageDemands() throws SQLException {
        run("""
            create temporary table if not exists ledger_new_demand (
                key text, code text, levy text, year smallint, principal bigint, accrued_on date, due_on date,
                basis text, posting bigint not null default nextval('ledger.posting_number')) on commit drop
            """);
        run("truncate ledger_new_demand");
    }

    private long postStaged() throws SQLException {
        run("analyze ledger_new_demand");
        run("""
            insert into ledger.file (code)
            select distinct n.code from ledger_new_demand n
            where not exists (select 1 from ledger.file f where f.code = n.code)
            on conflict on constraint file_code_once do nothing
            """);
        run("""
            insert into ledger.posting_key (key, posting) select n.key, n.posting from ledger_new_demand n
            on conflict on constraint posting_key_once do nothing
            """);
        run("delete from ledger_new_demand n where not exists (select 1 from ledger.posting_key k"
                + " where k.key = n.key and k.posting = n.posting)");
        long posted = runNow("""
                insert into ledger.posting (id, kind, reference, day, fiscal_year, posted_at)
                select n.posting, 'DEMAND', n.code, n.accrued_on, y.year, ?
                from ledger_new_demand n
                join (select day, ledger.year_of(day) as year
                    from (select distinct accrued_on as day from ledger_new_demand) as days) as y
                    on y.day = n.accrued_on
                """);
        run("""
            insert into ledger.transfer (posting, place, fiscal_year, day, file, debit, credit, amount)
            select n.posting, 1, p.fiscal_year, n.accrued_on, f.number, d.id, c.id, n.principal
            from ledger_new_demand n
            join ledger.posting p on p.id = n.posting
            join ledger.file f on f.code = n.code
            left join ledger.account d on d.code = 'RECEIVABLE.' || n.levy
            left join ledger.account c on c.code = 'INCOME.' || n.levy
            """);
        // Last, and at an instant of its own: a claim is marked as later than an answer by when it came, and a long run
        // begins early.
        runNow("""
            insert into ledger.demand
                (id, file, levy, year, posted_principal, principal, accrued_on, due_on, posted_at, basis)
            select n.posting, f.number, n.levy, n.year, n.principal, n.principal, n.accrued_on, n.due_on,
                ?, n.basis
            from ledger_new_demand n join ledger.file f on f.code = n.code
            """);
        return posted;
    }

    private long bookStaged() throws SQLException {
        run("analyze ledger_new_payment");
        run("""
            insert into ledger.posting_key (key, posting) select 'settled:' || n.key, n.posting from ledger_new_payment n
            where exists (select 1 from ledger.posting_key k join ledger.demand d on d.id = k.posting
                where k.key = n.key and d.settled < d.principal)
            on conflict on constraint posting_key_once do nothing
            """);
        run("delete from ledger_new_payment n where not exists (select 1 from ledger.posting_key k"
                + " where k.key = 'settled:' || n.key and k.posting = n.posting)");
        long booked = runNow("""
                insert into ledger.posting (id, kind, reference, day, fiscal_year, posted_at)
                select n.posting, 'PAYMENT', n.trace, n.day, y.year, ?
                from ledger_new_payment n
                join (select day, ledger.year_of(day) as year
                    from (select distinct day from ledger_new_payment) as days) as y on y.day = n.day
                """);
        run("""
            insert into ledger.transfer (posting, place, fiscal_year, day, file, debit, credit, amount)
            select n.posting, t.place, p.fiscal_year, n.day, d.file, debit.id, credit.id, t.amount
            from ledger_new_payment n
            join ledger.posting p on p.id = n.posting
            join ledger.posting_key k on k.key = n.key
            join ledger.demand d on d.id = k.posting
            cross join lateral (values
                (1, 'RECEIVABLE.' || d.levy, 'PENALTY', n.penalty),
                (2, 'REWARD', 'RECEIVABLE.' || d.levy, n.reward),
                (3, 'BANK', 'RECEIVABLE.' || d.levy, d.principal - d.settled + n.penalty - n.reward))
                as t (place, debit, credit, amount)
            left join ledger.account debit on debit.code = t.debit
            left join ledger.account credit on credit.code = t.credit
            where t.amount <> 0
            """);
        run("""
            update ledger.demand d set settled = d.principal
            from ledger_new_payment n join ledger.posting_key k on k.key = n.key where d.id = k.posting
            """);
        return booked;
    }

    private static void place(Object[][] columns, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            columns[column][row] = values[column];
        }
    }

    private void insert(String sql, Object[][] columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                Object first = columns[i][0];
                String type = first instanceof Long ? "bigint" : first instanceof Integer ? "integer" : "text";
                Array array = connection.createArrayOf(type, columns[i]);
                statement.setArray(i + 1, array);
            }
            statement.executeUpdate();
        }
    }

    /** The only parameter is the instant. */
    private long runNow(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeLargeUpdate();
        }
    }

    private long run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }
}
