package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.Deals.saraSells;
import static ir.hamedan.esup.inquiries.internal.House.ALI;
import static ir.hamedan.esup.inquiries.internal.House.HALF;
import static ir.hamedan.esup.inquiries.internal.House.MINA;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.PARCEL;
import static ir.hamedan.esup.inquiries.internal.House.REZA;
import static ir.hamedan.esup.inquiries.internal.House.SARA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.Outcome;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.parcels.api.Source;
import ir.hamedan.esup.parcels.api.Title;
import ir.hamedan.esup.people.api.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What filing an inquiry answers. */
class FilingTest extends InquiryCase {
    @Test
    void a_clean_parcel_is_answered_at_once_with_the_seal_of_the_office() {
        InquiryView view = file("k1", aliSells());
        assertEquals(InquiryState.ISSUED, view.state());
        assertEquals(CheckCode.values().length, view.checks().size());
        assertTrue(view.certificate().isPresent());
        assertEquals(LocalDate.of(2026, 12, 24), view.validUntil().orElseThrow());
        assertEquals(LocalDate.of(2026, 12, 4), view.reservedUntil().orElseThrow());
        assertTrue(house.signed.get(0).signer().username().isEmpty());
        assertEquals(
                "7401003716",
                house.signed
                        .get(0)
                        .answer()
                        .getJsonArray("owners")
                        .getJsonObject(0)
                        .getString("id"));
        assertEquals(1, house.audited.size());
    }

    @Test
    void the_answer_carries_the_title_deed_and_says_when_there_is_none() {
        file("k1", aliSells());
        assertTrue(house.signed.get(0).answer().isNull("title"));

        house.title = Optional.of(new Title(
                "123",
                LocalDate.of(2015, 4, 1),
                "ثبت همدان",
                25_010,
                new Title.Sides("کوچه", "پلاک ۱۶", "دیوار", "پلاک ۱۴")));
        file("k2", saraSells());
        assertEquals(
                "پلاک ۱۶",
                house.signed
                        .get(1)
                        .answer()
                        .getJsonObject("title")
                        .getJsonObject("sides")
                        .getString("east"));
        assertTrue(house.signed.get(1).paper().toString().contains("شمال: کوچه؛ شرق: پلاک ۱۶"));
    }

    @Test
    void what_is_shown_at_once_is_what_is_shown_later() {
        InquiryView first = file("k1", aliSells());
        assertEquals(first, get(first.id()));
        assertEquals(first, file("k1", aliSells()));
        assertEquals(1, house.count("inquiry"));
    }

    @Test
    void an_answer_never_outlives_the_persian_year() {
        house.clock.set(Instant.parse("2027-03-10T06:00:00Z"));
        assertEquals(
                LocalDate.of(2027, 3, 20), file("k1", aliSells()).validUntil().orElseThrow());
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        file("k1", aliSells());
        assertEquals("inquiries.key-reused", refused(NOTARY, "k1", saraSells()).code());
        assertEquals(InquiryState.ISSUED, file(OTHER_NOTARY, "k1", saraSells()).state());
    }

