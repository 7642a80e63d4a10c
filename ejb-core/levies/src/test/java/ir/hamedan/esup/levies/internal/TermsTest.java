package ir.hamedan.esup.levies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.LevyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What example 1 of the domain guide costs early and late, example 5, and the arithmetic of delays. */
class TermsTest {
    static final long PRINCIPAL = 78_000_000;

    static Terms terms(String penalty, String accrual) {
        Map<String, Terms.Value> values = new HashMap<>();
        values.put("RENEWAL/penalty", new Terms.Value(penalty, "basis"));
        values.put("RENEWAL/reward", new Terms.Value("10", "basis"));
        values.put("*/penalty", new Terms.Value(penalty, "basis"));
        values.put("*/accrual", new Terms.Value(accrual, "basis"));
        values.put("*/reward", new Terms.Value("0", "basis"));
        values.put("*/bill-days", new Terms.Value("10", "basis"));
        values.put("*/limitation-years", new Terms.Value("0", "basis"));
        return new Terms(values);
    }

    static Demand claim(LevyKind levy, long principal, LocalDate accruedOn, LocalDate dueOn) {
        return new Demand(
                1,
                RenewalCode.parse("1-5-67-15"),
                levy,
                PersianDate.of(accruedOn).year(),
                Rial.of(principal),
                Rial.of(principal),
                accruedOn,
                dueOn,
                Instant.EPOCH,
                "");
    }

    static Demand renewal(int year, long principal) {
        return claim(LevyKind.RENEWAL, principal, PersianDate.firstDayOf(year), PersianDate.lastDayOf(year));
    }

    static LocalDate day(String persian) {
        return PersianDate.parse(persian).toLocalDate();
    }

    @ParameterizedTest
    @CsvSource({
        // paid in the year, 8 months late, 26 months late; both penalty models
        "ANNUAL_9, 1404/06/15, 0, 7800000, 70200000",
        "ANNUAL_9, 1404/12/29, 0, 7800000, 70200000",
        "ANNUAL_9, 1405/09/01, 4680000, 0, 82680000",
        "ANNUAL_9, 1405/09/30, 4680000, 0, 82680000",
        "ANNUAL_9, 1407/03/01, 15210000, 0, 93210000",
        "MONTHLY_2_MAX_24, 1405/09/01, 12480000, 0, 90480000",
        "MONTHLY_2_MAX_24, 1407/03/01, 18720000, 0, 96720000",
        "NONE, 1407/03/01, 0, 0, 78000000"
    })
    void example_1_paid_early_and_late(String model, String day, long penalty, long reward, long amount) {
        Bill.Line line = terms(model, "FULL_MONTH").line(renewal(1404, PRINCIPAL), day(day));

        assertEquals(Rial.of(penalty), line.penalty());
        assertEquals(Rial.of(reward), line.reward());
        assertEquals(Rial.of(amount), line.amount());
    }

    @ParameterizedTest
    @CsvSource({
        "FULL_MONTH, 1404/12/29, 0",
        "FULL_MONTH, 1405/01/01, 0",
        "FULL_MONTH, 1405/01/31, 0",
        "FULL_MONTH, 1405/02/01, 1",
        "FULL_MONTH, 1405/07/30, 6",
        "FULL_MONTH, 1405/12/29, 11",
        "FULL_MONTH, 1406/01/01, 12",
        "STARTED_MONTH, 1404/12/29, 0",
        "STARTED_MONTH, 1405/01/01, 1",
        "STARTED_MONTH, 1405/01/31, 1",
        "STARTED_MONTH, 1405/02/01, 2",
        "DAY, 1404/12/29, 0",
        "DAY, 1405/01/01, 1",
        "DAY, 1406/01/01, 366"
    })
    void a_delay_is_counted_from_the_first_of_farvardin(Accrual accrual, String day, long units) {
        assertEquals(units, accrual.units(PersianDate.lastDayOf(1404), day(day)));
    }

    @Test
    void a_delay_from_the_end_of_a_long_month_has_a_month_behind_it_at_the_end_of_a_shorter_one() {
        assertEquals(0, Accrual.FULL_MONTH.units(day("1405/06/30"), day("1405/07/29")));
        assertEquals(1, Accrual.FULL_MONTH.units(day("1405/06/30"), day("1405/07/30")));
    }

