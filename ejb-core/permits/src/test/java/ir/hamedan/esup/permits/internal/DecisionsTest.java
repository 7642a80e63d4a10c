package ir.hamedan.esup.permits.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.PermitOffice;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequests.Order;
import ir.hamedan.esup.permits.api.PermitRequests.Seen;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.rulebooks.api.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the municipality answers. */
class DecisionsTest extends Counter {
    @Test
    void what_nobody_could_judge_is_not_held_for_kept_unawares() throws Exception {
        unknown = List.of(new Answer.Unknown(LayerKind.HERITAGE, Answer.Missing.LAYER, true, List.of()));
        PermitRequest filed = file(order("k", 4));
        assertEquals("permits.open-unseen", refused(() -> accept(filed)));
        assertEquals(
                PermitState.ACCEPTED,
                database.transaction(() -> office.accept(filed.id(), true)).state());
    }

    @Test
    void every_owner_agrees_at_the_own_desk_or_on_paper_before_it_is_accepted() throws Exception {
        owners = List.of(owner(SELF), owner(OTHER));
        PermitRequest filed = file(order("k", 4));
        assertEquals("permits.consent-missing", refused(() -> accept(filed)));
        assertEquals(1, office.missing(filed.id()).size());
        assertEquals("permits.paper-needed", refused(() -> office.consentSeen(filed.id(), OTHER.text(), " ")));
        assertEquals("permits.not-owner", refused(() -> office.consentSeen(filed.id(), SELF.text(), "۱۲")));
        PermitRequestsBean other = desk(OTHER);
        database.transaction(() -> other.consent(filed.id()));
        assertEquals(
                1,
                database.transaction(() -> other.consent(filed.id())).consents().size());
        assertEquals(List.of(), office.missing(filed.id()));
        assertEquals(PermitState.ACCEPTED, accept(filed).state());
        assertEquals("permits.decided", refused(() -> accept(filed)));
        assertEquals("permits.decided", refused(() -> desk.withdraw(filed.id())));
    }

    @Test
    void it_is_returned_with_clauses_alone_and_followed_by_another_one() throws Exception {
        PermitRequest filed = file(order("k", 4));
        assertEquals("permits.nothing-objected", refused(() -> office.giveBack(filed.id(), List.of())));
        assertEquals(
                "permits.clause-unknown",
                refused(() -> office.giveBack(filed.id(), List.of(new PermitOffice.Remark("99", "پارکینگ کم است")))));
        storeys = 3;
        PermitRequest back = database.transaction(
                () -> office.giveBack(filed.id(), List.of(new PermitOffice.Remark("۱۲", "پارکینگ کم است"))));
        assertEquals(2, back.outcome().orElseThrow().objections().size());
        assertEquals(
                "12",
                back.outcome()
                        .orElseThrow()
                        .objections()
                        .get(1)
                        .clauses()
                        .get(0)
                        .number());
        PermitRequest next = file(new Order("k2", OWN, plan(3), false, Optional.of(filed.id())));
        assertEquals(Optional.of(filed.id()), next.follows());
        assertEquals(
                1,
                office.search("1405000002", Optional.of(PermitState.OPEN), FIRST)
                        .total());
        assertEquals(2, office.search(OWN.text(), Optional.empty(), FIRST).total());
        assertEquals(
                PermitState.WITHDRAWN,
                database.transaction(() -> desk.withdraw(next.id())).state());
    }

    @Test
    void what_the_rules_cannot_answer_any_more_is_returned_for_that() throws Exception {
        PermitRequest filed = file(order("k", 4));
        gone = Optional.of(Problem.conflict("parcels.code-replaced", OWN, "1-2-3-9-0-0-0"));
        assertEquals("parcels.code-replaced", refused(() -> accept(filed)));
        PermitRequest back = database.transaction(() -> office.giveBack(filed.id(), List.of()));
        assertEquals(
                List.of(Objection.Ground.NOT_KNOWN),
                back.outcome().orElseThrow().objections().stream()
                        .map(Objection::ground)
                        .toList());
    }

    @Test
    void who_sold_it_is_told_no_names_and_gets_it_back_for_that() throws Exception {
        PermitRequest filed = file(order("k", 4));
        owners = List.of(owner(OTHER));
        assertEquals(new Seen(filed, true, false, false, List.of()), desk.get(filed.id()));
        assertEquals(
                List.of(Objection.Ground.SOLD),
                office.examine(filed.id()).objections().stream()
                        .map(Objection::ground)
                        .toList());
        database.transaction(() -> office.consentSeen(filed.id(), OTHER.text(), "۱۲"));
        assertEquals("permits.objections-stand", refused(() -> accept(filed)));
        PermitRequest back = database.transaction(() -> office.giveBack(filed.id(), List.of()));
        assertEquals(1, back.outcome().orElseThrow().objections().size());
        assertEquals(Optional.empty(), desk(OTHER).open(OWN), "the new owner can ask");
    }
}