    @Test
    void a_double_click_is_one_inquiry() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<InquiryView>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clicks.add(pool.submit(() -> file("k1", aliSells())));
        }
        for (Future<InquiryView> click : clicks) {
            assertEquals(clicks.get(0).get().id(), click.get().id());
        }
        pool.shutdown();
        assertEquals(1, house.count("inquiry"));
        assertEquals(1, house.signed.size());
    }

    @Test
    void two_notaries_at_the_same_second_get_one_clearance() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<InquiryView>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String key = "k" + i;
            Actor actor = i % 2 == 0 ? NOTARY : OTHER_NOTARY;
            all.add(pool.submit(() -> file(actor, key, aliSells())));
        }
        int issued = 0;
        for (Future<InquiryView> one : all) {
            issued += one.get().state() == InquiryState.ISSUED ? 1 : 0;
        }
        pool.shutdown();
        assertEquals(1, issued);
        assertEquals(1, house.count("reservation"));
    }

    @Test
    void an_overlapping_inquiry_goes_to_an_officer_and_learns_the_end_date_alone() {
        file("k1", aliSells());
        InquiryView second = file(OTHER_NOTARY, "k2", Deals.sale(ALI, "علی رضایی", new Share(1, 4), MINA));
        assertEquals(InquiryState.WITH_OFFICER, second.state());
        assertEquals(
                List.of("1405/09/13"), check(second, CheckCode.OPEN_REQUESTS).arguments());
        assertEquals(LocalDate.of(2026, 12, 4), second.dueBy().orElseThrow());
    }

    @Test
    void other_shares_proceed() {
        file("k1", Deals.sale(ALI, "علی رضایی", new Share(1, 4), REZA));
        assertEquals(InquiryState.ISSUED, file(OTHER_NOTARY, "k2", saraSells()).state());
        assertEquals(
                InquiryState.ISSUED,
                file(OTHER_NOTARY, "k3", Deals.sale(ALI, "علی رضایی", new Share(1, 4), MINA))
                        .state());
        assertEquals(
                InquiryState.WITH_OFFICER,
                file(OTHER_NOTARY, "k4", Deals.sale(ALI, "علی رضایی", new Share(1, 96), MINA))
                        .state());
    }

    @Test
    void a_source_that_was_not_loaded_is_never_clear() {
        for (Source source : Source.values()) {
            House other = new House();
            other.sources.remove(source);
            if (source == Source.BUILDING_CERTIFICATES) {
                other.papers.clear();
            }
            InquiryView view = other.as(NOTARY, () -> other.inquiries.file("k", aliSells()));
            assertEquals(InquiryState.WITH_OFFICER, view.state(), source.name());
            assertTrue(view.checks().stream().anyMatch(c -> c.outcome() == Outcome.NO_DATA), source.name());
        }
    }

    private void buildingOwes(LevyKind levy, long amount) {
        house.above.add(new Demand(
                99,
                RenewalCode.parse("1-5-67-15-1"),
                levy,
                1404,
                new Rial(amount),
                new Rial(amount),
                LocalDate.of(2025, 3, 21),
                LocalDate.of(2026, 3, 20),
                Instant.EPOCH,
                ""));
    }

    @Test
    void what_is_owed_on_the_building_goes_to_an_officer_and_is_on_no_bill() {
        buildingOwes(LevyKind.ARTICLE_100_FINE, 5_000_000);

        InquiryView view = file("k1", aliSells());

        assertEquals(InquiryState.WITH_OFFICER, view.state());
        assertEquals(Outcome.CONCERN, check(view, CheckCode.OTHER_CLAIMS).outcome());
        assertEquals(
                List.of("5,000,000", "1-5-67-15-1-0-0", "0"),
                check(view, CheckCode.OTHER_CLAIMS).arguments());
        assertTrue(view.debts().isEmpty());
    }

    @Test
    void what_the_object_owes_itself_is_billed_beside_what_the_building_owes() {
        house.owe(7, LevyKind.WASTE, 1404, 78_000);
        buildingOwes(LevyKind.WASTE, 5_000_000);

        InquiryView view = file("k1", aliSells());

        assertEquals(InquiryState.WITH_OFFICER, view.state());
        assertEquals(Rial.of(78_000), view.debts().orElseThrow().bills().get(0).amount());
    }

    @Test
    void wrong_input_is_named_at_its_field_and_leaves_nothing_behind() {
        assertEquals("transferors[0].id inquiries.not-the-owner", fault(Deals.sale(REZA, "رضا", HALF, MINA)));
        assertEquals(
                "transferors[0].share inquiries.share-larger-than-owned",
                fault(Deals.sale(ALI, "علی رضایی", new Share(2, 3), REZA)));
        assertEquals(
                "transferees inquiries.shares-differ",
                fault(Deals.request(
                        DealKind.SALE,
                        List.of(new PartyShare(ALI, "علی رضایی", HALF)),
                        List.of(new PartyShare(REZA, "رضا", new Share(1, 3))))));
        assertEquals(
                "attorney inquiries.deal-needs-attorney",
                fault(Deals.request(DealKind.POWER_TO_SELL, aliSells().transferors(), List.of())));
        assertEquals(
                "basis inquiries.deal-needs-basis",
                fault(Deals.request(
                        DealKind.INHERITANCE,
                        aliSells().transferors(),
                        aliSells().transferees())));
        assertEquals(
                "remarks inquiries.deal-needs-other-parcels",
                fault(Deals.request(
                        DealKind.ASSEMBLY, aliSells().transferors(), aliSells().transferees())));
        assertEquals(
                "transferors inquiries.deal-needs-co-owners",
                fault(Deals.request(
                        DealKind.PARTITION, aliSells().transferors(), aliSells().transferees())));
        assertEquals("transferees[0].id inquiries.party-on-both-sides", fault(Deals.sale(ALI, "علی رضایی", HALF, ALI)));
        assertEquals(0, house.count("inquiry") + house.count("idempotency") + house.audited.size());
    }

    private String fault(InquiryRequest request) {
        Problem problem = refused(NOTARY, "wrong", request);
        assertEquals(Problem.Kind.INVALID, problem.kind());
        return problem.field().orElse("") + " " + problem.code();
    }

    @Test
    void all_faults_are_told_at_once() {
        InquiryRequest request = new InquiryRequest(
                PARCEL,
                DealKind.POWER_TO_SELL,
                List.of(new PartyShare(REZA, " ", HALF), new PartyShare(SARA, "سارا کریمی", new Share(2, 3))),
                List.of(),
                Optional.empty(),
                new InquiryRequest.Letter("1", LocalDate.of(2026, 12, 1)),
                Optional.empty(),
                "",
                false,
                Optional.empty());
        assertEquals(
                List.of(
                        "transferors[0].name inquiries.missing",
                        "transferors inquiries.shares-above-whole",
                        "attorney inquiries.deal-needs-attorney",
                        "letter.date inquiries.date-in-future",
                        "transferors[0].id inquiries.not-the-owner",
                        "transferors[1].share inquiries.share-larger-than-owned"),
                house.problems(house.as(NOTARY, () -> house.inquiries.faults(request))));
    }
}
