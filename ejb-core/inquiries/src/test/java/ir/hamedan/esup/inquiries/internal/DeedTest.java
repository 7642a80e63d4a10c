package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OFFICER;
import static ir.hamedan.esup.inquiries.internal.House.PARCEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Parcels;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deed that was registered is never lost, whatever became of the property since the answer. */
class DeedTest extends InquiryCase {
    private static final RenewalCode NEW = RenewalCode.parse("1-5-67-99");
    private static final RenewalCode PIECE = RenewalCode.parse("1-5-67-98");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private InquiryView report(InquiryView view) {
        return house.as(NOTARY, () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "۹۸۷", TODAY));
    }

    private static boolean ownersOpen(InquiryView view) {
        return view.deed().orElseThrow().ownersOpen();
    }

    @Test
    void the_deed_of_a_renumbered_code_changes_the_owners_of_its_successor() {
        InquiryView view = file("k1", Deals.aliSells());
        house.renumber(NEW);
        assertFalse(ownersOpen(report(view)));
        assertEquals(List.of("transferred 1-5-67-99-0-0-0 by inquiry:" + view.id()), house.marks);
    }

    @Test
    void the_deed_of_a_split_code_changes_the_owners_of_every_piece() {
        InquiryView view = file("k1", Deals.aliSells());
        house.changes.add(new Parcels.CodeChange("SPLIT", PARCEL, PIECE, TODAY, "s"));
        house.successors.addAll(List.of(PARCEL, PIECE));
        assertFalse(ownersOpen(report(view)));
        assertEquals(
                List.of(
                        "transferred 1-5-67-15-0-0-0 by inquiry:" + view.id(),
                        "transferred 1-5-67-98-0-0-0 by inquiry:" + view.id()),
                house.marks);
    }

    @Test
    void a_piece_split_off_before_the_answer_is_not_sold_with_it() {
        house.changes.add(new Parcels.CodeChange("SPLIT", PARCEL, PIECE, TODAY.minusDays(1), "s"));
        house.successors.addAll(List.of(PARCEL, PIECE));
        report(file("k1", Deals.aliSells()));
        assertEquals(1, house.marks.size());
    }

    @Test
    void the_deed_of_a_merged_code_is_kept_and_waits_for_the_office_to_enter_its_owners() {
        InquiryView view = file("k1", Deals.aliSells());
        house.changes.add(new Parcels.CodeChange("MERGE", PARCEL, NEW, TODAY, "m"));
        house.changes.add(new Parcels.CodeChange("MERGE", PIECE, NEW, TODAY, "m"));
        house.successors.add(NEW);
        assertTrue(ownersOpen(report(view)));
        assertTrue(ownersOpen(report(view)), "reported again");
        assertEquals(List.of(), house.marks);
        assertEquals(1, open());

        house.as(OFFICER, () -> house.desk.ownersEntered(view.id(), "اصلاح ۱۲"));
        assertFalse(ownersOpen(get(view.id())));
        assertEquals(0, open());
        Problem twice = assertThrows(
                Problem.class, () -> house.as(OFFICER, () -> house.desk.ownersEntered(view.id(), "اصلاح ۱۲")));
        assertEquals("inquiries.no-owners-open", twice.code());
    }

    private long open() {
        long counted = house.as(OFFICER, () -> house.desk.counts()).ownersOpen();
        assertEquals(
                counted,
                house.as(OFFICER, () -> house.desk.queue(InquiryDesk.Queue.OWNERS_OPEN, "", new Page.Request(0, 10)))
                        .total());
        return counted;
    }

    @Test
    void the_owners_of_a_deed_that_divides_the_land_are_entered_by_the_office_and_those_of_a_mortgage_stay() {
        PartyShare ali = new PartyShare(House.ALI, "علی رضایی", House.HALF);
        PartyShare sara = new PartyShare(House.SARA, "سارا کریمی", House.HALF);
        InquiryView waiting = file("k1", Deals.request(DealKind.PARTITION, List.of(ali, sara), List.of(ali, sara)));
        house.as(OFFICER, () -> house.desk.claim(waiting.id()));
        house.as(OFFICER, () -> house.desk.answer(waiting.id(), true, ReasonCode.EXAMINED_AND_CLEAR, "نقشهٔ تفکیک ۱۲"));
        house.as(House.SECOND, () -> house.desk.countersign(waiting.id(), true, ""));
        assertTrue(ownersOpen(report(get(waiting.id()))));
        assertEquals(1, open());
        assertEquals(List.of(), house.marks);

        InquiryView mortgage = file(
                "k2",
                Deals.request(
                        DealKind.MORTGAGE, List.of(ali), List.of(new PartyShare(House.REZA, "بانک", House.HALF))));
        assertFalse(ownersOpen(report(mortgage)));
        assertEquals(List.of(), house.marks);
    }

    @Test
    void the_deed_of_a_parcel_into_which_another_was_merged_waits_for_the_office() {
        InquiryView view = file("k1", Deals.aliSells());
        house.changes.add(new Parcels.CodeChange("MERGE", PIECE, PARCEL, TODAY, "m"));
        assertTrue(ownersOpen(report(view)));
    }

    @Test
    void the_deed_of_a_seller_whose_share_was_corrected_away_waits_for_the_office() {
        InquiryView view = file("k1", Deals.aliSells());
        house.owners.removeIf(owner -> owner.party().equals(House.ALI));
        assertTrue(ownersOpen(report(view)));
        assertEquals(1, house.count("reservation") - openWindows());
    }

    private long openWindows() {
        return house.sql.one(
                "select count(*) as n from inquiries.reservation where closed_at is null", row -> row.number("n"));
    }
}