    @Test
    void by_day_a_year_has_365_and_the_rest_of_a_rial_is_dropped() {
        Bill.Line line = terms("ANNUAL_9", "DAY").line(renewal(1404, PRINCIPAL), day("1405/01/01"));

        assertEquals(Rial.of(PRINCIPAL * 9 / 36_500), line.penalty());
    }

    @Test
    void by_day_two_percent_a_month_are_twenty_four_a_year_and_no_more() {
        Terms terms = terms("MONTHLY_2_MAX_24", "DAY");

        assertEquals(
                Rial.of(PRINCIPAL * 24 / 36_500),
                terms.line(renewal(1404, PRINCIPAL), day("1405/01/01")).penalty());
        assertEquals(
                Rial.of(18_720_000),
                terms.line(renewal(1404, PRINCIPAL), day("1409/01/01")).penalty());
    }

    @ParameterizedTest
    @CsvSource({"ANNUAL_9", "MONTHLY_2_MAX_24"})
    void example_5_a_fine_under_article_100_never_bears_a_charge_for_delay(String model) {
        Demand fine = claim(LevyKind.ARTICLE_100_FINE, 432_000_000, day("1400/01/10"), day("1400/03/10"));

        Bill.Line line = terms(model, "DAY").line(fine, day("1405/09/03"));

        assertEquals(Rial.of(432_000_000), line.amount());
        assertTrue(line.rule().contains("۲۲۷"), line.rule());
    }

    @Test
    void the_rule_names_the_article_the_rate_and_the_months() {
        Bill.Line line = terms("ANNUAL_9", "FULL_MONTH").line(renewal(1404, PRINCIPAL), day("1405/09/03"));

        assertEquals("جریمهٔ دیرکرد ۹٪ در سال برای ۸ ماه کامل (basis)", line.rule());
    }

    @Test
    void only_what_is_open_earns_a_reward_or_bears_a_charge() {
        Demand half = new Demand(
                1,
                RenewalCode.parse("1-5-67-15"),
                LevyKind.RENEWAL,
                1404,
                Rial.of(PRINCIPAL),
                Rial.of(PRINCIPAL / 2),
                PersianDate.firstDayOf(1404),
                PersianDate.lastDayOf(1404),
                Instant.EPOCH,
                "");

        assertEquals(
                Rial.of(2_340_000),
                terms("ANNUAL_9", "FULL_MONTH").line(half, day("1405/09/03")).penalty());
    }

    @Test
    void a_bill_is_not_accepted_beyond_the_last_day_of_the_year() {
        assertEquals(day("1405/09/13"), terms("NONE", "DAY").payBy(day("1405/09/03")));
        assertEquals(PersianDate.lastDayOf(1405), terms("NONE", "DAY").payBy(day("1405/12/25")));
    }

    @Test
    void the_words_of_a_penalty_are_read_or_refused() {
        assertThrows(IllegalArgumentException.class, () -> Penalty.parse("ANNUAL"));
        assertThrows(IllegalArgumentException.class, () -> Penalty.parse("MONTHLY_2"));
        assertEquals(Penalty.NOTHING, Penalty.parse("NONE"));
    }

    @Property(tries = 500)
    void what_is_due_is_never_negative_and_a_later_day_is_never_cheaper_after_the_deadline(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long principal,
            @ForAll @IntRange(min = 0, max = 4_000) int days,
            @ForAll("models") String model,
            @ForAll Accrual accrual) {
        Terms terms = terms(model, accrual.name());
        Demand demand = renewal(1400, principal);
        LocalDate day = PersianDate.firstDayOf(1400).plusDays(days);

        Bill.Line line = terms.line(demand, day);

        assertTrue(!line.amount().isNegative());
        assertEquals(line.principal().plus(line.penalty()).minus(line.reward()), line.amount());
        assertTrue(line.penalty().isZero() || line.reward().isZero());
        assertTrue(terms.line(demand, day.plusDays(1)).amount().compareTo(line.amount()) >= 0);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> models() {
        return net.jqwik.api.Arbitraries.of("NONE", "ANNUAL_9", "MONTHLY_2_MAX_24");
    }
}
