package ir.hamedan.esup.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LedgerLoad;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.testing.Form;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemandsTest {
    final Office office = new Office();

    @Test
    void a_claim_is_posted_once_however_often_it_is_sent() {
        Demand first = office.renewal(Office.HOUSE, 1404, 78_000_000);
        Demand again = office.renewal(Office.HOUSE, 1404, 78_000_000);

        assertEquals(first, again);
        assertEquals(Rial.of(78_000_000), first.open());
        assertEquals(78_000_000, office.receivable());
        assertEquals(1, office.audit.all().size());
    }

    @Test
    void a_key_used_for_another_claim_is_refused() {
        office.renewal(Office.HOUSE, 1404, 78_000_000);

        Problem refused = assertThrows(
                Problem.class,
                () -> office.database.transaction(() -> office.demands.post(new Demands.NewDemand(
                        "renewal:1404:" + Office.HOUSE,
                        Office.SHOP,
                        LevyKind.RENEWAL,
                        1404,
                        Rial.of(1),
                        PersianDate.firstDayOf(1404),
                        PersianDate.lastDayOf(1404),
                        ""))));

        assertEquals("ledger.key-reused", refused.code());
    }

    @Test
    void what_stands_on_an_object_owes_with_it_and_nothing_else_does() {
        office.renewal(Office.SHOP, 1404, 2);
        office.renewal(Office.HOUSE, 1403, 1);
        office.renewal(RenewalCode.parse("1-5-67-150"), 1404, 4);
        office.renewal(RenewalCode.parse("1-5-67-16"), 1404, 8);

        List<Demand> open = office.demands.open(Office.HOUSE);

        assertEquals(List.of(1L, 2L), open.stream().map(d -> d.open().amount()).toList());
        assertEquals(1, office.demands.open(Office.SHOP).size());
        assertEquals(
                0, office.demands.open(RenewalCode.parse("1-5-67-15-1-3-0")).size());
    }

    @Test
    void a_levy_that_was_not_loaded_is_missing_from_the_position() throws SQLException {
        office.renewal(Office.HOUSE, 1404, 1);
        try (Connection connection = office.database.owner().getConnection()) {
            new LedgerLoad(connection, office.clock).loaded(LevyKind.WASTE, Instant.EPOCH);
        }

        Demands.Position position = office.demands.position(List.of(reach(Office.HOUSE, true)));

        assertEquals(java.util.Map.of(LevyKind.WASTE, Instant.EPOCH), position.loaded());
        assertEquals(1, position.open().size());
        assertEquals(position.loaded(), office.demands.loaded());
    }

    private static Demands.Reach reach(RenewalCode code, boolean whole) {
        return new Demands.Reach(code, whole, Optional.empty());
    }

    @Test
    void a_reach_to_a_single_code_is_told_apart_and_ends_with_its_day() {
        office.renewal(Office.HOUSE, 1403, 1);
        office.renewal(Office.HOUSE, 1404, 2);
        office.renewal(Office.SHOP, 1404, 4);
        office.renewal(RenewalCode.parse("1-5-67-16"), 1404, 8);
        Demands.Reach early = new Demands.Reach(Office.HOUSE, false, Optional.of(PersianDate.firstDayOf(1404)));

        Demands.Position shop = office.demands.position(List.of(early, reach(Office.SHOP, true)));
        Demands.Position all = office.demands.position(
                List.of(reach(Office.SHOP, false), reach(Office.HOUSE, true), reach(Office.HOUSE, false)));

        assertEquals(List.of(4L), amounts(shop.open()));
        assertEquals(List.of(1L), amounts(shop.single()));
        assertEquals(List.of(1L, 2L, 4L), amounts(all.open()));
        assertEquals(List.of(), all.single());
    }

    private static List<Long> amounts(List<Demand> demands) {
        return demands.stream().map(demand -> demand.open().amount()).toList();
    }

    @Test
    void a_claim_of_a_long_run_came_when_it_was_posted_not_when_the_run_began() throws SQLException {
        inOwnersTransaction(load -> {
            load.demandsFrom("select null, null, null, 0, 0, null, null, null where false");
            office.clock.pass(Duration.ofHours(1));
            return load.demandsFrom(
                    "select 'k', '1-5-67-15-0-0-0', 'RENEWAL', 1404, 1, date '2025-03-21', date '2026-03-20', ''");
        });

        assertEquals(
                office.clock.instant(), office.demands.open(Office.HOUSE).get(0).postedAt());
    }

    @Test
    void what_is_loaded_was_posted_by_the_clock_of_the_product() throws SQLException {
        load(1);
        settle(1);

        assertEquals(
                List.of("DEMAND " + office.clock.instant(), "PAYMENT " + office.clock.instant()),
                office.sql()
                        .list(
                                "select kind, posted_at from ledger.posting order by kind",
                                row -> row.text("kind") + " " + row.instant("posted_at")));
    }

    @Test
    void a_correction_posts_the_difference_and_replaces_open_bills() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);
        long bill = office.issue("r", Office.HOUSE, Office.line(demand, 0, 0))
                .get(0)
                .number();

        Demand less = correct("c1", demand.id(), 400_000);
        Demand again = correct("c1", demand.id(), 400_000);
        Demand more = correct("c2", demand.id(), 500_000);

        assertEquals(less, again);
        assertEquals(Rial.of(500_000), more.open());
        assertEquals(500_000, office.receivable());
        assertEquals(
                "REPLACED",
                office.sql().one("select state from ledger.bill where number = ?", r -> r.text("state"), bill));
        assertEquals(
                3, office.demands.all(Office.HOUSE, new Page.Request(0, 10)).total() + 2);
    }

    private Demand correct(String key, long demand, long principal) {
        return office.database.transaction(() -> office.demands.correct(key, demand, Rial.of(principal), "audit"));
    }

    @Test
    void a_correction_below_what_was_paid_is_refused() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);
        office.sql().run("update ledger.demand set settled = 600000");

        Problem refused = assertThrows(Problem.class, () -> correct("c", demand.id(), 599_999));

        assertEquals("ledger.correction-below-paid", refused.code());
    }

    @Test
    void claims_and_payments_are_loaded_by_the_million_and_a_repeated_load_changes_nothing() throws SQLException {
        int count = Form.of(20_000, 1_000_000);
        assertEquals(count, load(count));
        assertEquals(count / 2, settle(count / 2));

        assertEquals(0, load(count));
        assertEquals(0, settle(count / 2));
        assertEquals(office.open(), office.receivable());
        assertEquals(count / 2 * 1_000L, office.open());
        assertTrue(office.books.trialBalance(LocalDate.of(1900, 1, 1), LocalDate.of(2100, 1, 1)).stream()
                        .mapToLong(b -> b.debit().amount() - b.credit().amount())
                        .sum()
                == 0);
    }

    private long load(int count) throws SQLException {
        return inOwnersTransaction(load -> load.demands(IntStream.range(0, count)
                .mapToObj(i -> new Demands.NewDemand(
                        "k" + i,
                        new RenewalCode(1 + i % 4, 1, 1 + i % 100, 1 + i / 5, 0, 0, 0),
                        LevyKind.RENEWAL,
                        1401 + i % 5,
                        Rial.of(1_000),
                        PersianDate.firstDayOf(1401 + i % 5),
                        PersianDate.lastDayOf(1401 + i % 5),
                        "basis"))
                .iterator()));
    }

    private long settle(int count) throws SQLException {
        return inOwnersTransaction(load -> load.payments(IntStream.range(0, count)
                .mapToObj(i -> new LedgerLoad.Settled(
                        "k" + i, LocalDate.of(2026, 1, 1), Rial.of(i % 3), Rial.of(i % 2), "t" + i))
                .iterator()));
    }

    private interface Load {
        long run(LedgerLoad load) throws SQLException;
    }

    private long inOwnersTransaction(Load work) throws SQLException {
        try (Connection connection = office.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            long done = work.run(new LedgerLoad(connection, office.clock));
            connection.commit();
            return done;
        }
    }

    @Test
    void facts_cannot_be_changed_by_the_application() {
        office.renewal(Office.HOUSE, 1404, 1_000_000);
        List<String> forbidden = List.of(
                "update ledger.transfer set amount = 1",
                "delete from ledger.transfer",
                "truncate ledger.transfer",
                "update ledger.posting set day = day",
                "delete from ledger.posting",
                "delete from ledger.posting_key",
                "update ledger.demand set posted_principal = 1",
                "update ledger.demand set file = 1",
                "delete from ledger.demand",
                "delete from ledger.bill",
                "update ledger.bill set amount = 1000",
                "delete from ledger.bill_line",
                "update ledger.account set code = 'x'",
                "update ledger.file set code = code",
                "update ledger.payment set amount = 1",
                "delete from ledger.payment",
                "delete from ledger.payment_event",
                "update ledger.provider_call set answer = ''");
        for (String sql : forbidden) {
            Sql.Failure refused =
                    assertThrows(Sql.Failure.class, () -> office.sql().run(sql), sql);
            assertEquals("42501", refused.state(), sql);
        }
    }

    @Test
    void constraints_of_the_tables_hold_what_code_could_break() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);
        assertBroken("demand_settled_at_most_once", "update ledger.demand set settled = principal + 1");
        assertBroken(
                "transfer_amount_positive",
                "insert into ledger.transfer select posting, 2, fiscal_year, day, file, debit, credit, 0 from ledger.transfer");
        assertBroken(
                "transfer_between_two",
                "insert into ledger.transfer select posting, 2, fiscal_year, day, file, debit, debit, 1 from ledger.transfer");
        assertBroken(
                "posting_key_once", "insert into ledger.posting_key values ('renewal:1404:" + demand.code() + "', 1)");
    }

    private void assertBroken(String constraint, String sql) {
        Sql.Failure broken = assertThrows(Sql.Failure.class, () -> office.sql().run(sql));
        assertTrue(broken.getMessage().contains(constraint), broken.getMessage());
    }

    @Test
    void fiscal_years_begin_when_icu_says_so() {
        office.sql().list("select year, first_day from ledger.fiscal_year", row -> {
            assertEquals(PersianDate.firstDayOf(row.integer("year")), row.date("first_day"));
            return 0;
        });
        int year = office.sql()
                .one("select ledger.year_of(?) as year", row -> row.integer("year"), PersianDate.lastDayOf(1404));
        assertEquals(1404, year);
    }
}
