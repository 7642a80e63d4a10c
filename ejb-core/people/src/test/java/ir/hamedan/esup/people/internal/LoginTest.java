package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.PASSWORD;
import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

class LoginTest {
    private final City city = new City();

    private String attempt(String username, String password) {
        return refused(() -> city.login.check(username, password, "10.1.2.3"));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertEquals("people.wrong-credentials", attempt("saeedi", "wrong"));
        }
    }

    @Test
    void the_right_password_lets_in_with_roles_and_address_and_leaves_a_row() {
        Actor actor = city.login.check("saeedi", PASSWORD, "10.1.2.3");

        assertEquals(new Actor("saeedi", "سعیدی", "notary-12", Set.of(Roles.NOTARY), "10.1.2.3"), actor);
        assertEquals(
                "saeedi notary-12 10.1.2.3 f", city.journal("actor, organisation, address, refused", "people.login"));
        assertEquals(0, city.count("attempt where subject = 'user:saeedi'"));
    }

    @Test
    void a_name_is_read_in_any_case() {
        assertEquals("saeedi", city.login.check(" Saeedi ", PASSWORD, "").username());
    }

    @Test
    void unknown_disabled_and_mistyped_are_refused_alike_and_each_leaves_a_row() {
        new Sql(city.database.owner()).run("update people.account set active = false where username = 'rezaei'");
        new Sql(city.database.owner()).run("update people.organisation set active = false where id = 'planning'");

        assertEquals("people.wrong-credentials", attempt("nobody", PASSWORD));
        assertEquals("people.wrong-credentials", attempt("rezaei", PASSWORD));
        assertEquals("people.wrong-credentials", attempt("ahmadi", PASSWORD));
        assertEquals("people.wrong-credentials", attempt("saeedi", "wrong"));
        assertEquals("people.wrong-credentials", attempt("saeedi", null));
        assertEquals("people.wrong-credentials", attempt("notary-12-software", "a-secret"));
        assertEquals(6, city.count("journal where refused and action = 'people.login' and address = '10.1.2.3'"));
    }

    @Test
    void what_is_no_username_is_not_written_down_because_it_may_be_a_password() {
        assertEquals("people.wrong-credentials", attempt("correct horse battery!", ""));

        assertEquals("-", city.journal("subject", "people.login"));
    }

    @Test
    void after_five_failures_the_right_password_waits_too_and_the_lock_ends_by_itself() {
        fail(5);
        Problem locked = assertThrows(Problem.class, () -> city.login.check("saeedi", PASSWORD, "10.1.2.3"));

        assertEquals("people.locked", locked.code());
        assertEquals(Problem.Kind.TOO_MANY, locked.kind());
        assertEquals(Instant.parse("2026-11-24T08:00:30Z"), locked.arguments().get(0));
        city.clock.pass(Duration.ofSeconds(30));
        assertEquals("let through", attempt("saeedi", PASSWORD));
    }

    @Test
    void the_delay_doubles_with_each_further_failure_and_success_forgets_them() {
        fail(5);
        city.clock.pass(Duration.ofSeconds(30));
        fail(1);
        city.clock.pass(Duration.ofSeconds(59));
        assertEquals("people.locked", attempt("saeedi", PASSWORD));
        city.clock.pass(Duration.ofSeconds(1));
        assertEquals("let through", attempt("saeedi", PASSWORD));
        fail(4);
        assertEquals("let through", attempt("saeedi", PASSWORD));
    }

    @Test
    void a_name_that_does_not_exist_is_locked_like_one_that_does() {
        for (int i = 0; i < 5; i++) {
            attempt("nobody", "wrong");
        }
        assertEquals("people.locked", attempt("nobody", "wrong"));
    }

    @Test
    void an_address_that_tries_many_names_is_locked_for_all_of_them_and_others_are_not() {
        for (int i = 0; i < 30; i++) {
            attempt("name" + i, "wrong");
        }
        assertEquals("people.locked", attempt("saeedi", PASSWORD));
        assertEquals("saeedi", city.login.check("saeedi", PASSWORD, "10.9.9.9").username());
    }

    @Test
    void an_office_behind_one_address_where_somebody_mistypes_every_few_minutes_is_never_locked_out() {
        for (int i = 0; i < 35; i++) {
            assertEquals("people.wrong-credentials", attempt("name" + i, "wrong"), "failure " + i);
            city.clock.pass(Duration.ofSeconds(130));
        }
        assertEquals("let through", attempt("saeedi", PASSWORD));
    }

    @Test
    void what_succeeds_at_an_address_does_not_hold_its_old_failures_against_it() {
        for (int i = 0; i < 29; i++) {
            attempt("name" + i, "wrong");
        }
        for (int i = 0; i < 6; i++) {
            city.clock.pass(Duration.ofMinutes(5));
            assertEquals("let through", attempt("saeedi", PASSWORD));
        }
        for (int i = 0; i < 10; i++) {
            assertEquals("people.wrong-credentials", attempt("other" + i, "wrong"));
        }
        assertEquals("let through", attempt("saeedi", PASSWORD));
    }

    @Test
    void who_logs_in_at_the_last_free_failure_of_an_address_does_not_lock_it() {
        for (int i = 0; i < 29; i++) {
            attempt("name" + i, "wrong");
        }
        assertEquals("let through", attempt("saeedi", PASSWORD));
        assertEquals("let through", attempt("karimi", PASSWORD));
    }

    @Test
    void a_locked_try_leaves_no_row_so_that_a_flood_does_not_fill_the_journal() {
        fail(5);
        long rows = city.count("journal");
        for (int i = 0; i < 20; i++) {
            attempt("saeedi", "wrong");
        }
        assertEquals(rows, city.count("journal"));
    }

    @Test
    void guesses_sent_at_once_are_counted_like_guesses_sent_one_by_one() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        List<Future<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            outcomes.add(pool.submit(() -> attempt("saeedi", "wrong")));
        }
        long guessed = outcomes.stream()
                .filter(o -> value(o).equals("people.wrong-credentials"))
                .count();
        pool.shutdown();

        assertEquals(5, guessed);
    }

    private static String value(Future<String> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void old_failures_of_made_up_names_are_cleared_away() {
        attempt("made.up", "wrong");
        city.clock.pass(Duration.ofHours(25));
        attempt("saeedi", PASSWORD);

        assertEquals(0, city.count("attempt where subject = 'user:made.up'"));
    }

    @Test
    void a_password_kept_with_fewer_rounds_is_hashed_anew_at_its_login() throws Exception {
        SecretKeyFactory derivation = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
        PBEKeySpec few = new PBEKeySpec(PASSWORD.toCharArray(), new byte[16], 1000, 256);
        String hash = Base64.getEncoder()
                .encodeToString(derivation.generateSecret(few).getEncoded());
        String kept = "pbkdf2-sha256$1000$AAAAAAAAAAAAAAAAAAAAAA==$" + hash;
        new Sql(city.database.owner()).run("update people.password set hash = ? where username = 'saeedi'", kept);
        city.login.passwords = new Passwords();

        assertEquals("let through", attempt("saeedi", PASSWORD));
        PasswordHash now = city.accounts.password("saeedi").orElseThrow();
        assertFalse(now.isOutdated());
        assertTrue(now.matches(PASSWORD));
        assertFalse(now.matches(PASSWORD + " "));
    }

    @Test
    void a_kept_password_is_salted_and_never_appears_in_text() {
        PasswordHash kept = PasswordHash.of(PASSWORD);

        assertNotEquals(kept.text(), PasswordHash.of(PASSWORD).text());
        assertEquals("PasswordHash", kept.toString());
        assertFalse(new Passwords().matchesNobody("nobody"));
    }
}
