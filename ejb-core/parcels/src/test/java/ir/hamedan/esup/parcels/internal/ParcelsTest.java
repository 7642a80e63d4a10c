package ir.hamedan.esup.parcels.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Source;
import ir.hamedan.esup.parcels.api.Title;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParcelsTest {
    private static final Page.Request FIRST = new Page.Request(0, 20);

    private final Register register = new Register();
    private final ParcelsBean parcels = register.parcels;

    @Test
    void the_facts_of_a_parcel_are_all_there_in_one_reading() {
        ParcelFacts facts = parcels.facts(Register.SHARED);
        assertEquals(Register.SHARED, facts.object().code());
        assertEquals("2345/18", facts.object().registryPlate());
        assertEquals("6517653181", facts.object().postalCode().orElseThrow());
        assertEquals(LandUse.VACANT, facts.object().use());
        assertEquals(30_000, facts.object().landArea());
        assertEquals(
                List.of(Share.parse("1/2"), Share.parse("1/2")),
                facts.owners().stream().map(owner -> owner.share()).toList());
        assertEquals("سارا کریمی", facts.owners().get(1).name(), "the name is kept with Persian yeh and kaf");
        assertTrue(facts.locks().isEmpty());
        assertTrue(facts.title().isEmpty());
        Title title = parcels.facts(Register.HOUSE).title().orElseThrow();
        assertEquals("2", title.number(), "the newest deed counts");
        assertEquals(new Title.Sides("کوچه", "", "دیوار", "پلاک ۱۴"), title.sides());
        assertEquals(1, parcels.facts(Register.HOUSE).certificates().size());
        assertEquals(
                "12/34", parcels.facts(Register.HOUSE).certificates().get(0).number());
    }

    @Test
    void a_source_that_was_not_loaded_is_missing_and_the_latest_load_counts() {
        ParcelFacts facts = parcels.facts(Register.HOUSE);
        assertEquals(Source.values().length - 1, facts.loaded().size());
        assertFalse(facts.loaded().containsKey(Source.MORTGAGES));
        assertEquals(Register.NOW.minusSeconds(3_600), facts.loaded().get(Source.OWNERS));
    }

    @Test
    void an_unknown_code_has_no_facts() {
        Problem problem = assertThrows(Problem.class, () -> parcels.facts(Register.UNKNOWN));
        assertEquals("parcels.unknown-code", problem.code());
        assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
        assertThrows(Problem.class, () -> parcels.facts(RenewalCode.parse("1-5-67")));
        assertTrue(parcels.find(Register.UNKNOWN).isEmpty());
        assertTrue(parcels.successors(Register.UNKNOWN).isEmpty());
    }

    @Test
    void what_stands_on_a_parcel_has_its_certificates_and_its_locks() {
        register.office.placeLock(Register.HOUSE, LockKind.AUDIT, "نوسازی", "۱", Register.TODAY);
        ParcelFacts shop = parcels.facts(Register.SHOP);
        assertEquals(
                List.of(LockKind.AUDIT),
                shop.locks().stream().map(lock -> lock.kind()).toList());
        assertEquals(1, shop.certificates().size());
    }

    @Test
    void a_lock_on_a_part_holds_the_whole_but_no_neighbour() {
        register.office.placeLock(Register.SHOP, LockKind.SEIZURE, "دادگستری", "۲", Register.TODAY);

        assertEquals(
                List.of(Register.SHOP),
                parcels.facts(Register.HOUSE).locks().stream()
                        .map(lock -> lock.code())
                        .toList());
        assertTrue(parcels.facts(Register.SHARED).locks().isEmpty());
        assertTrue(parcels.facts(Register.OTHER_BLOCK).locks().isEmpty());
    }

    @Test
    void a_lock_on_a_block_holds_all_that_stands_in_it() {
        register.office.placeLock(RenewalCode.parse("1-5-67"), LockKind.ROAD_PLAN, "شهرسازی", "۷", Register.TODAY);
        assertEquals(1, parcels.facts(Register.SHOP).locks().size());
        assertEquals(2, parcels.facts(Register.PLOT).locks().size());
        assertTrue(parcels.facts(Register.OTHER_BLOCK).locks().isEmpty());
    }

    @Test
    void a_code_or_its_beginning_finds_by_numbers_not_by_letters() {
        assertEquals(
                List.of("1-5-67-15-0-0-0", "1-5-67-15-1-0-2", "1-5-67-16-0-0-0", "1-5-67-17-0-0-0"), found("۱-۵-۶۷"));
        assertEquals(List.of("1-5-67-15-0-0-0", "1-5-67-15-1-0-2"), found("1-5-67-15-0-0-0-"));
        assertEquals(5, found("1-5").size());
        assertEquals(List.of("1-5-670-15-0-0-0"), found("1-5-670"));
        assertTrue(found("1-5-6").isEmpty());
    }

    @Test
    void a_plate_a_postal_code_and_words_of_the_address_find() {
        assertEquals(List.of("1-5-67-16-0-0-0"), found("۲۳۴۵/۱۸"));
        assertEquals(List.of("1-5-67-15-0-0-0"), found("65167-38695"));
        assertEquals(5, found("كوچه ياس").size());
        assertEquals(5, found("بوعلی 12").size());
        assertTrue(found("بوعلی شریعتی").isEmpty());
        assertTrue(found("100%").isEmpty());
    }

    @Test
    void an_address_as_it_was_typed_comes_before_what_only_has_its_words_somewhere() {
        searched(Register.HOUSE, "کوچه سپیدار 22 2317/5");
        searched(Register.PLOT, "کوچه سپیدار 26 پلاک 23 1/1");
        searched(Register.OTHER_BLOCK, "کوچه سپیدار 23 1/1");
        assertEquals(
                Stream.of(Register.OTHER_BLOCK, Register.PLOT, Register.HOUSE)
                        .map(RenewalCode::text)
                        .toList(),
                found("کوچهٔ سپیدار ۲۳"));
    }

    private void searched(RenewalCode code, String search) {
        new Sql(register.database.owner())
                .run("update parcels.land_object set search = ? where code = ?", SearchTerm.foldedWords(search), code);
    }

    @Test
    void pages_are_cut_and_counted() {
        Page<?> second = parcels.search("1-5", new Page.Request(1, 2));
        assertEquals(5, second.total());
        assertEquals(2, second.rows().size());
        assertTrue(second.hasNext());
    }

    @Test
    void a_search_without_anything_to_look_for_is_refused() {
        for (String text : new String[] {"", "  ", "ا", "12", "%_", null}) {
            assertEquals(
                    "parcels.search-too-short",
                    assertThrows(Problem.class, () -> parcels.search(text, FIRST))
                            .code());
        }
        assertEquals(
                "parcels.search-too-long",
                assertThrows(Problem.class, () -> parcels.search("بوعلی ".repeat(100), FIRST))
                        .code());
    }

    @Test
    void all_a_party_owns_is_found_and_the_look_is_in_the_journal() {
        assertEquals(
                List.of("1-5-67-15-0-0-0", "1-5-67-16-0-0-0"),
                Register.codes(parcels.ownedBy(Register.ARMAN, FIRST).rows()));
        assertEquals("parcels.searched-by-owner", register.audited.get(0).action());
        assertEquals(Register.ARMAN.id(), register.audited.get(0).forWhom());
    }

    private List<String> found(String text) {
        return Register.codes(parcels.search(text, FIRST).rows());
    }
}
