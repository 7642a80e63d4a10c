package ir.hamedan.esup.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BillsTest {
    final Office office = new Office();

    @Test
    void a_bill_is_payable_in_thousands_and_found_by_its_ids() {
        Demand house = office.renewal(Office.HOUSE, 1404, 78_000_500);
        Demand shop = office.renewal(Office.SHOP, 1405, 1_000_000);

        List<Bill> bills = office.issue(
                "inquiry-1", Office.HOUSE, Office.line(house, 4_680_000, 0), Office.line(shop, 0, 100_000));

        assertEquals(1, bills.size());
        Bill bill = bills.get(0);
        assertEquals(Rial.of(83_581_000), bill.amount());
        assertEquals(bill.amount(), bill.paymentId().amount());
        assertTrue(bill.paymentId().belongsTo(bill.billId()));
        assertEquals(bill, office.bills.find(bill.billId(), bill.paymentId()));
        assertEquals(bills, office.bills.byReference("inquiry-1"));
        for (String text : List.of("1-5-67-15", bill.billId().text(), "inquiry-1")) {
            assertEquals(
                    bills, office.bills.search(text, new Page.Request(0, 10)).rows(), text);
        }
    }

    @Test
    void the_same_reference_with_the_same_lines_is_the_same_bill() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);

        List<Bill> first = office.issue("r", Office.HOUSE, Office.line(demand, 90_000, 0));
        List<Bill> again = office.issue("r", Office.HOUSE, Office.line(demand, 90_000, 0));
        List<Bill> later = office.issue("r", Office.HOUSE, Office.line(demand, 97_500, 0));

        assertEquals(first, again);
        assertNotEquals(first.get(0).paymentId(), later.get(0).paymentId());
        assertEquals(
                Bill.State.REPLACED,
                office.bills
                        .find(first.get(0).billId(), first.get(0).paymentId())
                        .state());
    }

    @Test
    void a_bill_for_the_same_claims_by_another_reference_replaces_the_open_one() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);

        Bill first = office.issue("a", Office.HOUSE, Office.line(demand, 0, 0)).get(0);
        Bill second = office.issue("b", Office.HOUSE, Office.line(demand, 0, 0)).get(0);

        assertEquals(first.billId(), second.billId());
        assertNotEquals(first.paymentId(), second.paymentId());
        assertEquals(Bill.State.REPLACED, office.bills.byReference("a").get(0).state());
    }

    @Test
    void a_bill_lapses_after_its_deadline() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);
        office.issue("a", Office.HOUSE, Office.line(demand, 0, 0));

        office.clock.pass(Duration.ofDays(11));

        assertEquals(Bill.State.LAPSED, office.bills.byReference("a").get(0).state());
    }

    @Test
    void above_what_an_id_can_carry_there_are_several_bills() {
        Demand large = office.renewal(Office.HOUSE, 1404, 250_000_000_001L);
        Demand small = office.renewal(Office.HOUSE, 1405, 5_000);

        List<Bill> bills =
                office.issue("r", Office.HOUSE, Office.line(large, 22_500_000_000L, 0), Office.line(small, 0, 500));

        assertTrue(bills.size() >= 3, "" + bills.size());
        assertTrue(bills.stream().allMatch(bill -> bill.amount().compareTo(PaymentId.LARGEST) <= 0));
        assertEquals(
                272_500_004_501L,
                bills.stream()
                        .flatMap(bill -> bill.lines().stream())
                        .mapToLong(line -> line.amount().amount())
                        .sum());
        assertEquals(
                bills.size(), bills.stream().map(Bill::paymentId).distinct().count());
        assertEquals(
                bills,
                office.issue("r", Office.HOUSE, Office.line(large, 22_500_000_000L, 0), Office.line(small, 0, 500)));
    }

    @Property(tries = 200)
    void packing_loses_and_adds_nothing(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1_000, max = 1_000_000_000_000L) Long> principals) {
        List<Bill.Line> lines = principals.stream()
                .map(principal -> new Bill.Line(
                        1,
                        ir.hamedan.esup.ledger.api.LevyKind.RENEWAL,
                        1404,
                        Rial.of(principal),
                        Rial.of(principal / 7),
                        Rial.of(principal / 11),
                        Rial.of(principal + principal / 7 - principal / 11),
                        ""))
                .toList();

        List<BillPacking> bills = BillPacking.pack(lines);

        List<Bill.Line> packed =
                bills.stream().flatMap(bill -> bill.lines().stream()).toList();
        assertEquals(sum(lines), sum(packed));
        for (BillPacking bill : bills) {
            assertTrue(bill.amount().compareTo(PaymentId.LARGEST) <= 0);
            assertTrue(bill.amount().amount() - sum(bill.lines()) < 1_000);
            assertTrue(bill.lines().stream().allMatch(line -> line.principal().isPositive()));
        }
    }

    private static long sum(List<Bill.Line> lines) {
        return lines.stream().mapToLong(line -> line.amount().amount()).sum();
    }

    @Test
    void a_pair_of_ids_never_recurs_for_a_file_and_the_hundredth_is_the_last_of_its_amount() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);
        Set<PaymentId> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            assertTrue(seen.add(office.issue("r" + i, Office.HOUSE, Office.line(demand, 0, 0))
                    .get(0)
                    .paymentId()));
        }

        Problem none = assertThrows(Problem.class, () -> office.issue("r100", Office.HOUSE, Office.line(demand, 0, 0)));

        assertEquals("ledger.ids-exhausted", none.code());
        assertEquals(
                1,
                office.issue("r101", Office.HOUSE, Office.line(demand, 1_000, 0))
                        .size());
    }

    @Test
    void a_bill_for_a_claim_that_is_no_longer_open_so_is_refused() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);
        office.sql().run("update ledger.demand set settled = 1");

        Problem refused = assertThrows(Problem.class, () -> office.issue("r", Office.HOUSE, Office.line(demand, 0, 0)));

        assertEquals("ledger.claims-changed", refused.code());
    }

    @Test
    void a_bill_of_nothing_or_with_a_deadline_in_the_past_is_refused() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);

        assertEquals(
                "ledger.bill-empty",
                assertThrows(Problem.class, () -> office.issue("r", Office.HOUSE))
                        .code());
        office.clock.pass(Duration.ofDays(30));
        assertEquals(
                "ledger.deadline-passed",
                assertThrows(Problem.class, () -> office.issue("r", Office.HOUSE, Office.line(demand, 0, 0)))
                        .code());
    }

    @Test
    void issued_twice_at_once_it_is_one_bill() throws Exception {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_000);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Bill>>> calls = IntStream.range(0, 16)
                    .<Callable<List<Bill>>>mapToObj(
                            i -> () -> office.issue("r", Office.HOUSE, Office.line(demand, 0, 0)))
                    .toList();
            Set<List<Bill>> outcomes = new HashSet<>();
            for (Future<List<Bill>> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
            assertEquals(1, outcomes.size());
            assertEquals(1, office.bills.byReference("r").size());
        } finally {
            threads.shutdownNow();
        }
    }
}
