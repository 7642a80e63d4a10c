package ir.hamedan.esup.parcels.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeChangesTest {
    private static final RenewalCode NORTH = RenewalCode.parse("1-5-67-21");
    private static final RenewalCode SOUTH = RenewalCode.parse("1-5-67-22");
    private static final RenewalCode LAST = RenewalCode.parse("1-5-67-30");
    private static final RenewalCode NEW_HOUSE = RenewalCode.parse("1-5-67-31");
    private static final RenewalCode NEW_SHOP = RenewalCode.parse("1-5-67-31-1-0-2");

    private final Register register = new Register();
    private final ParcelsBean parcels = register.parcels;

    @Test
    void whoever_files_on_an_object_holds_its_code_until_they_are_done() {
        register.database.inTransaction(() -> {
            parcels.facts(Register.SHARED);
            assertTrue(isFree(Register.SHARED));
            parcels.held(Register.SHARED);
            assertFalse(isFree(Register.SHARED));
        });
        assertTrue(isFree(Register.SHARED));
    }

    private boolean isFree(RenewalCode code) {
        return new Sql(register.database.owner())
                .first("select from parcels.land_object where code = ? for update skip locked", row -> code, code)
                .isPresent();
    }

    @Test
    void an_old_code_finds_what_took_its_place_however_many_steps_ago() {
        change("SPLIT", List.of(Register.SHARED), List.of(plot(NORTH), plot(SOUTH)), "a");
        assertEquals(List.of(NORTH, SOUTH), parcels.successors(Register.SHARED));
        change("MERGE", List.of(NORTH, SOUTH), List.of(plot(LAST)), "b");
        assertEquals(List.of(LAST), parcels.successors(Register.SHARED));
        assertEquals(List.of(LAST), parcels.successors(LAST));

        Problem problem = assertThrows(Problem.class, () -> parcels.facts(Register.SHARED));
        assertEquals("parcels.code-replaced", problem.code());
        assertEquals(List.of(Register.SHARED, List.of(LAST)), problem.arguments());
        assertTrue(parcels.find(Register.SHARED).isEmpty());
        assertEquals(4, parcels.history(LAST).size());
        assertEquals(4, parcels.history(Register.SHARED).size());
        assertEquals(2, parcels.history(NORTH).size(), "the sister piece of a split is no part of this code's life");
    }

    @Test
    void owners_and_locks_follow_a_split() {
        register.office.placeLock(Register.SHARED, LockKind.MORTGAGE, "بانک", "۱", Register.TODAY);
        change("SPLIT", List.of(Register.SHARED), List.of(plot(NORTH), plot(SOUTH)), "a");
        for (RenewalCode piece : List.of(NORTH, SOUTH)) {
            assertEquals(2, parcels.facts(piece).owners().size());
            assertEquals(
                    List.of(LockKind.MORTGAGE),
                    parcels.facts(piece).locks().stream()
                            .map(lock -> lock.kind())
                            .toList());
        }
    }

    @Test
    void a_piece_may_keep_the_old_code() {
        long shared = parcels.facts(Register.SHARED).object().landArea();
        change("SPLIT", List.of(Register.SHARED), List.of(plot(Register.SHARED), plot(SOUTH)), "a");
        assertEquals(List.of(Register.SHARED), parcels.successors(Register.SHARED));
        assertEquals(10_000, parcels.facts(Register.SHARED).object().landArea());
        assertEquals(2, parcels.facts(SOUTH).owners().size());
        assertEquals(1, parcels.history(SOUTH).size());
        change("MERGE", List.of(Register.SHARED, SOUTH), List.of(plot(Register.SHARED)), "b");
        assertEquals(
                List.of(
                        Register.SHARED + " " + shared + " " + Register.TODAY,
                        Register.SHARED + " 10000 " + Register.TODAY),
                new Sql(register.database.owner())
                        .list(
                                "select code, land_area, until_day from parcels.earlier_area order by id",
                                row -> row.text("code") + " " + row.number("land_area") + " " + row.date("until_day")));
    }

    @Test
    void a_renumbering_takes_along_all_that_stands_on_the_parcel() {
        change("RENUMBER", List.of(Register.HOUSE), List.of(plot(LAST)), "a");
        RenewalCode shop = RenewalCode.parse("1-5-67-30-1-0-2");
        assertEquals(List.of(shop), parcels.successors(Register.SHOP));
        assertEquals(Register.COMPANY, parcels.facts(shop).owners().get(0).party());
        assertEquals(1, parcels.facts(LAST).certificates().size());
        assertEquals(Register.ARMAN, parcels.facts(LAST).owners().get(0).party());
    }

    @Test
    void the_same_change_sent_twice_is_made_once() {
        change("SPLIT", List.of(Register.SHARED), List.of(plot(NORTH), plot(SOUTH)), "a");
        change("SPLIT", List.of(Register.SHARED), List.of(plot(NORTH), plot(SOUTH)), "a");
        assertEquals(2, parcels.history(Register.SHARED).size());
    }

    @Test
    void what_does_not_fit_is_refused_and_leaves_nothing() {
        assertEquals("parcels.change-counts", refused("SPLIT", List.of(Register.SHARED), List.of(plot(NORTH))));
        assertEquals("parcels.change-counts", refused("MERGE", List.of(Register.SHARED), List.of(plot(NORTH))));
        assertEquals("parcels.unknown-change", refused("MOVE", List.of(Register.SHARED), List.of(plot(NORTH))));
        assertEquals("parcels.unknown-code", refused("RENUMBER", List.of(Register.UNKNOWN), List.of(plot(NORTH))));
        assertEquals("parcels.code-taken", refused("RENUMBER", List.of(Register.SHARED), List.of(plot(Register.PLOT))));
        assertEquals(
                "parcels.objects-on-it", refused("SPLIT", List.of(Register.HOUSE), List.of(plot(NORTH), plot(SOUTH))));
        assertEquals(
                "parcels.merge-needs-one-ownership",
                refused("MERGE", List.of(Register.SHARED, Register.PLOT), List.of(plot(NORTH))));
        assertTrue(parcels.find(NORTH).isEmpty());
        assertTrue(parcels.history(Register.SHARED).isEmpty());
    }

    @Test
    void a_change_that_is_only_tried_tells_its_effect_and_leaves_nothing() {
        List<String> asked = new ArrayList<>();
        register.office.undo = () -> asked.add("roll back");
        List<RenewalCode> from = List.of(Register.SHARED);
        List<ParcelOffice.CodeEffect> told = new ArrayList<>();
        assertThrows(
                UnsupportedOperationException.class,
                () -> register.database.inTransaction(() -> {
                    told.add(register.office.tryCodes(
                            "SPLIT", from, List.of(plot(NORTH), plot(SOUTH)), Register.TODAY, "try"));
                    throw new UnsupportedOperationException(asked.get(0));
                }));
        ParcelOffice.CodeEffect effect = told.get(0);
        assertTrue(parcels.find(NORTH).isEmpty());
        assertEquals(
                List.of(NORTH, SOUTH),
                effect.steps().stream().map(Parcels.CodeChange::to).toList());
        assertEquals(from, effect.retired());
        assertEquals(
                parcels.facts(Register.SHARED).owners().size(), effect.owners().size());
        assertEquals(
                "parcels.change-counts",
                assertThrows(
                                Problem.class,
                                () -> register.database.inTransaction(() -> register.office.tryCodes(
                                        "MERGE", from, List.of(plot(NORTH)), Register.TODAY, "try")))
                        .code());
    }

    @Test
    void the_kin_of_a_code_are_all_codes_it_came_from_and_what_stands_above_and_on_it() {
        change("SPLIT", List.of(Register.SHARED), List.of(plot(NORTH), plot(SOUTH)), "a");
        change("RENUMBER", List.of(NORTH), List.of(plot(LAST)), "b");
        change("RENUMBER", List.of(Register.HOUSE), List.of(plot(NEW_HOUSE)), "c");

        assertEquals(List.of(Register.SHARED, NORTH, LAST), codes(parcels.kin(LAST)));
        assertEquals(List.of(Register.HOUSE, Register.SHOP, NEW_HOUSE, NEW_SHOP), codes(parcels.kin(NEW_HOUSE)));
        assertEquals(
                List.of(Register.HOUSE, NEW_HOUSE),
                codes(parcels.kin(NEW_SHOP).stream().filter(Parcels.Kin::above).toList()));
        assertEquals(List.of(Register.PLOT), codes(parcels.kin(Register.PLOT)));
        assertEquals(
                new Parcels.Kin(
                        Register.SHARED,
                        false,
                        Register.LONG_AGO,
                        Optional.of(Register.TODAY),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                parcels.kin(LAST).get(0));
        assertTrue(parcels.kin(LAST).get(2).followed());
        assertEquals(List.of(), parcels.kin(Register.UNKNOWN));
    }

    @Test
    void a_piece_answers_for_the_code_that_was_kept_only_up_to_the_split() {
        change("SPLIT", List.of(Register.SHARED), List.of(plot(Register.SHARED), plot(SOUTH)), "a");
        change("MERGE", List.of(Register.SHARED, SOUTH), List.of(plot(Register.SHARED)), "b");

        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                parcels.kin(Register.SHARED).stream().map(Parcels.Kin::before).toList());
        assertEquals(
                List.of(Optional.of(Register.TODAY), Optional.empty()),
                parcels.kin(SOUTH).stream().map(Parcels.Kin::before).toList());
        assertEquals(
                List.of(true, false),
                parcels.kin(SOUTH).stream()
                        .map(kin -> kin.learnedAt().isPresent())
                        .toList());
    }

    @Test
    void a_code_is_registered_at_the_instant_of_the_change_that_made_it() {
        Instant later = Register.NOW.plusSeconds(60);
        register.office.clock = Clock.fixed(later, ZoneOffset.UTC);
        change("SPLIT", List.of(Register.SHARED), List.of(plot(Register.SHARED), plot(SOUTH)), "a");
        change("RENUMBER", List.of(Register.HOUSE), List.of(plot(NEW_HOUSE)), "b");
        assertEquals(Register.NOW, registeredAt(Register.SHARED), "what keeps its code was known all the time");
        for (RenewalCode fresh : List.of(SOUTH, NEW_HOUSE, NEW_SHOP)) {
            assertEquals(later, registeredAt(fresh));
        }
    }

    private Instant registeredAt(RenewalCode code) {
        return new Sql(register.database.application())
                .one(
                        "select registered_at from parcels.land_object where code = ?",
                        row -> row.instant("registered_at"),
                        code);
    }

    private static List<RenewalCode> codes(List<Parcels.Kin> kin) {
        return kin.stream().map(Parcels.Kin::code).toList();
    }

    private String refused(String action, List<RenewalCode> from, List<LandObject> to) {
        return assertThrows(Problem.class, () -> change(action, from, to, "refused"))
                .code();
    }

    private void change(String action, List<RenewalCode> from, List<LandObject> to, String reference) {
        register.database.inTransaction(() -> register.office.changeCodes(action, from, to, Register.TODAY, reference));
    }

    private static LandObject plot(RenewalCode code) {
        return Register.object(code, "2345/20", null, 10_000, 0);
    }
}
