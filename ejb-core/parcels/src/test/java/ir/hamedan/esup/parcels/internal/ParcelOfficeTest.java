package ir.hamedan.esup.parcels.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.parcels.api.Lock;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelOffice.OwnerCorrection;
import ir.hamedan.esup.parcels.api.Title;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ParcelOfficeTest {
    private static final Page.Request FIRST = new Page.Request(0, 20);
    private static final LocalDate DEED_DAY = LocalDate.of(2026, 11, 20);

    private final Register register = new Register();
    private final ParcelsBean parcels = register.parcels;
    private final ParcelOfficeBean office = register.office;

    @Test
    void a_lock_stands_until_it_is_lifted_and_both_stay_recorded() {
        Lock lock = office.placeLock(Register.HOUSE, LockKind.SEIZURE, "دادگستری", "۱۲/۳", DEED_DAY);
        assertEquals(List.of(lock), parcels.facts(Register.HOUSE).locks());
        office.liftLock(lock.id(), "نامه ۱۲/۴");
        assertTrue(parcels.facts(Register.HOUSE).locks().isEmpty());
        assertEquals(
                Optional.of(Register.TODAY), office.locks(Register.HOUSE).get(0).until());
        assertEquals("parcels.lock-lifted-already", code(() -> office.liftLock(lock.id(), "دوباره")));
        assertEquals(
                List.of("parcels.lock-placed", "parcels.lock-lifted"),
                register.audited.stream().map(event -> event.action()).toList());
    }

    @Test
    void a_lock_without_a_letter_or_on_nothing_is_refused() {
        assertEquals(
                "parcels.letter-missing",
                code(() -> office.placeLock(Register.HOUSE, LockKind.AUDIT, "نوسازی", " ", DEED_DAY)));
        assertEquals(
                "parcels.unknown-code",
                code(() -> office.placeLock(Register.UNKNOWN, LockKind.AUDIT, "نوسازی", "۱", DEED_DAY)));
        assertEquals(
                "parcels.unknown-code",
                code(() -> office.placeLock(RenewalCode.parse("4-9-99"), LockKind.AUDIT, "نوسازی", "۱", DEED_DAY)));
        assertEquals(
                "parcels.day-in-the-future",
                code(() ->
                        office.placeLock(Register.HOUSE, LockKind.AUDIT, "نوسازی", "۱", Register.TODAY.plusDays(1))));
        assertEquals("parcels.unknown-lock", code(() -> office.liftLock(987_654, "نامه")));
    }

    @Test
    void the_newest_title_deed_counts_and_one_recorded_twice_is_one() {
        Title earlier = deed("۱۲/۳", DEED_DAY.minusYears(9));
        Title later = deed("45", DEED_DAY);
        office.recordTitle(Register.HOUSE, later);
        office.recordTitle(Register.HOUSE, earlier);
        office.recordTitle(Register.HOUSE, later);
        assertEquals(Optional.of(later), parcels.facts(Register.HOUSE).title());
        assertEquals(
                List.of("parcels.title-recorded", "parcels.title-recorded"),
                register.audited.stream().map(event -> event.action()).toList());

        Title otherwise = new Title("45", DEED_DAY, "دفتر دیگر", 0, later.sides());
        assertEquals("parcels.title-recorded-otherwise", code(() -> office.recordTitle(Register.HOUSE, otherwise)));
        assertEquals("parcels.title-incomplete", code(() -> office.recordTitle(Register.HOUSE, deed(" ", DEED_DAY))));
        assertEquals(
                "parcels.day-in-the-future",
                code(() -> office.recordTitle(Register.HOUSE, deed("46", Register.TODAY.plusDays(1)))));
        assertEquals("parcels.unknown-code", code(() -> office.recordTitle(Register.UNKNOWN, later)));
    }

    private static Title deed(String number, LocalDate day) {
        return new Title(number, day, "دفتر املاک همدان", 21_455, new Title.Sides("به گذر", "", "", "به پلاک ۲"));
    }

    @Test
    void a_correction_of_owners_needs_two_people() {
        OwnerCorrection proposed = propose(Register.owner(Register.SARA, "سارا کریمی", "1"));
        assertTrue(proposed.decidedBy().isEmpty());
        assertEquals(Register.ARMAN, proposed.before().get(0).party());
        assertEquals("parcels.second-signer-needed", code(() -> decide(proposed.id(), true)));
        assertEquals(Register.ARMAN, owner(Register.HOUSE));

        register.caller = "supervisor-1";
        OwnerCorrection decided = decide(proposed.id(), true);
        assertEquals(Optional.of("supervisor-1"), decided.decidedBy());
        assertEquals(Optional.of(true), decided.approved());
        assertEquals(Register.SARA, owner(Register.HOUSE));
        assertEquals(
                Register.ARMAN,
                parcels.owners(Register.HOUSE, Register.TODAY.minusDays(1))
                        .get(0)
                        .party());
        assertEquals("parcels.correction-decided-already", code(() -> decide(proposed.id(), false)));
    }

    @Test
    void a_rejected_correction_changes_nothing_and_is_kept() {
        OwnerCorrection proposed = propose(Register.owner(Register.SARA, "سارا کریمی", "1"));
        assertEquals(1, office.corrections(true, "", FIRST).total());
        assertEquals(1, office.corrections(true, proposed.code().text(), FIRST).total());
        assertEquals(0, office.corrections(true, "no such words", FIRST).total());
        register.caller = "supervisor-1";
        decide(proposed.id(), false);
        assertEquals(Register.ARMAN, owner(Register.HOUSE));
        assertEquals(0, office.corrections(true, "", FIRST).total());
        assertEquals(
                Optional.of(false),
                office.corrections(false, "", FIRST).rows().get(0).approved());
    }

    @Test
    void a_correction_that_was_overtaken_by_a_deed_is_refused() {
        OwnerCorrection proposed = propose(Register.owner(Register.SARA, "سارا کریمی", "1"));
        transfer(Register.HOUSE, Register.ARMAN, Register.MINA, "1", "deed-1");
        register.caller = "supervisor-1";
        assertEquals("parcels.owners-changed-meanwhile", code(() -> decide(proposed.id(), true)));
        assertEquals(Register.MINA, owner(Register.HOUSE));
    }

    @Test
    void proposed_owners_are_named_once_and_exactly_the_whole() {
        assertEquals("parcels.shares-do-not-add-up", code(() -> propose(Register.owner(Register.SARA, "سارا", "5/6"))));
        assertEquals(
                "parcels.shares-do-not-add-up",
                code(() -> propose(
                        Register.owner(Register.SARA, "سارا", "5/6"), Register.owner(Register.MINA, "مینا", "2/6"))));
        assertEquals(
                "parcels.owner-twice",
                code(() -> propose(
                        Register.owner(Register.SARA, "سارا", "1/2"), Register.owner(Register.SARA, "سارا", "1/2"))));
        assertEquals("parcels.owner-without-name", code(() -> propose(Register.owner(Register.SARA, " ", "1"))));
        assertEquals("parcels.no-owners", code(this::propose));
        assertEquals(
                "parcels.reason-missing",
                code(() -> office.proposeOwners(
                        Register.HOUSE, List.of(Register.owner(Register.SARA, "سارا", "1")), "ب")));
    }

    @Test
    void a_second_proposal_waits_for_the_first_to_be_decided() {
        propose(Register.owner(Register.SARA, "سارا", "1"));
        assertEquals("parcels.correction-waiting", code(() -> propose(Register.owner(Register.MINA, "مینا", "1"))));
    }

    @Test
    void of_two_decisions_at_the_same_moment_one_counts() throws Exception {
        OwnerCorrection proposed = propose(Register.owner(Register.SARA, "سارا کریمی", "1"));
        register.caller = "supervisor-1";
        assertEquals(1, successes(8, () -> decide(proposed.id(), true)));
        assertEquals(Register.SARA, owner(Register.HOUSE));
    }

    @Test
    void of_two_deeds_for_the_same_share_at_the_same_moment_one_counts() throws Exception {
        int[] number = {0};
        Callable<Object> deed = () -> {
            String reference;
            synchronized (number) {
                reference = "deed-" + number[0]++;
            }
            transfer(Register.HOUSE, Register.ARMAN, Register.MINA, "1", reference);
            return null;
        };
        assertEquals(1, successes(8, deed));
        assertEquals(Register.MINA, owner(Register.HOUSE));
    }

    @Test
    void a_deed_moves_exactly_the_shares_it_names() {
        record(
                Register.SHARED,
                List.of(Register.owner(Register.ARMAN, "آرمان احمدی", "1/6")),
                List.of(
                        Register.owner(Register.MINA, "مینا نوری", "1/12"),
                        Register.owner(Register.SARA, "سارا کریمی", "6/72")),
                DEED_DAY,
                "۱۲۳",
                "inquiry-1");
        List<Owner> owners = parcels.facts(Register.SHARED).owners();
        assertEquals(share("1/3"), share(owners, Register.ARMAN));
        assertEquals(share("7/12"), share(owners, Register.SARA));
        assertEquals(share("1/12"), share(owners, Register.MINA));
        assertEquals(DEED_DAY, owners.get(2).since());
        assertEquals(Register.LONG_AGO, owners.get(1).since());
        assertEquals(2, parcels.owners(Register.SHARED, DEED_DAY.minusDays(1)).size());
    }

    @Test
    void a_deed_that_is_reported_twice_counts_once() {
        transfer(Register.SHARED, Register.ARMAN, Register.MINA, "1/4", "inquiry-1");
        transfer(Register.SHARED, Register.ARMAN, Register.MINA, "1/4", "inquiry-1");
        assertEquals(share("1/4"), share(parcels.facts(Register.SHARED).owners(), Register.MINA));
        assertEquals(
                "parcels.reference-reused",
                code(() -> record(
                        Register.SHARED,
                        List.of(Register.owner(Register.ARMAN, "آرمان", "1/4")),
                        List.of(Register.owner(Register.MINA, "مینا", "1/4")),
                        DEED_DAY,
                        "other deed",
                        "inquiry-1")));
    }

    @Test
    void a_deed_of_somebody_who_no_longer_holds_the_share_is_refused() {
        assertEquals(
                "parcels.not-the-owner", code(() -> transfer(Register.HOUSE, Register.MINA, Register.SARA, "1", "a")));
        assertEquals(
                "parcels.not-the-owner",
                code(() -> transfer(Register.SHARED, Register.ARMAN, Register.MINA, "2/3", "a")));
        assertEquals(
                "parcels.transfer-shares-differ",
                code(() -> record(
                        Register.HOUSE,
                        List.of(Register.owner(Register.ARMAN, "آرمان", "1")),
                        List.of(Register.owner(Register.MINA, "مینا", "5/6")),
                        DEED_DAY,
                        "1",
                        "a")));
    }

    @Test
    void a_deed_that_is_reported_late_keeps_its_own_day() {
        transfer(Register.SHARED, Register.ARMAN, Register.MINA, "1/4", "inquiry-1");
        record(
                Register.SHARED,
                List.of(Register.owner(Register.SARA, "سارا", "1/4")),
                List.of(Register.owner(Register.COMPANY, "شرکت", "1/4")),
                DEED_DAY.minusDays(10),
                "2",
                "inquiry-2");
        List<Owner> owners = parcels.facts(Register.SHARED).owners();
        assertEquals(4, owners.size());
        assertEquals(DEED_DAY.minusDays(10), owners.get(3).since());
        assertEquals(2, parcels.owners(Register.SHARED, DEED_DAY.minusDays(1)).size());
    }

    private OwnerCorrection propose(Owner... owners) {
        return register.database.transaction(
                () -> office.proposeOwners(Register.HOUSE, List.of(owners), "اشتباه در ورود اطلاعات"));
    }

    private OwnerCorrection decide(long correction, boolean approve) {
        return register.database.transaction(() -> office.decideOwners(correction, approve));
    }

    private void record(
            RenewalCode code, List<Owner> from, List<Owner> to, LocalDate day, String deed, String reference) {
        register.database.inTransaction(() -> office.recordTransfer(code, from, to, day, deed, reference));
    }

    private void transfer(RenewalCode code, PartyId from, PartyId to, String share, String reference) {
        record(
                code,
                List.of(Register.owner(from, "واگذارنده", share)),
                List.of(Register.owner(to, "گیرنده", share)),
                DEED_DAY,
                "1",
                reference);
    }

    private long successes(int people, Callable<?> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(people);
        try {
            List<Future<Object>> all = pool.invokeAll(java.util.stream.IntStream.range(0, people)
                    .<Callable<Object>>mapToObj(i -> () -> register.database.transaction(work::call))
                    .toList());
            long successes = 0;
            for (Future<Object> one : all) {
                try {
                    one.get();
                    successes++;
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertTrue(refused.getCause() instanceof Problem, refused.toString());
                }
            }
            return successes;
        } finally {
            pool.shutdown();
        }
    }

    private PartyId owner(RenewalCode code) {
        List<Owner> owners = parcels.facts(code).owners();
        assertEquals(1, owners.size());
        return owners.get(0).party();
    }

    private static Share share(List<Owner> owners, PartyId party) {
        return owners.stream()
                .filter(owner -> owner.party().equals(party))
                .findFirst()
                .orElseThrow()
                .share();
    }

    private static Share share(String text) {
        return Share.parse(text);
    }

    private static String code(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }
}
