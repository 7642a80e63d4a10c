package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.ApiClients;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.OrganisationKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganisationsAndClientsTest {
    private static final Page.Request FIRST = new Page.Request(0, 50);

    private final City city = new City().as("admin");

    @Test
    void an_organisation_is_made_found_renamed_and_switched_off_with_a_row_for_each() {
        Organisation wanted = new Organisation("notary-56", OrganisationKind.NOTARY_OFFICE, "دفتر  ٥٦", 3, true);
        Organisation made = city.organisations.create(wanted);

        assertEquals("دفتر ٥٦", made.name());
        assertEquals("people.organisation-exists", refused(() -> city.organisations.create(wanted)));
        assertEquals(List.of(made), city.organisations.search("دفتر ۵۶", FIRST).rows());
        assertEquals(
                "دفترخانه ۵۶",
                city.organisations.rename("notary-56", "دفترخانه ۵۶").name());
        assertFalse(city.organisations.setActive("notary-56", false).active());
        assertEquals("admin notary-56", city.journal("actor, subject", "people.organisation-created"));
        assertEquals(
                "دفتر ٥٦ دفترخانه ۵۶",
                city.journal("before ->> 'name', after ->> 'name'", "people.organisation-renamed"));
        assertEquals(
                "true false", city.journal("before ->> 'active', after ->> 'active'", "people.organisation-disabled"));
    }

    @Test
    void a_malformed_id_an_empty_name_and_a_region_that_is_none_are_refused() {
        OrganisationKind kind = OrganisationKind.UTILITY;
        assertEquals(
                "people.organisation-id-malformed",
                refused(() -> city.organisations.create(new Organisation("آب", kind, "آبفا", 0, true))));
        assertEquals(
                "people.name-length",
                refused(() -> city.organisations.create(new Organisation("water", kind, " ", 0, true))));
        assertEquals(
                "people.region-unknown",
                refused(() -> city.organisations.create(new Organisation("water", kind, "آبفا", 5, true))));
        assertEquals("people.unknown-organisation", refused(() -> city.organisations.rename("water", "آبفا")));
    }

    @Test
    void the_roles_of_a_client_are_changed_within_what_its_office_and_a_machine_may_have() {
        city.clients.create("desk-12", "دفترخانه", "notary-12", Set.of(Roles.DEED_CLERK));
        assertEquals(
                Set.of(Roles.NOTARY),
                city.clients.changeRoles("desk-12", Set.of(Roles.NOTARY)).roles());
        assertEquals("people.no-role", refused(() -> city.clients.changeRoles("desk-12", Set.of())));
        assertEquals(
                "people.role-not-for-organisation",
                refused(() -> city.clients.changeRoles("desk-12", Set.of(Roles.AUDITOR))));
        assertEquals("people.unknown-client", refused(() -> city.clients.changeRoles("nobody", Set.of(Roles.NOTARY))));
        assertEquals(
                "admin desk-12 DEED_CLERK NOTARY",
                city.journal("actor, subject, before ->> 'roles', after ->> 'roles'", "people.client-roles-changed"));
    }

    @Test
    void a_client_gets_a_secret_that_is_kept_only_as_a_hash_and_a_new_one_at_rotation() {
        ApiClients.Secret made = city.clients.create("bank-7", "سامانهٔ بانک", "bank-melli-7", Set.of(Roles.CITIZEN));
        ApiClients.Secret rotated = city.clients.rotate("bank-7");

        assertEquals(43, made.secret().length());
        assertNotEquals(made.secret(), rotated.secret());
        assertEquals(0, city.count("client_secret where hash like '%" + rotated.secret() + "%'"));
        assertEquals(1, city.clients.search("بانک", FIRST).total());
        assertFalse(city.clients.setActive("bank-7", false).active());
        assertEquals("admin bank-7", city.journal("actor, subject", "people.client-secret-rotated"));
    }

    @Test
    void a_client_never_decides_and_never_takes_the_name_of_a_person() {
        assertEquals(
                "people.role-not-for-machine",
                refused(() -> city.clients.create("robot", "ربات", "planning", Set.of(Roles.OFFICER))));
        assertEquals(
                "people.role-not-for-machine",
                refused(() -> city.clients.create("robot", "ربات", "planning", Set.of(Roles.ADMINISTRATOR))));
        assertEquals(
                "people.role-not-for-organisation",
                refused(() -> city.clients.create("robot", "ربات", "bank-melli-7", Set.of(Roles.NOTARY))));
        assertEquals(
                "people.username-taken",
                refused(() -> city.clients.create("saeedi", "ربات", "notary-12", Set.of(Roles.NOTARY))));
        assertEquals("people.unknown-client", refused(() -> city.clients.rotate("saeedi")));
        assertEquals("people.unknown-client", refused(() -> city.clients.setActive("saeedi", false)));
        assertTrue(city.accounts.find("saeedi").orElseThrow().active());
    }
}
