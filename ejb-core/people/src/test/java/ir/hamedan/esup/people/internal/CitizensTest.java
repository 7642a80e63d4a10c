package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.OrganisationKind;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users.Credentials;
import ir.hamedan.esup.people.api.Users.NewUser;
import ir.hamedan.esup.testing.Fired;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CitizensTest {
    private static final String ID = "7409035803";
    private static final String PERSIAN_ID = "۷۴۰۹۰۳۵۸۰۳";

    private final City city = new City();
    private final CitizensBean citizens = new CitizensBean();

    CitizensTest() {
        citizens.source = city.database.application();
        citizens.clock = city.clock;
        citizens.passwords = city.passwords;
        citizens.kept = city.kept;
        citizens.audit = new Fired<>(city.writer::done);
        city.as("ahmadi");
    }

    @Test
    void an_account_is_opened_once_for_a_national_id_and_its_password_must_be_changed() {
        Credentials made = citizens.open(" " + PERSIAN_ID, "بهزاد  كريمي");
        User user = made.user();
        assertEquals("citizen-" + ID, user.username());
        assertEquals("بهزاد کریمی", user.fullName());
        assertEquals(ID, user.nationalId());
        assertEquals(Set.of(Roles.CITIZEN), user.roles());
        assertTrue(user.mustChangePassword());
        assertEquals(
                "ahmadi citizen-" + ID + " " + ID, city.journal("actor, subject, for_whom", "people.citizen-opened"));

        assertEquals("people.citizen-known", refused(() -> citizens.open(ID, "بهزاد کریمی")));
        assertEquals(
                made.user(), citizens.search("", new Page.Request(0, 10)).rows().get(0));
    }

    @Test
    void what_is_mistyped_is_refused_and_nothing_is_kept() {
        assertEquals("kernel.national-id.wrong", refused(() -> citizens.open("7409035804", "بهزاد کریمی")));
        assertEquals("people.name-length", refused(() -> citizens.open(ID, "ب")));
        assertEquals(0, citizens.search("", new Page.Request(0, 10)).total());
    }

    @Test
    void a_new_password_takes_the_place_of_the_old_one() {
        Credentials first = citizens.open(ID, "بهزاد کریمی");
        Credentials second = citizens.renew(first.user().username());
        assertFalse(opens(first));
        assertTrue(opens(second));
        assertEquals("ahmadi " + ID, city.journal("actor, for_whom", "people.citizen-renewed"));
        assertEquals("people.unknown-user", refused(() -> citizens.renew("citizen-0000000000")));
    }

    @Test
    void only_citizens_are_found_and_get_a_password_here() {
        citizens.open(ID, "بهزاد کریمی");
        List<String> found = citizens.search("کریمی", new Page.Request(0, 10)).rows().stream()
                .map(User::username)
                .toList();
        assertEquals(List.of("citizen-" + ID), found, "karimi of the notary office is no citizen");
        assertEquals(1, citizens.search(PERSIAN_ID, new Page.Request(0, 10)).total());
        assertEquals("people.unknown-user", refused(() -> citizens.renew("karimi")));
    }

    @Test
    void the_national_id_is_that_of_the_account_and_machines_have_none() {
        String username = citizens.open(ID, "بهزاد کریمی").user().username();
        assertEquals(Optional.of(NationalId.parse(ID)), citizens.nationalId(username));
        assertEquals(Optional.empty(), citizens.nationalId("notary-12-software"));
        assertEquals(Optional.empty(), citizens.nationalId("nobody"));
        assertEquals(Optional.empty(), citizens.nationalId("karimi"), "a notary typed it");
    }

    @Test
    void nobody_becomes_a_citizen_by_another_way() {
        city.as("admin");
        for (String role : List.of(Roles.OFFICER, Roles.CITIZEN)) {
            NewUser user = new NewUser("somebody", "کسی", ID, "citizens", Set.of(role));
            assertEquals("people.role-not-for-organisation", refused(() -> city.users.create(user)), role);
        }
        Organisation second = new Organisation("others", OrganisationKind.CITIZENS, "دیگران", 0, true);
        assertEquals("people.one-body-of-citizens", refused(() -> city.organisations.create(second)));
    }

    @Test
    void what_the_product_does_for_somebody_is_that_persons_in_the_journal() {
        city.as("SYSTEM");
        assertEquals("system", city.actors.orPublic().username());
        city.actors.caller.is(city.accounts.find("ahmadi").orElseThrow());
        assertEquals(
                "ahmadi 10.1.2.3",
                city.actors.orPublic().username() + " " + city.actors.orPublic().address());
        assertEquals("system", city.actors.current().username(), "rights stay those of the product");
    }

    private boolean opens(Credentials credentials) {
        String hash = new Sql(city.database.application())
                .one(
                        "select hash from people.password where username = ?",
                        row -> row.text("hash"),
                        credentials.user().username());
        return city.passwords.hash(credentials.password()).text().equals(hash);
    }
}
