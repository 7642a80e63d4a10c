package ir.hamedan.esup.permits.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RequestKey;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequests.Mine;
import ir.hamedan.esup.permits.api.PermitRequests.Order;
import ir.hamedan.esup.permits.api.PermitRequests.Seen;
import ir.hamedan.esup.permits.api.PermitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What owners do with requests. */
class RequestsTest extends Counter {
    @Test
    void a_request_is_filed_once_by_its_key_and_read_as_it_was_filed() throws Exception {
        PermitRequest filed = file(order("k", 4));
        assertEquals(filed, file(order("k", 4)));
        assertEquals(plan(4), filed.plan());
        assertEquals("1405000001", filed.number());
        assertEquals(DAY.plusDays(4), filed.dueBy());
        assertEquals("content-4", filed.filed().hash());
        assertEquals(List.of(new Mine(filed, false)), desk.mine(FIRST).rows());
        assertEquals(List.of("permits.filed"), told);
        assertEquals("permits.open-already", refused(() -> file(order("other", 3))));
    }

    @Test
    void a_plan_against_the_rules_is_not_taken_unless_the_commission_is_asked() throws Exception {
        assertEquals("permits.objections", refused(() -> file(order("k", 5))));
        PermitRequest asked = file(new Order("k", OWN, plan(5), true, Optional.empty()));
        assertEquals(1, asked.objections().size());
        assertEquals(5, asked.objections().get(0).planned());
        assertEquals("9", asked.objections().get(0).clauses().get(0).number());
        assertEquals("permits.objections-stand", refused(() -> accept(asked)));
        storeys = 5;
        assertEquals(PermitState.ACCEPTED, accept(asked).state());
        assertEquals(
                "content-5",
                office.get(asked.id())
                        .outcome()
                        .orElseThrow()
                        .basis()
                        .orElseThrow()
                        .hash());
    }

    @Test
    void one_key_for_two_parcels_at_once_is_one_request() throws Exception {
        owners = List.of(owner(OTHER));
        PermitRequestsBean other = desk(OTHER);
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<String> said = new ArrayList<>();
            for (Future<String> one : people.invokeAll(Stream.of(OWN, FOREIGN)
                    .<Callable<String>>map(parcel -> () -> {
                        both.await();
                        return said(() -> database.transaction(
                                () -> other.file(new Order("k", parcel, plan(4), false, Optional.empty()))));
                    })
                    .toList())) {
                said.add(one.get());
            }
            assertEquals(List.of("", RequestKey.USED), said.stream().sorted().toList());
        } finally {
            people.shutdown();
        }
    }

    private static String said(Callable<PermitRequest> filing) throws Exception {
        try {
            filing.call();
            return "";
        } catch (Problem refused) {
            return refused.code();
        }
    }

    @Test
    void going_back_to_a_form_that_was_sent_files_nothing_of_then() throws Exception {
        PermitRequest filed = file(order("k", 4));
        assertEquals("permits.open-already", refused(() -> file(order("k", 3))));
        database.transaction(() -> desk.withdraw(filed.id()));
        assertEquals("kernel.request-key.used", refused(() -> file(order("k", 3))));
        assertEquals("kernel.request-key.used", refused(() -> file(order("k", 4))));
    }

    @Test
    void the_commission_is_asked_for_what_it_can_decide_alone() throws Exception {
        assertEquals(
                false,
                file(new Order("k", OWN, plan(4), true, Optional.empty())).commission());
    }

    @Test
    void each_owner_sees_whose_turn_it_is() throws Exception {
        assertEquals(OWN, desk.property(OWN).code());
        assertEquals("permits.not-yours", refused(() -> desk.property(FOREIGN)));
        assertEquals(Optional.empty(), desk.open(OWN));
        owners = List.of(owner(SELF), owner(OTHER));
        PermitRequest filed = file(order("k", 4));
        PermitRequestsBean other = desk(OTHER);
        assertEquals(Optional.of(filed), other.open(OWN));
        assertEquals(new Seen(filed, true, true, false, List.of(owner(OTHER))), desk.get(filed.id()));
        assertEquals(new Seen(filed, false, true, true, List.of(owner(OTHER))), other.get(filed.id()));
        assertEquals(List.of(new Mine(filed, true)), other.mine(FIRST).rows());
        assertEquals(List.of(0L, 1L), List.of(desk.waiting(), other.waiting()));
        PermitRequest agreed = database.transaction(() -> other.consent(filed.id()));
        assertEquals(agreed, database.transaction(() -> other.consent(filed.id())));
        assertEquals(1, told.stream().filter("permits.consented"::equals).count(), "said twice, it is heard once");
        assertEquals(List.of(new Mine(agreed, false)), other.mine(FIRST).rows());
        assertEquals(0, other.waiting());
        assertEquals(new Seen(agreed, false, true, false, List.of()), other.get(filed.id()));
        PermitRequest back = database.transaction(() -> desk.withdraw(filed.id()));
        owners = List.of(owner(SELF), owner(OTHER), owner(NationalId.parse("7402464091")));
        assertEquals(new Seen(back, true, true, false, List.of()), desk.get(filed.id()), "nobody is asked any more");
    }

    @Test
    void another_sees_neither_the_property_nor_the_request() throws Exception {
        assertEquals("permits.not-yours", refused(() -> desk.examine(FOREIGN, plan(1))));
        PermitRequest filed = file(order("k", 4));
        PermitRequestsBean other = desk(OTHER);
        assertEquals("permits.unknown", refused(() -> other.get(filed.id())));
        assertEquals("permits.unknown", refused(() -> other.consent(filed.id())));
        assertEquals("permits.unknown", refused(() -> other.withdraw(filed.id())));
        owners = List.of(owner(OTHER));
        assertEquals("permits.consent-missing", refused(() -> accept(filed)));
    }

    @Test
    void what_was_asked_and_said_is_never_changed() throws Exception {
        PermitRequest filed = file(order("k", 4));
        for (String change : List.of(
                "update permits.request set storeys = 9 where id = " + filed.id(),
                "delete from permits.request where id = " + filed.id())) {
            assertThrows(Sql.Failure.class, () -> new Sql(database.application()).run(change));
        }
    }

    @Test
    void not_even_the_owner_of_the_schema_changes_or_deletes_it() throws Exception {
        owners = List.of(owner(SELF), owner(OTHER));
        PermitRequest filed = file(new Order("k", OWN, plan(5), true, Optional.empty()));
        database.transaction(() -> office.consentSeen(filed.id(), OTHER.text(), "۱۲"));
        database.transaction(() -> office.giveBack(filed.id(), List.of()));
        Sql owner = new Sql(database.owner());
        for (String table : List.of("request", "outcome", "objection", "consent")) {
            String column = table.equals("request") ? "storeys" : "request";
            for (String change : List.of(
                    "update permits." + table + " set " + column + " = " + column, "delete from permits." + table)) {
                Sql.Failure failure = assertThrows(Sql.Failure.class, () -> owner.run(change), change);
                assertEquals("23514", failure.state(), failure.getMessage());
            }
        }
    }
}
