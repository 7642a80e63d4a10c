package ir.hamedan.esup.parcels.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Lock;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Title;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Two people at once: one changes codes, the other something under them. */
class CodeChangesMeanwhileTest {
    private static final RenewalCode LAST = RenewalCode.parse("1-5-67-30");
    private static final RenewalCode LAST_SHOP = RenewalCode.parse("1-5-67-30-1-0-2");

    private final Register register = new Register();
    private final ParcelsBean parcels = register.parcels;
    private final ParcelOfficeBean office = register.office;

    @Test
    void a_lock_on_a_code_that_is_being_replaced_waits_and_is_refused() {
        assertReplaced(Register.HOUSE, () -> seize(Register.HOUSE));
        assertEquals(List.of(), office.locks(Register.HOUSE));
    }

    @Test
    void so_does_a_lock_on_what_stands_on_it() {
        assertReplaced(Register.SHOP, () -> seize(Register.SHOP));
        assertEquals(List.of(), office.locks(Register.SHOP));
    }

    @Test
    void a_code_change_waits_for_a_lock_that_is_being_placed_and_takes_it_along() {
        meanwhile(() -> seize(Register.SHOP), this::renumberHouse);
        assertEquals(
                List.of(LockKind.SEIZURE),
                parcels.facts(LAST_SHOP).locks().stream().map(Lock::kind).toList());
    }

    @Test
    void a_lock_that_went_along_with_its_code_is_lifted_under_the_new_one() {
        Lock lock = seize(Register.HOUSE);
        assertReplaced(Register.HOUSE, () -> office.liftLock(lock.id(), "۲"));
        long carried = parcels.facts(LAST).locks().get(0).id();
        office.liftLock(carried, "۲");
        assertEquals(List.of(), parcels.facts(LAST).locks());
    }

    @Test
    void a_lock_that_is_being_lifted_is_not_taken_along() {
        Lock lock = seize(Register.HOUSE);
        meanwhile(() -> office.liftLock(lock.id(), "۲"), this::renumberHouse);
        assertEquals(List.of(), parcels.facts(LAST).locks());
    }

    @Test
    void a_lock_on_a_block_is_lifted_whatever_became_of_what_stood_in_it() {
        Lock lock = office.placeLock(RenewalCode.parse("1-5-670"), LockKind.ROAD_PLAN, "شهرسازی", "۷", Register.TODAY);
        renumber(Register.OTHER_BLOCK, LAST);
        office.liftLock(lock.id(), "۸");
        assertEquals(
                Optional.of(Register.TODAY),
                office.locks(RenewalCode.parse("1-5-670")).get(0).until());
    }

    @Test
    void the_owners_of_a_deed_recorded_during_the_renumbering_of_its_parcel_are_taken_along() {
        meanwhile(this::sellShop, this::renumberHouse);
        assertEquals(Register.MINA, parcels.facts(LAST_SHOP).owners().get(0).party());
    }

    @Test
    void a_deed_on_what_stands_on_a_parcel_that_is_being_renumbered_waits_and_is_refused() {
        assertReplaced(Register.SHOP, this::sellShop);
        assertEquals(Register.COMPANY, parcels.facts(LAST_SHOP).owners().get(0).party());
    }

    @Test
    void whatever_is_changed_under_a_code_that_was_replaced_names_the_code_that_followed() {
        renumberHouse();
        Title deed = new Title("45", Register.TODAY, "دفتر املاک", 0, new Title.Sides("", "", "", ""));
        for (Runnable change : List.<Runnable>of(
                () -> office.recordTitle(Register.HOUSE, deed),
                () -> office.proposeOwners(
                        Register.HOUSE, List.of(Register.owner(Register.SARA, "سارا", "1")), "اشتباه در ورود"),
                () -> renumber(Register.HOUSE, RenewalCode.parse("1-5-67-31")))) {
            Problem refused = assertThrows(Problem.class, change::run);
            assertEquals("parcels.code-replaced", refused.code());
            assertEquals(List.of(Register.HOUSE, List.of(LAST)), refused.arguments());
        }
    }

    @Test
    void what_is_too_much_to_renumber_is_refused_and_nothing_is_left_behind() {
        new Sql(register.database.owner()).run("""
                insert into parcels.land_object (code, region, plate, plate_section, address, search, land_use, deed,
                    land_area, floor_area, garden, registered_on, registered_at)
                select '1-5-67-15-2-' || flat || '-0', 1, '', '', '', '', 'DWELLING', 'SINGLE_SHEET', 0, 5000, false,
                    date '2015-05-01', ? from generate_series(1, 10000) as flat""", Register.NOW);
        Problem refused = assertThrows(Problem.class, this::renumberHouse);
        assertEquals("parcels.too-many-to-renumber", refused.code());
        assertTrue(parcels.find(LAST).isEmpty());
        assertTrue(parcels.find(Register.HOUSE).isPresent());
    }

    private void assertReplaced(RenewalCode code, Runnable second) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> meanwhile(this::renumberHouse, second));
        Problem problem = (Problem) refused.getCause();
        assertEquals("parcels.code-replaced", problem.code());
        assertEquals(code, problem.arguments().get(0));
    }

    /** The second begins while the first is not committed, and is over or waits before that is. */
    private void meanwhile(Runnable first, Runnable second) {
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        register.database.inTransaction(() -> {
            first.run();
            begun.add(CompletableFuture.runAsync(() -> register.database.inTransaction(second)));
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!begun.get(0).isDone() && !someoneWaits() && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        });
        begun.get(0).join();
    }

    private boolean someoneWaits() {
        return new Sql(register.database.owner())
                .one("select exists (select from pg_locks where not granted) as waits", row -> row.bool("waits"));
    }

    private Lock seize(RenewalCode code) {
        return office.placeLock(code, LockKind.SEIZURE, "دادگستری", "۱", Register.TODAY);
    }

    private void sellShop() {
        office.recordTransfer(
                Register.SHOP,
                List.of(Register.owner(Register.COMPANY, "شرکت نمونه", "1")),
                List.of(Register.owner(Register.MINA, "مینا نوری", "1")),
                Register.TODAY,
                "1",
                "inquiry-1");
    }

    private void renumberHouse() {
        renumber(Register.HOUSE, LAST);
    }

    private void renumber(RenewalCode from, RenewalCode to) {
        LandObject object = Register.object(to, "2345/20", null, 10_000, 0);
        register.database.inTransaction(
                () -> office.changeCodes("RENUMBER", List.of(from), List.of(object), Register.TODAY, "letter-1"));
    }
}
