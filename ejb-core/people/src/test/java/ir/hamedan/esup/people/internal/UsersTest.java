package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.PASSWORD;
import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users.Credentials;
import ir.hamedan.esup.people.api.Users.NewUser;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final Page.Request FIRST = new Page.Request(0, 50);

    private final City city = new City();

    private static NewUser wanted(String organisation, String... roles) {
        return new NewUser("nouri", "نوري", "۷۴۰۶۱۱۵۰۴۰", organisation, Set.of(roles));
    }

    private String creating(String by, NewUser user) {
        city.as(by);
        return refused(() -> city.database.inTransaction(() -> city.users.create(user)));
    }

    private List<String> seenBy(String username, String text) {
        city.as(username);
        return city.users.search(text, FIRST).rows().stream()
                .map(User::username)
                .toList();
    }

    @Test
    void a_notary_makes_a_clerk_of_the_own_office_who_must_change_the_password_first() {
        city.as("saeedi");
        Credentials made = city.users.create(wanted("notary-12", Roles.DEED_CLERK));

        assertEquals("نوری", made.user().fullName());
        assertEquals("7406115040", made.user().nationalId());
        assertTrue(made.user().mustChangePassword());
        assertEquals(Set.of(), city.login.check("nouri", made.password(), "").roles());
        assertEquals(
                "saeedi 10.1.2.3 nouri 7406115040",
                city.journal("actor, address, subject, for_whom", "people.user-created"));
        assertEquals(0, city.count("journal where after::text like '%" + made.password() + "%'"));
    }

    @Test
    void a_notary_gives_only_deputies_and_clerks_and_only_in_the_own_office() {
        assertEquals("people.role-not-yours-to-give", creating("saeedi", wanted("notary-12", Roles.NOTARY)));
        assertEquals("people.role-not-yours-to-give", creating("saeedi", wanted("notary-34", Roles.DEPUTY)));
        assertEquals(
                "people.role-not-yours-to-give",
                creating("saeedi", wanted("notary-12", Roles.DEPUTY, Roles.ADMINISTRATOR)));
        assertEquals(7, city.count("password"));
    }

    @Test
    void nobody_gives_the_role_of_the_product_itself_or_one_that_does_not_fit() {
        assertEquals("people.role-not-yours-to-give", creating("admin", wanted("planning", Roles.SYSTEM)));
        assertEquals("people.role-not-for-organisation", creating("admin", wanted("notary-12", Roles.ADMINISTRATOR)));
        assertEquals("people.role-not-for-organisation", creating("admin", wanted("planning", Roles.NOTARY)));
        assertEquals("people.no-role", creating("admin", wanted("planning")));
        assertEquals("people.unknown-organisation", creating("admin", wanted("nowhere", Roles.OFFICER)));
    }

    @Test
    void names_that_are_taken_reserved_or_like_a_role_are_refused() {
        for (String name : List.of("ADMINISTRATOR", "system", "public", "#system", "نوری", "a", "x".repeat(41), "")) {
            NewUser user = new NewUser(name, "نوری", "7406115040", "planning", Set.of(Roles.OFFICER));
            assertEquals("people.username-malformed", creating("admin", user), name);
        }
        NewUser taken = new NewUser("notary-12-software", "نوری", "7406115040", "planning", Set.of(Roles.OFFICER));
        assertEquals("people.username-taken", creating("admin", taken));
        NewUser mistyped = new NewUser("nouri", "نوری", "7406115041", "planning", Set.of(Roles.OFFICER));
        assertEquals("kernel.national-id.wrong", creating("admin", mistyped));
    }

    @Test
    void a_notary_sees_the_own_office_and_an_administrator_or_auditor_everybody() {
        assertEquals(List.of("saeedi", "karimi"), seenBy("saeedi", ""));
        assertEquals(List.of(), seenBy("saeedi", "رضایی"));
        assertEquals(List.of("rezaei"), seenBy("admin", "رضايي"));
        assertEquals(List.of("rezaei"), seenBy("hosseini", "REZA"));
        assertEquals(List.of(), seenBy("admin", "%"));
        assertTrue(city.as("saeedi").users.find("karimi").isPresent());
        assertTrue(city.as("saeedi").users.find("rezaei").isEmpty());
    }

    @Test
    void a_page_beyond_the_end_still_tells_how_many_there_are() {
        Page<User> page = city.as("admin").users.search("", new Page.Request(9, 50));

        assertEquals(7, page.total());
        assertEquals(List.of(), page.rows());
    }

    @Test
    void a_notary_changes_no_account_of_another_office_and_no_other_notary() {
        city.as("saeedi");
        assertEquals("people.unknown-user", refused(() -> city.users.setActive("moradi", false, 0)));
        assertEquals("people.unknown-user", refused(() -> city.users.resetPassword("moradi")));
        assertEquals("people.unknown-user", refused(() -> city.users.changeRoles("moradi", Set.of(Roles.DEPUTY), 0)));
        assertEquals("people.not-yours-to-keep", refused(() -> city.users.resetPassword("saeedi")));
        assertEquals(
                "people.role-not-yours-to-give",
                refused(() -> city.users.changeRoles("karimi", Set.of(Roles.NOTARY), 0)));
        assertTrue(city.users
                .changeRoles("karimi", Set.of(Roles.DEED_CLERK), 0)
                .roles()
                .contains(Roles.DEED_CLERK));
        assertEquals(
                "{\"name\": \"کریمی\", \"roles\": \"DEPUTY\", \"active\": \"true\", \"organisation\": \"notary-12\"}",
                city.journal("before", "people.user-roles-changed"));
    }

    @Test
    void an_administrator_changes_name_and_organisation_where_the_roles_fit() {
        city.as("admin");
        User moved = city.users.change("karimi", "کریمی پور", "notary-34", 0);
        assertEquals("notary-34", moved.organisation());
        assertEquals(
                List.of(moved),
                city.users.search("كریمی‌پور", new Page.Request(0, 10)).rows());
        assertEquals(
                "کریمی notary-12 کریمی پور notary-34",
                city.journal(
                        "before ->> 'name', before ->> 'organisation', after ->> 'name', after ->> 'organisation'",
                        "people.user-changed"));
        assertEquals(
                "people.role-not-for-organisation",
                refused(() -> city.users.change("karimi", "کریمی", "planning", moved.version())));
        assertEquals(
                "people.unknown-organisation",
                refused(() -> city.users.change("karimi", "کریمی", "nowhere", moved.version())));
        assertEquals("people.changed-meanwhile", refused(() -> city.users.change("karimi", "کریمی", "notary-34", 0)));
    }

    @Test
    void of_two_who_change_the_same_account_the_second_is_told() {
        city.as("saeedi");
        User first = city.users.setActive("karimi", false, 0);

        assertFalse(first.active());
        assertEquals("people.changed-meanwhile", refused(() -> city.users.setActive("karimi", true, 0)));
        assertTrue(city.users.setActive("karimi", true, first.version()).active());
    }

    @Test
    void the_last_administrator_stays_whichever_way_he_would_go() {
        city.as("admin");
        String last = "people.last-administrator";
        assertEquals(last, inOne(() -> city.users.setActive("admin", false, 0)));
        assertEquals(last, inOne(() -> city.users.changeRoles("admin", Set.of(Roles.OFFICER), 0)));
        assertEquals(last, inOne(() -> city.organisations.setActive("planning", false)));
        assertEquals("admin", city.actors.current().username());
    }

    private String inOne(Runnable work) {
        return refused(() -> city.database.inTransaction(work));
    }

    @Test
    void of_two_administrators_who_remove_each_other_at_once_one_stays() throws Exception {
        city.as("admin");
        city.users.create(new NewUser("second", "دوم", "7406845235", "planning", Set.of(Roles.ADMINISTRATOR)));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<String> one = pool.submit(() -> inOne(() -> city.users.setActive("second", false, 0)));
        Future<String> other = pool.submit(() -> inOne(() -> city.users.setActive("admin", false, 0)));
        Set<String> outcomes = Set.of(one.get(), other.get());
        pool.shutdown();

        assertEquals(Set.of("let through", "people.last-administrator"), outcomes);
    }

    @Test
    void a_reset_lifts_the_lock_and_ends_trust_in_the_old_password() {
        for (int i = 0; i < 5; i++) {
            refused(() -> city.login.check("karimi", "wrong", "10.1.2.3"));
        }
        city.as("saeedi");
        assertTrue(city.users.find("karimi").orElseThrow().lockedUntil().isPresent());
        Credentials reset = city.users.resetPassword("karimi");

        assertTrue(reset.user().lockedUntil().isEmpty());
        assertEquals("people.wrong-credentials", refused(() -> city.login.check("karimi", PASSWORD, "10.1.2.4")));
        assertEquals(
                "karimi",
                city.login.check("karimi", reset.password(), "10.1.2.4").username());
        assertEquals(1, city.accounts.find("karimi").orElseThrow().epoch());
    }

    @Test
    void the_own_password_changes_against_the_current_one_and_the_policy() {
        city.as("karimi");
        assertEquals("people.wrong-password", refused(() -> city.users.changeOwnPassword("wrong", "blue lamp on sea")));
        assertEquals("people.weak-password.short", refused(() -> city.users.changeOwnPassword(PASSWORD, "short")));
        assertEquals("people.weak-password.same", refused(() -> city.users.changeOwnPassword(PASSWORD, PASSWORD)));
        assertEquals(
                "people.weak-password.name",
                refused(() -> city.users.changeOwnPassword(PASSWORD, "i am karimi of 12")));
        city.users.changeOwnPassword(PASSWORD, "blue lamp on sea");

        assertEquals(
                "karimi", city.login.check("karimi", "blue lamp on sea", "").username());
        assertEquals("karimi", city.journal("actor", "people.password-changed"));
    }

    @Test
    void a_wrong_current_password_leaves_a_row() {
        city.as("karimi");
        refused(() -> city.users.changeOwnPassword("wrong", "blue lamp on sea"));

        assertEquals(
                "karimi 10.1.2.3 t people.wrong-password",
                city.journal("actor, address, refused, after ->> 'reason'", "people.password-changed"));
    }

    @Test
    void who_knows_the_own_password_cannot_wipe_out_the_failures_of_the_own_address() {
        for (int i = 0; i < 29; i++) {
            String name = "name" + i;
            refused(() -> city.login.check(name, "wrong", "10.1.2.3"));
        }
        city.as("karimi");
        for (int i = 0; i < 10; i++) {
            refused(() -> city.users.changeOwnPassword(PASSWORD, "short"));
        }
        refused(() -> city.login.check("rezaei", "wrong", "10.1.2.3"));

        assertEquals("people.locked", refused(() -> city.login.check("saeedi", PASSWORD, "10.1.2.3")));
    }

    @Test
    void guessing_the_current_password_in_an_open_session_is_locked_too() {
        city.as("karimi");
        for (int i = 0; i < 5; i++) {
            refused(() -> city.users.changeOwnPassword("wrong", "blue lamp on sea"));
        }
        assertEquals("people.locked", refused(() -> city.users.changeOwnPassword(PASSWORD, "blue lamp on sea")));
    }

    @Test
    void who_is_nobody_a_closed_account_or_the_product_is_told_apart() {
        assertEquals(
                "people.not-logged-in",
                refused(() -> city.as("ANONYMOUS").actors.current()));
        assertEquals(
                "people.not-logged-in", refused(() -> city.as("nobody").actors.current()));
        assertEquals("public", city.as("ANONYMOUS").actors.orPublic().username());
        assertEquals("system", city.as(Roles.SYSTEM).actors.current().username());
        city.as("admin").users.setActive("karimi", false, 0);
        assertEquals(
                "people.not-logged-in", refused(() -> city.as("karimi").actors.current()));
    }
}
