package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.House.ALI;
import static ir.hamedan.esup.inquiries.internal.House.HALF;
import static ir.hamedan.esup.inquiries.internal.House.MINA;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.PARCEL;
import static ir.hamedan.esup.inquiries.internal.House.REZA;
import static ir.hamedan.esup.inquiries.internal.House.SARA;
import static ir.hamedan.esup.inquiries.internal.House.aliSells;
import static ir.hamedan.esup.inquiries.internal.House.saraSells;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.Outcome;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Source;
import ir.hamedan.esup.people.api.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InquiriesTest {
    private final House house = new House();

    private InquiryView file(String key, InquiryRequest request) {
        return file(NOTARY, key, request);
    }

    private InquiryView file(Actor actor, String key, InquiryRequest request) {
        return house.as(actor, () -> house.inquiries.file(key, request));
    }

    private InquiryView get(String id) {
        return house.as(NOTARY, () -> house.inquiries.get(id));
    }

    private Problem refused(Actor actor, String key, InquiryRequest request) {
        return assertThrows(Problem.class, () -> file(actor, key, request));
    }

    private static Check check(InquiryView view, CheckCode code) {
        return view.checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow();
    }

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
    void what_is_shown_at_once_is_what_is_shown_later() {
        InquiryView first = file("k1", aliSells());
        assertEquals(first, get(first.id()));
        assertEquals(first, file("k1", aliSells()));
        assertEquals(1, house.count("inquiry"));
    }

    @Test
    void an_answer_never_outlives_the_persian_year() {
        house.now = Instant.parse("2027-03-10T06:00:00Z");
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
        InquiryView second = file(OTHER_NOTARY, "k2", House.sale(ALI, "علی رضایی", new Share(1, 4), MINA));
        assertEquals(InquiryState.WITH_OFFICER, second.state());
        assertEquals(
                List.of("1405/09/13"), check(second, CheckCode.OPEN_REQUESTS).arguments());
        assertEquals(LocalDate.of(2026, 12, 4), second.dueBy().orElseThrow());
    }

    @Test
    void other_shares_proceed() {
        file("k1", House.sale(ALI, "علی رضایی", new Share(1, 4), REZA));
        assertEquals(InquiryState.ISSUED, file(OTHER_NOTARY, "k2", saraSells()).state());
        assertEquals(
                InquiryState.ISSUED,
                file(OTHER_NOTARY, "k3", House.sale(ALI, "علی رضایی", new Share(1, 4), MINA))
                        .state());
        assertEquals(
                InquiryState.WITH_OFFICER,
                file(OTHER_NOTARY, "k4", House.sale(ALI, "علی رضایی", new Share(1, 96), MINA))
                        .state());
    }

    @Test
    void an_owing_parcel_is_told_what_to_pay_and_released_by_paying() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        house.owe(8, LevyKind.WASTE, 1404, 1_234_567);
        InquiryView view = file("k1", aliSells());
        assertEquals(InquiryState.AWAITING_PAYMENT, view.state());
        assertEquals(2, view.debts().orElseThrow().statement().items().size());
        assertEquals(
                Rial.of(79_235_000), view.debts().orElseThrow().bills().get(0).amount());
        assertEquals(
                List.of("78,000,000", "1404", "1404", "1"),
                check(view, CheckCode.RENEWAL_LEVY).arguments());
        assertEquals(0, house.signed.size());

        house.pay(1);
        house.release();
        InquiryView released = get(view.id());
        assertEquals(InquiryState.ISSUED, released.state());
        assertTrue(released.debts().orElseThrow().paid());
        assertEquals(Outcome.CLEAR, check(released, CheckCode.RENEWAL_LEVY).outcome());
        assertEquals(0, house.count("release"));
        assertTrue(house.signed.get(0).signer().username().isEmpty());
    }

    @Test
    void two_who_wait_for_the_same_debt_have_the_same_bill_and_are_both_released() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView one = file("k1", aliSells());
        InquiryView other = file(OTHER_NOTARY, "k2", saraSells());
        assertEquals(1, house.bills.size());
        house.pay(1);
        house.release();
        assertEquals(InquiryState.ISSUED, get(one.id()).state());
        assertEquals(
                InquiryState.ISSUED,
                house.as(OTHER_NOTARY, () -> house.inquiries.get(other.id())).state());
    }

    @Test
    void a_payment_that_arrives_while_the_inquiry_is_evaluated_releases_it() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView first = file("k1", aliSells());
        house.whileDuesAreRead = () -> {
            house.whileDuesAreRead = () -> {};
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                other.submit(() -> house.pay(1)).get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                other.shutdown();
            }
        };
        // The second filing has read its dues when the payment commits: it cannot know of it.
        InquiryView second = file(OTHER_NOTARY, "k2", saraSells());
        assertEquals(InquiryState.AWAITING_PAYMENT, second.state());
        house.later(Duration.ofSeconds(4));
        house.release();
        assertEquals(
                InquiryState.ISSUED,
                house.as(OTHER_NOTARY, () -> house.inquiries.get(second.id())).state());
        assertEquals(InquiryState.ISSUED, get(first.id()).state());
    }

    @Test
    void debts_settled_by_another_bill_release_as_well() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        house.owed.clear();
        house.later(Duration.ofSeconds(4));
        house.release();
        assertEquals(InquiryState.ISSUED, get(view.id()).state());
    }

    @Test
    void a_dead_key_leaves_nothing_behind_and_the_same_key_works_later() {
        house.keyIsDead = true;
        assertEquals("signing.unavailable", refused(NOTARY, "k1", aliSells()).code());
        assertEquals(0, house.count("inquiry") + house.count("idempotency") + house.count("event"));
        house.keyIsDead = false;
        assertEquals(InquiryState.ISSUED, file("k1", aliSells()).state());
    }

    @Test
    void a_dead_key_delays_a_paid_answer_and_is_seen_until_it_works_again() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        house.keyIsDead = true;
        house.pay(1);
        house.release();
        assertEquals(Optional.of("signing.unavailable"), get(view.id()).delayedBy());
        assertEquals(
                Bill.State.PAID,
                get(view.id()).debts().orElseThrow().bills().get(0).state());
        house.release();
        house.keyIsDead = false;
        house.later(Duration.ofMinutes(1));
        house.release();
        assertEquals(InquiryState.ISSUED, get(view.id()).state());
        assertEquals(Optional.empty(), get(view.id()).delayedBy());
    }

    @Test
    void something_new_at_release_goes_to_an_officer() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        house.lock(LockKind.SEIZURE);
        house.pay(1);
        house.release();
        assertEquals(InquiryState.WITH_OFFICER, get(view.id()).state());
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

    @Test
    void a_lapsed_bill_is_replaced_by_one_of_today_when_asked() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        house.later(Duration.ofDays(8));
        assertTrue(get(view.id()).debts().orElseThrow().lapsed());
        house.owed.clear();
        house.owe(7, LevyKind.RENEWAL, 1404, 79_000_000);
        InquiryView fresh = house.as(NOTARY, () -> house.inquiries.freshBill(view.id()));
        assertFalse(fresh.debts().orElseThrow().lapsed());
        assertEquals(
                Rial.of(79_000_000), fresh.debts().orElseThrow().bills().get(0).amount());
        assertEquals(fresh, house.as(NOTARY, () -> house.inquiries.freshBill(view.id())));
    }

    @Test
    void a_registered_deed_moves_the_owners_and_closes_the_window_once() {
        InquiryView view = file("k1", aliSells());
        LocalDate day = LocalDate.of(2026, 11, 24);
        InquiryView done =
                house.as(NOTARY, () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "۹۸۷", day));
        house.as(NOTARY, () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "۹۸۷", day));
        assertEquals(List.of("transferred 1-5-67-15-0-0-0 by inquiry:" + view.id()), house.marks);
        assertEquals(Optional.empty(), done.reservedUntil());
        Problem other = assertThrows(
                Problem.class,
                () -> house.as(NOTARY, () -> house.inquiries.reportDeed(view.id(), DeedOutcome.ABANDONED, "", day)));
        assertEquals("inquiries.deed-reported", other.code());
        assertEquals(InquiryState.ISSUED, file(OTHER_NOTARY, "k2", aliSells()).state());
    }

    @Test
    void an_abandoned_deal_frees_the_share() {
        InquiryView view = file("k1", aliSells());
        house.as(
                NOTARY,
                () -> house.inquiries.reportDeed(view.id(), DeedOutcome.ABANDONED, "", LocalDate.of(2026, 11, 24)));
        assertEquals(InquiryState.ISSUED, file(OTHER_NOTARY, "k2", aliSells()).state());
        assertTrue(house.marks.isEmpty());
    }

    @Test
    void a_follow_up_ends_the_earlier_answer_and_takes_its_window() {
        InquiryView first = file("k1", aliSells());
        InquiryView second = file("k2", House.follows(aliSells(), first.id()));
        assertEquals(InquiryState.ISSUED, second.state());
        assertEquals(InquiryState.SUPERSEDED, get(first.id()).state());
        assertEquals(
                List.of("superseded " + first.certificate().orElseThrow().number() + " by inquiry:" + second.id()),
                house.marks);
        assertEquals(
                "inquiries.unknown",
                refused(OTHER_NOTARY, "k3", House.follows(aliSells(), second.id()))
                        .code());
    }

    @Test
    void a_claim_posted_in_the_window_is_marked_and_stays_with_the_seller() {
        InquiryView view = file("k1", aliSells());
        house.later(Duration.ofDays(1));
        house.demands.add(new Demand(
                9,
                PARCEL,
                LevyKind.SERVICE,
                1405,
                Rial.of(500_000),
                Rial.of(500_000),
                LocalDate.of(2026, 11, 25),
                LocalDate.of(2027, 3, 20),
                house.now,
                ""));
        assertEquals(9, get(view.id()).laterDebits().get(0).demand());

        house.as(
                NOTARY,
                () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "1", LocalDate.of(2026, 11, 25)));
        house.later(Duration.ofDays(2));
        house.owe(9, LevyKind.SERVICE, 1405, 500_000);
        house.owe(10, LevyKind.RENEWAL, 1405, 700_000);
        InquiryView later = file(OTHER_NOTARY, "k2", saraSells());
        assertEquals(List.of(9L), later.debts().orElseThrow().stayWithSeller());
    }

    @Test
    void an_answer_runs_out_after_its_last_day() {
        InquiryView view = file("k1", aliSells());
        house.later(Duration.ofDays(30));
        assertTrue(house.releases.ranOut().isEmpty());
        house.later(Duration.ofDays(1));
        for (String id : house.releases.ranOut()) {
            house.database.inTransaction(() -> house.releases.expire(id));
        }
        assertEquals(InquiryState.EXPIRED, get(view.id()).state());
    }

    @Test
    void an_inquiry_without_an_answer_can_be_withdrawn_and_nothing_else() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        assertEquals(
                InquiryState.WITHDRAWN,
                house.as(NOTARY, () -> house.inquiries.withdraw(view.id())).state());
        house.pay(1);
        house.release();
        assertEquals(InquiryState.WITHDRAWN, get(view.id()).state());
        InquiryView clean = file("k2", aliSells());
        assertEquals(
                "inquiries.not-allowed",
                assertThrows(Problem.class, () -> house.as(NOTARY, () -> house.inquiries.withdraw(clean.id())))
                        .code());
    }

    @Test
    void another_office_sees_nothing() {
        InquiryView view = file("k1", aliSells());
        for (java.util.concurrent.Callable<Object> call : List.<java.util.concurrent.Callable<Object>>of(
                () -> house.inquiries.get(view.id()),
                () -> house.inquiries.pdf(view.id()),
                () -> house.inquiries.withdraw(view.id()),
                () -> house.inquiries.freshBill(view.id()),
                () -> house.inquiries.document(view.id(), 1),
                () -> house.inquiries.addDocument(view.id(), "a.pdf", "%PDF-1".getBytes(US_ASCII)),
                () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "1", LocalDate.of(2026, 11, 24)))) {
            Problem problem = assertThrows(Problem.class, () -> house.as(OTHER_NOTARY, call));
            assertEquals("inquiries.unknown", problem.code());
            assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
        }
        Inquiries.Query all = new Inquiries.Query("", Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(
                0,
                house.as(OTHER_NOTARY, () -> house.inquiries.search(all, new Page.Request(0, 10)))
                        .total());
        assertEquals(
                1,
                house.as(NOTARY, () -> house.inquiries.search(all, new Page.Request(0, 10)))
                        .total());
    }

    @Test
    void the_list_is_found_by_folded_words_and_days() {
        file("k1", aliSells());
        for (String text : List.of("علي رضايی", "۱-۵-٦٧", "123/الف", "1405-")) {
            Inquiries.Query query = new Inquiries.Query(
                    text,
                    Optional.of(InquiryState.ISSUED),
                    Optional.of(LocalDate.of(2026, 11, 24)),
                    Optional.of(LocalDate.of(2026, 11, 24)));
            assertEquals(
                    1,
                    house.as(NOTARY, () -> house.inquiries.search(query, new Page.Request(0, 10)))
                            .total(),
                    text);
        }
    }

    @Test
    void wrong_input_is_named_at_its_field_and_leaves_nothing_behind() {
        assertEquals("transferors[0].id inquiries.not-the-owner", fault(House.sale(REZA, "رضا", HALF, MINA)));
        assertEquals(
                "transferors[0].share inquiries.share-larger-than-owned",
                fault(House.sale(ALI, "علی رضایی", new Share(2, 3), REZA)));
        assertEquals(
                "transferees inquiries.shares-differ",
                fault(House.request(
                        DealKind.SALE,
                        List.of(new PartyShare(ALI, "علی رضایی", HALF)),
                        List.of(new PartyShare(REZA, "رضا", new Share(1, 3))))));
        assertEquals(
                "attorney inquiries.deal-needs-attorney",
                fault(House.request(DealKind.POWER_TO_SELL, aliSells().transferors(), List.of())));
        assertEquals(
                "transferors inquiries.deal-needs-co-owners",
                fault(House.request(
                        DealKind.PARTITION, aliSells().transferors(), aliSells().transferees())));
        assertEquals("transferees[0].id inquiries.party-on-both-sides", fault(House.sale(ALI, "علی رضایی", HALF, ALI)));
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

    @Test
    void documents_are_bounded_and_are_what_they_say() {
        house.lock(LockKind.SEIZURE);
        InquiryView view = file("k1", aliSells());
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
        InquiryView with = house.as(NOTARY, () -> house.inquiries.addDocument(view.id(), "C:\\a\\سند.png", png));
        assertEquals("سند.png", with.documents().get(0).name());
        assertEquals("image/png", with.documents().get(0).type());
        assertEquals("inquiries.document-type", added(view.id(), "MZ...".getBytes(US_ASCII)));
        assertEquals("inquiries.document-too-large", added(view.id(), new byte[Documents.LARGEST + 1]));
        for (int i = 1; i < Documents.MOST; i++) {
            house.as(NOTARY, () -> house.inquiries.addDocument(view.id(), "a", png));
        }
        assertEquals("inquiries.too-many-documents", added(view.id(), png));
    }

    private String added(String id, byte[] content) {
        return assertThrows(Problem.class, () -> house.as(NOTARY, () -> house.inquiries.addDocument(id, "a", content)))
                .code();
    }

    @Test
    void drafts_are_kept_for_the_office() {
        String id = house.as(NOTARY, () -> house.inquiries.saveDraft(Optional.empty(), "{\"a\":1}"));
        house.as(NOTARY, () -> house.inquiries.saveDraft(Optional.of(id), "{\"a\":2}"));
        assertEquals("{\"a\":2}", house.as(NOTARY, () -> house.inquiries.draft(id)));
        assertEquals(1, house.as(NOTARY, () -> house.inquiries.drafts()).size());
        assertThrows(Problem.class, () -> house.as(OTHER_NOTARY, () -> house.inquiries.draft(id)));
    }

    @Test
    void what_happened_cannot_be_changed_by_the_application() {
        file("k1", aliSells());
        for (String table : List.of("event", "evaluation", "document", "idempotency")) {
            assertThrows(
                    ir.hamedan.esup.kernel.Sql.Failure.class, () -> house.sql.run("delete from inquiries." + table));
        }
    }
}
