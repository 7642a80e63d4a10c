package ir.hamedan.esup.levies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.Assessment;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.LevyTerms;
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
    void the_renewal_levy_counts_as_loaded_once_every_region_is_assessed_for_the_year() {
        city.withParcels();
        assess(1404);
        assertFalse(city.dues.due(City.HOUSE, City.TODAY).loaded().containsKey(LevyKind.RENEWAL));

        assess(1405);

        assertEquals(
                city.clock.instant(),
                city.dues.due(City.HOUSE, City.TODAY).loaded().get(LevyKind.RENEWAL));
    }

    @Test
    void an_object_without_a_price_is_no_data_and_never_clear() {
        city.withParcels();
        new Sql(city.database.owner()).run("delete from levies.price where land_use = 'PARK'");

        Assessment.Report report = assess(1405);

        assertEquals(1, report.withoutPrice());
        DueStatement park = city.dues.due(ir.hamedan.esup.kernel.RenewalCode.parse("1-5-67-17"), City.TODAY);
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
        return city.database.transaction(() -> city.dues.bill(due, "inquiry-1"));
    }

    private void post(String key, LevyKind levy, int year, long principal) {
        city.database.transaction(() -> city.demands.post(new Demands.NewDemand(
                key,
                City.HOUSE,
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
                1,
                city.audit.all().stream()
                        .filter(a -> a.action().equals("levies.term-set"))
                        .count());
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
