package ir.hamedan.esup.levies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.Assessment;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.LevyLoad;
import ir.hamedan.esup.levies.api.LevyTerms;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuesTest {
    final City city = new City();

    @Test
    void the_levy_of_example_1_is_assessed_for_every_object_once() {
        city.withParcels();

        Assessment.Report report = assess(1404);

        assertEquals(new Assessment.Report(1404, 1, 3, 2, 0, 0, Rial.of(78_000_000 + 14_000_000)), report);
        assertEquals(new Assessment.Report(1404, 1, 3, 0, 2, 0, report.sum()), assess(1404));
        assertEquals(Rial.of(78_000_000), city.demands.open(City.HOUSE).get(0).principal());
        assertEquals(
                "عرصه ۲۵۰٫۰۰ متر × ۴۸۰۰۰۰۰ + اعیان ۶۰۰٫۰۰ متر × ۳۲۰۰۰۰۰، نرخ ۲٫۵٪",
                city.demands.open(City.HOUSE).get(0).basis());
        assertEquals(1, city.demands.open(City.FLATS).size());
        assertEquals(City.FLAT, city.demands.open(City.FLATS).get(0).code());
    }

    private Assessment.Report assess(int year) {
        return city.database.transaction(() -> city.assessment.assess(year, 1));
    }

    @Test
    void the_rate_is_that_of_the_first_of_farvardin() {
        city.withParcels();

        assess(1401);
        assess(1402);

        List<Long> principals = city.demands.open(City.HOUSE).stream()
                .map(demand -> demand.principal().amount())
                .toList();
        // half and 60 % of the prices, at 1.5 % and 2.5 %
        assertEquals(List.of(23_400_000L, 46_800_000L), principals);
    }

    @Test
    void the_renewal_levy_is_known_once_every_year_from_the_start_year_on_was_assessed() {
        city.withParcels().since(1404);
        assess(1405);
        assertFalse(isKnown(City.HOUSE), "1404 was never looked at");

        assess(1404);

        assertTrue(isKnown(City.HOUSE));
        assertTrue(isKnown(City.FLAT));
        assertTrue(isKnown(RenewalCode.parse("1-5-67-16-1")));
        LocalDate endOfYear = PersianDate.lastDayOf(1405);
        assertTrue(isKnown(City.HOUSE, endOfYear));
        assertFalse(isKnown(City.HOUSE, endOfYear.plusDays(1)), "the new year was not assessed yet");
    }

    private boolean isKnown(RenewalCode code) {
        return isKnown(code, City.TODAY);
    }

    private boolean isKnown(RenewalCode code, LocalDate day) {
        return city.dues.due(code, day).loaded().containsKey(LevyKind.RENEWAL);
    }

    @Test
    void years_loaded_from_elsewhere_are_known_too() throws SQLException {
        city.withParcels().since(1400);
        assess(1405);
        try (Connection connection = city.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            for (int year = 1400; year <= 1404; year++) {
                assertEquals(4, new LevyLoad(connection, city.clock).history(year, 1));
            }
            connection.commit();
        }

        assertTrue(isKnown(City.HOUSE));
        assertFalse(city.dues.due(City.HOUSE, City.TODAY).items().isEmpty());
    }

    @Test
    void a_year_is_looked_at_by_the_clock_of_the_product() throws SQLException {
        city.withParcels();
        assess(1405);
        try (Connection connection = city.database.owner().getConnection()) {
            new LevyLoad(connection, city.clock).history(1404, 1);
        }

        for (String instants : List.of(
                "assessed_at as at from levies.assessed where year = 1404",
                "assessed_at as at from levies.assessed where year = 1405",
                "run_at as at from levies.assessment",
                "posted_at as at from ledger.demand")) {
            assertEquals(
                    List.of(city.clock.instant()),
                    city.sql().list("select distinct " + instants, row -> row.instant("at")),
                    instants);
        }
    }

    @Test
    void an_object_that_was_registered_after_the_run_is_no_data_until_the_next() {
        city.withParcels().since(1404);
        assess(1404);
        assess(1405);
        RenewalCode late = RenewalCode.parse("1-5-67-18");
        city.register(late, City.TODAY.minusDays(40));
        assertFalse(isKnown(late));
        RenewalCode flat = RenewalCode.parse("1-5-67-16-1-2-0");
        city.register(flat, City.TODAY.minusDays(40));
        assertFalse(isKnown(City.FLATS), "one of its flats was not looked at");

        assertEquals(0, assess(1405).posted());

        assertTrue(isKnown(late));
        assertTrue(isKnown(City.FLATS));
        assertTrue(city.demands.open(late).isEmpty(), "it did not stand on the first day of the year");
    }

    @Test
    void no_object_is_charged_for_a_year_before_it_came_to_be() {
        RenewalCode late = RenewalCode.parse("1-5-67-18");
        city.withParcels().since(1403);
        city.register(late, PersianDate.firstDayOf(1404));

        List.of(1403, 1404, 1405).forEach(this::assess);

        assertEquals(
                List.of(1404, 1405),
                city.demands.open(late).stream().map(Demand::year).toList());
        assertTrue(isKnown(late));
    }

    @Test
    void a_renumbered_parcel_still_owes_and_is_not_charged_again() {
        RenewalCode renumbered = RenewalCode.parse("1-5-67-40");
        city.withParcels().since(1402);
        List.of(1402, 1403, 1404).forEach(this::assess);
        long owed = city.dues.due(City.HOUSE, City.TODAY).total().amount();

        city.renumber(renumbered, new PersianDate(1405, 2, 1).toLocalDate());
        assertEquals(Rial.of(owed), city.dues.due(renumbered, City.TODAY).total());
        assertFalse(isKnown(renumbered), "the levy of 1405 fell due on the old code");

        List.of(1402, 1403, 1404, 1405).forEach(this::assess);

        DueStatement due = city.dues.due(renumbered, City.TODAY);
        assertEquals(
                List.of(1402, 1403, 1404, 1405),
                due.items().stream().map(Bill.Line::year).toList());
        assertTrue(city.demands.open(renumbered).isEmpty());
        assertTrue(isKnown(renumbered));
        assertEquals(4, bill(due).get(0).lines().size());
    }

    @Test
    void what_is_owed_on_the_building_concerns_the_flat_but_is_not_on_its_bill() {
        city.withParcels().since(1404);
        post("fine", RenewalCode.parse("1-5-67-16-1"), LevyKind.ARTICLE_100_FINE, 1403, 5_000);
        post("waste", City.FLATS, LevyKind.WASTE, 1404, 7_000);
        post("flat", City.FLAT, LevyKind.WASTE, 1404, 1_000);

        DueStatement flat = city.dues.due(City.FLAT, City.TODAY);

        assertEquals(Rial.of(1_000), flat.total());
        assertEquals(
                List.of(RenewalCode.parse("1-5-67-16-1"), City.FLATS),
                flat.above().stream().map(Demand::code).toList());
        assertEquals(
                List.of("1-5-67-16-0-0-0", "1-5-67-16-1-0-0", City.FLAT.text()),
                city.dues.claims(City.FLAT).stream()
                        .map(demand -> demand.code().text())
                        .sorted()
                        .toList());
        DueStatement parcel = city.dues.due(City.FLATS, City.TODAY);
        assertEquals(Rial.of(13_000), parcel.total());
        assertEquals(List.of(), parcel.above());
    }

    @Test
    void an_object_without_a_price_is_no_data_and_never_clear() {
        city.withParcels().since(1405);
        new Sql(city.database.owner()).run("delete from levies.price where land_use = 'PARK'");

        Assessment.Report report = assess(1405);

        assertEquals(1, report.withoutPrice());
        DueStatement park = city.dues.due(City.PARK, City.TODAY);
        assertTrue(park.items().isEmpty());
        assertFalse(park.loaded().containsKey(LevyKind.RENEWAL));
        assertTrue(city.dues.due(City.HOUSE, City.TODAY).loaded().containsKey(LevyKind.RENEWAL));
    }

    @Test
    void a_year_to_come_and_a_region_without_objects_are_refused() {
        city.withParcels();

        assertEquals(
                "levies.year-out-of-range",
                assertThrows(Problem.class, () -> assess(1406)).code());
        assertEquals(
                "levies.region-without-objects",
                assertThrows(Problem.class, () -> city.database.transaction(() -> city.assessment.assess(1405, 4)))
                        .code());
    }

    @Test
    void dues_carry_charge_reward_and_rule_of_the_day_and_are_billed_once() {
        post("a", LevyKind.RENEWAL, 1404, 78_000_000);
        post("b", LevyKind.RENEWAL, 1405, 90_000_500);
        post("c", LevyKind.ARTICLE_100_FINE, 1403, 1_000_000);

        DueStatement due = city.dues.due(City.HOUSE, City.TODAY);

        assertEquals(
                List.of(1_000_000L, 82_680_000L, 81_000_450L),
                due.items().stream().map(line -> line.amount().amount()).toList());
        assertEquals(Rial.of(164_680_450), due.total());
        assertEquals(Rial.of(164_681_000), due.payable());
        assertEquals(City.TODAY.plusDays(10), due.payBy());

        List<Bill> bills = bill(due);
        assertEquals(due.payable(), bills.get(0).amount());
        assertEquals(bills, bill(due));
    }

    private List<Bill> bill(DueStatement due) {
        return city.database.transaction(() -> city.dues.bill(due));
    }

    private void post(String key, LevyKind levy, int year, long principal) {
        post(key, City.HOUSE, levy, year, principal);
    }

    private void post(String key, RenewalCode code, LevyKind levy, int year, long principal) {
        city.database.transaction(() -> city.demands.post(new Demands.NewDemand(
                key,
                code,
                levy,
                year,
                Rial.of(principal),
                PersianDate.firstDayOf(year),
                PersianDate.lastDayOf(year),
                "")));
    }

    @Test
    void nothing_owed_is_no_bill() {
        assertEquals(List.of(), bill(city.dues.due(City.HOUSE, City.TODAY)));
    }

    @Test
    void a_claim_of_a_later_day_is_not_due_yet() {
        post("a", LevyKind.RENEWAL, 1405, 1_000);

        assertTrue(
                city.dues.due(City.HOUSE, PersianDate.lastDayOf(1404)).items().isEmpty());
    }

    @Test
    void a_new_term_counts_from_its_day_on() {
        post("a", LevyKind.RENEWAL, 1404, 78_000_000);
        LocalDate later = City.TODAY.plusDays(1);

        set("RENEWAL", "penalty", later, "MONTHLY_2_MAX_24");

        assertEquals(
                Rial.of(4_680_000),
                city.dues.due(City.HOUSE, City.TODAY).items().get(0).penalty());
        assertEquals(
                Rial.of(12_480_000),
                city.dues.due(City.HOUSE, later).items().get(0).penalty());
        assertTrue(city.terms.all().contains(term("RENEWAL", "penalty", later, "MONTHLY_2_MAX_24")));
        assertEquals(
                List.of("ANNUAL_9"),
                city.audit.all().stream()
                        .filter(a -> a.action().equals("levies.term-set"))
                        .map(a -> a.before().get("value"))
                        .toList());
    }

    @Test
    void a_limitation_takes_old_claims_out() {
        post("a", LevyKind.RENEWAL, 1395, 1_000);
        post("b", LevyKind.RENEWAL, 1404, 1_000);
        set("RENEWAL", "limitation-years", City.TODAY, "5");

        assertEquals(1, city.dues.due(City.HOUSE, City.TODAY).items().size());
    }

    private static LevyTerms.Term term(String levy, String name, LocalDate from, String value) {
        return new LevyTerms.Term(levy, name, from, value, "council");
    }

    private void set(String levy, String name, LocalDate from, String value) {
        city.database.inTransaction(() -> city.terms.set(term(levy, name, from, value)));
    }

    @Test
    void terms_that_are_unknown_wrong_or_in_the_past_are_refused() {
        assertRefused("levies.unknown-term", "PARKING", "rate", City.TODAY, "1");
        assertRefused("levies.unknown-term", "RENEWAL", "tax", City.TODAY, "1");
        assertRefused("levies.term-in-the-past", "RENEWAL", "rate", City.TODAY.minusDays(1), "1");
        assertRefused("levies.wrong-term", "RENEWAL", "rate", City.TODAY, "101");
        assertRefused("levies.wrong-term", "RENEWAL", "reward", City.TODAY, "-1");
        assertRefused("levies.wrong-term", "RENEWAL", "penalty", City.TODAY, "ANNUAL");
        assertRefused("levies.wrong-term", "RENEWAL", "accrual", City.TODAY, "WEEK");
        assertRefused("levies.wrong-term", "*", "bill-days", City.TODAY, "0");
        assertRefused("levies.wrong-term", "RENEWAL", "start-year", City.TODAY, "1340");
        assertRefused("levies.wrong-term", "*", "start-year", City.TODAY, "1400");
        assertRefused("levies.wrong-term", "ARTICLE_100_FINE", "penalty", City.TODAY, "ANNUAL_9");
    }

    private void assertRefused(String code, String levy, String name, LocalDate from, String value) {
        assertEquals(
                code,
                assertThrows(Problem.class, () -> set(levy, name, from, value)).code());
    }

    @Test
    void the_table_itself_refuses_a_charge_on_fines_and_changes_of_the_past() {
        Sql.Failure fine = assertThrows(Sql.Failure.class, () -> city.sql()
                .run(
                        "insert into levies.term (levy, name, valid_from, value, basis)"
                                + " values ('ARTICLE_100_FINE', 'penalty', ?, 'ANNUAL_9', '')",
                        City.TODAY));
        assertTrue(fine.getMessage().contains("term_no_delay_charge_on_fines"));
        for (String sql : List.of(
                "update levies.term set value = '0'",
                "delete from levies.term",
                "update levies.price set land = 1",
                "delete from levies.assessment")) {
            assertEquals(
                    "42501",
                    assertThrows(Sql.Failure.class, () -> city.sql().run(sql)).state(),
                    sql);
        }
    }
}
