package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.PASSWORD;
import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Gate;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users.NewUser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {
    private final City city = new City();
    private final LoginMechanism mechanism = new LoginMechanism();
    private final GateBean gate = new GateBean();
    private final Browser office = new Browser(city, mechanism, "/notary");
    private final Browser staff = new Browser(city, mechanism, "/staff");
    private final Browser citizen = new Browser(city, mechanism, "");

    GateTest() {
        SessionLimits limits = new SessionLimits();
        limits.idle = Duration.ofMinutes(15);
        limits.absolute = Duration.ofHours(12);
        mechanism.trustedProxies = Optional.empty();
        mechanism.readProxies();
        mechanism.accounts = city.accounts;
        mechanism.limits = limits;
        mechanism.clock = city.clock;
        gate.login = city.login;
        gate.users = city.users;
        gate.accounts = city.accounts;
        gate.journal = city.writer;
        gate.limits = limits;
        gate.clock = city.clock;
    }

    private String enter(Browser browser, String username) {
        return enter(browser, username, PASSWORD);
    }

    private String enter(Browser browser, String username, String password) {
        return enter(browser, "/login", username, password);
    }

    private String enter(Browser browser, String door, String username, String password) {
        browser.get(door);
        gate.caller = city.actors.caller;
        return gate.enter(browser.request("POST", door, null), username, password);
    }

    @Test
    void everything_but_the_door_the_help_and_the_style_is_closed() {
        for (String open : List.of(
                "/login", "/help", "/help/pay", "/error/404", "/ui/style.css", "/jakarta.faces.resource/x.js")) {
            assertEquals("nothing", office.get(open), open);
        }
        for (String closed :
                List.of("/", "/inquiries", "/password", "/index.xhtml", "/login/x", "/ui", "/helpx", "/LOGIN", "")) {
            assertEquals("to /notary/login", office.get(closed), closed);
        }
        assertEquals("nothing", new Browser(city, mechanism, "").get("/pay"));
    }

    @Test
    void among_the_public_pages_the_desk_alone_is_closed() {
        for (String open : List.of("/", "/pay", "/my/login", "/mystery", "/help/my", "/ui/style.css", "//my", "")) {
            assertEquals("nothing", citizen.get(open), open);
        }
        assertFalse(citizen.hasSession());
        for (String closed : List.of(
                "/my",
                "/my/",
                "/my/dues",
                "/my.xhtml",
                "/my/dues.xhtml",
                "/my;x",
                "/my/password",
                "/my/help",
                "/my/ui/x")) {
            assertEquals("to /my/login", citizen.get(closed), closed);
        }
    }

    @Test
    void a_citizen_comes_in_by_the_national_id_in_digits_of_any_script() {
        city.citizen("7409035803");
        assertEquals("to /my/login", citizen.send("GET", "/my/dues", "code=1-2-3"));
        assertEquals("/my/dues?code=1-2-3", enter(citizen, "/my/login", "۷۴۰۹۰۳۵۸۰۳", PASSWORD));
        assertEquals("as citizen-7409035803 [CITIZEN]", citizen.get("/my"));
        assertEquals("/my", enter(citizen, "/my/login", "citizen-7409035803", PASSWORD));
        assertEquals("/my/login", gate.leave(citizen.request("POST", "/my/dues", null)));
        assertEquals("to /my/login", citizen.send("GET", "/my.xhtml", "a=b"));
        assertEquals("/my?a=b", enter(citizen, "/my/login", "7409035803", PASSWORD), "where the session is");

        assertEquals("/my/login", gate.leave(citizen.request("POST", "/my/dues", null)));
        assertEquals("to /my/login", citizen.get("/my"));
    }

    @Test
    void at_the_desk_of_citizens_nobody_else_comes_in_and_citizens_nowhere_else() {
        city.citizen("7409035803");
        assertEquals("people.not-this-portal", refused(() -> enter(citizen, "/my/login", "admin", PASSWORD)));
        assertEquals("admin /my t", city.journal("actor, subject, refused", "people.login"));
        assertEquals("people.not-this-portal", refused(() -> enter(staff, "citizen-7409035803")));
        assertEquals("people.wrong-credentials", refused(() -> enter(staff, "7409035803")));
        assertEquals("people.wrong-credentials", refused(() -> enter(citizen, "/my/login", "7409035804", PASSWORD)));
    }

    @Test
    void who_logs_in_comes_back_to_the_page_first_asked_for_under_a_new_session() {
        assertEquals("to /notary/login", office.send("GET", "/inquiries", "state=ISSUED"));
        int planted = office.sessionNumber();

        assertEquals("/notary/inquiries?state=ISSUED", enter(office, "saeedi"));
        assertTrue(office.sessionNumber() > planted);
        assertEquals("as saeedi [NOTARY]", office.get("/inquiries"));
        assertEquals("/notary/", enter(office, "saeedi"));
    }

    @Test
    void who_cannot_be_looked_up_is_nobody_and_those_behind_the_gate_learn_why() {
        enter(office, "saeedi");
        RuntimeException noConnection = new IllegalStateException("no connection");
        mechanism.accounts = new Accounts() {
            @Override
            public Optional<Account> find(String username) {
                throw noConnection;
            }
        };

        assertEquals("nothing", office.get("/inquiries"));
        assertEquals(noConnection, office.kept().get(Gate.FAILURE));
        assertTrue(office.hasSession());
        mechanism.accounts = city.accounts;
        assertEquals("as saeedi [NOTARY]", office.get("/inquiries"));
    }

    @Test
    void the_way_back_never_leaves_the_portal() {
        for (String hostile : List.of("//evil.example", "/\\evil.example", "/https://evil.example")) {
            office.get(hostile);
            assertTrue(enter(office, "saeedi").startsWith("/notary/"), hostile);
        }
    }

    @Test
    void a_form_that_was_sent_too_late_is_handed_to_the_login_page() {
        assertEquals(
                "307 to /notary/login?reason=&to=%2Fnotary%2Finquiries%2Fnew",
                office.send("POST", "/inquiries/new", null));
    }

    @Test
    void a_portal_lets_only_its_own_people_in_and_says_so_in_the_journal() {
        assertEquals("people.not-this-portal", refused(() -> enter(staff, "saeedi")));
        assertEquals("people.not-this-portal", refused(() -> enter(office, "admin")));
        assertEquals("admin /notary t", city.journal("actor, subject, refused", "people.login"));
        assertEquals("to /staff/login", staff.get("/"));
        enter(staff, "admin");
        assertEquals("as admin [ADMINISTRATOR]", staff.get("/"));
    }

    @Test
    void a_wrong_password_opens_nothing() {
        assertEquals("people.wrong-credentials", refused(() -> enter(office, "saeedi", "wrong")));
        assertEquals("to /notary/login", office.get("/"));
    }

    @Test
    void a_quarter_of_an_hour_without_a_request_ends_it_and_requests_keep_it() {
        enter(office, "saeedi");
        for (int i = 0; i < 4; i++) {
            city.clock.pass(Duration.ofMinutes(14));
            assertEquals("as saeedi [NOTARY]", office.get("/"));
        }
        city.clock.pass(Duration.ofMinutes(16));
        assertEquals("to /notary/login?reason=idle", office.get("/inquiries"));
        assertEquals("/notary/inquiries", enter(office, "saeedi"));
    }

    @Test
    void after_twelve_hours_everybody_logs_in_again() {
        enter(office, "saeedi");
        for (int i = 0; i < 12 * 6; i++) {
            city.clock.pass(Duration.ofMinutes(10));
            assertEquals("as saeedi [NOTARY]", office.get("/"));
        }
        city.clock.pass(Duration.ofMinutes(1));
        assertEquals("to /notary/login?reason=ended", office.get("/"));
    }

    @Test
    void a_changed_role_works_at_the_next_request_and_a_closed_account_is_out() {
        enter(office, "karimi");
        city.as("saeedi");
        User changed = city.users.changeRoles("karimi", Set.of(Roles.DEED_CLERK), 0);
        assertEquals("as karimi [DEED_CLERK]", office.get("/"));
        city.as("saeedi");
        User closed = city.users.setActive("karimi", false, changed.version());
        assertEquals("to /notary/login?reason=changed", office.get("/"));

        city.as("saeedi");
        city.users.setActive("karimi", true, closed.version());
        assertEquals("to /notary/login", office.get("/"));
    }

    @Test
    void a_session_that_slept_while_the_account_was_closed_and_opened_again_is_over() {
        enter(office, "karimi");
        city.as("saeedi");
        User closed = city.users.setActive("karimi", false, 0);
        city.users.setActive("karimi", true, closed.version());

        assertEquals("to /notary/login?reason=changed", office.get("/"));
    }

    @Test
    void an_office_that_is_switched_off_takes_its_people_out() {
        enter(office, "karimi");
        city.as("admin");
        city.organisations.setActive("notary-12", false);

        assertEquals("to /notary/login?reason=changed", office.get("/"));
    }

    @Test
    void a_first_password_must_be_changed_before_anything_else_and_carries_no_right() {
        city.as("saeedi");
        String first = city.users
                .create(new NewUser("nouri", "نوری", "7406115040", "notary-12", Set.of(Roles.DEED_CLERK)))
                .password();
        office.get("/inquiries");
        assertEquals("/notary/password", enter(office, "nouri", first));
        assertEquals("to /notary/password", office.get("/inquiries"));
        assertEquals("to /notary/password", office.send("POST", "/inquiries/new", null));
        assertEquals("as nouri []", office.get("/password"));
        assertEquals(Set.of(), city.actors.current().roles());

        String page = gate.changePassword(office.request("POST", "/password", null), first, "blue lamp on sea");
        assertEquals("/notary/inquiries", page);
        assertEquals("as nouri [DEED_CLERK]", office.get("/inquiries"));
    }

    @Test
    void a_new_password_ends_every_other_session_of_the_account_and_keeps_this_one() {
        Browser elsewhere = new Browser(city, mechanism, "/notary");
        enter(elsewhere, "karimi");
        enter(office, "karimi");
        office.get("/password");
        gate.changePassword(office.request("POST", "/password", null), PASSWORD, "blue lamp on sea");

        assertEquals("as karimi [DEPUTY]", office.get("/"));
        assertEquals("to /notary/login?reason=changed", elsewhere.get("/"));
    }

    @Test
    void leaving_closes_the_session_and_leaves_a_row() {
        enter(office, "saeedi");
        office.get("/");
        gate.caller = city.actors.caller;
        gate.leave(office.request("POST", "/logout", null));

        assertFalse(office.hasSession());
        assertEquals("to /notary/login", office.get("/"));
        assertEquals("saeedi 10.1.2.3", city.journal("actor, address", "people.logout"));
        gate.leave(office.request("POST", "/logout", null));
    }

    @Test
    void whoever_the_gate_let_in_is_the_actor_without_a_further_statement() {
        enter(office, "saeedi");
        office.get("/");
        city.accounts.source = null;

        assertEquals("notary-12", city.actors.current().organisation());
        assertEquals("10.1.2.3", city.actors.current().address());
    }
}
