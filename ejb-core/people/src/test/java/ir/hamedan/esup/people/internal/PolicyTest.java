package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.people.api.OrganisationKind;
import ir.hamedan.esup.people.api.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static String verdict(String password) {
        return refused(() -> PasswordPolicy.check(password, "saeedi", "7401003716"));
    }

    @Test
    void the_first_things_everybody_tries_are_refused() {
        for (String common : List.of(
                "1234567890",
                "password123",
                "Password!2026",
                "qwertyuiop",
                "1q2w3e4r5t",
                "aaaaaaaaaaaa",
                "hamedan1405",
                "همدان۱۴۰۵۱۴۰۵",
                "09181234567",
                "abababababab",
                "Esup@12345")) {
            assertEquals("people.weak-password.common", verdict(common), common);
        }
        assertEquals("people.weak-password.short", verdict("kx7m-2wq9"));
        assertEquals("people.weak-password.long", verdict("kx7m-2wq9".repeat(30)));
        assertEquals("people.weak-password.name", verdict("Saeedi-2wq9-kx"));
        assertEquals("people.weak-password.name", verdict("kx ۷۴۰۱۰۰۳۷۱۶"));
    }

    @Test
    void a_sentence_in_either_language_and_every_first_password_are_good() {
        assertEquals("let through", verdict("correct horse battery"));
        assertEquals("let through", verdict("سه کبوتر روی بام"));
        for (int i = 0; i < 100; i++) {
            assertEquals("let through", verdict(Secrets.password()));
        }
    }

    @Property
    void the_delay_never_shrinks_while_failures_grow_and_never_passes_its_limit(
            @ForAll @IntRange(max = 100_000) int n) {
        for (Lockout lockout : List.of(Lockout.OF_NAME, Lockout.OF_ADDRESS, Lockout.OF_CLIENT)) {
            Duration delay = lockout.after(n);
            assertTrue(delay.compareTo(lockout.after(n + 1)) <= 0);
            assertTrue(delay.compareTo(lockout.longest()) <= 0);
            assertEquals(n < lockout.free(), delay.isZero());
        }
    }

    @Test
    void the_delay_doubles() {
        assertEquals(
                List.of(0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L),
                List.of(4, 5, 6, 7, 8, 9, 10, 60).stream()
                        .map(n -> Lockout.OF_NAME.after(n).toSeconds())
                        .toList());
    }

    @Test
    void a_forwarded_address_is_believed_only_as_far_as_our_proxies_vouch_for_it() {
        Addresses addresses = new Addresses("10.0.0.0/8, 192.168.1.7, fd00::/16");

        assertEquals("5.6.7.8", addresses.of("5.6.7.8", "1.1.1.1"));
        assertEquals("2.2.2.2", addresses.of("10.1.1.1", "2.2.2.2"));
        assertEquals("2.2.2.2", addresses.of("10.1.1.1", "6.6.6.6, 2.2.2.2, 192.168.1.7"));
        assertEquals("2001:db8::1", addresses.of("fd00::5", "2001:db8::1"));
        assertEquals("10.1.1.1", addresses.of("10.1.1.1", null));
        assertEquals("10.1.1.1", addresses.of("10.1.1.1", "evil.example.org"));
        assertEquals("10.1.1.1", addresses.of("10.1.1.1", "'; drop table"));
        assertEquals("10.2.2.2", addresses.of("10.1.1.1", "10.2.2.2"));
        assertEquals("9.9.9.9", new Addresses("").of("9.9.9.9", "1.1.1.1"));
    }

    @Test
    void a_proxy_on_this_machine_is_believed_by_default() throws IOException {
        Properties defaults = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("../../config/src/main/resources/META-INF/microprofile-config.properties"))) {
            defaults.load(file);
        }
        Addresses addresses = new Addresses(defaults.getProperty("esup.trusted-proxies"));

        assertEquals("5.6.7.8", addresses.of("127.0.0.1", "5.6.7.8"));
        assertEquals("5.6.7.8", addresses.of("0:0:0:0:0:0:0:1", "9.9.9.9, 5.6.7.8"));
        assertEquals("10.1.1.1", addresses.of("10.1.1.1", "5.6.7.8"));
    }

    @Test
    void every_text_is_there_in_both_languages() {
        ClassLoader loader = getClass().getClassLoader();
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String bundle = "ir.hamedan.esup.people.messages";
        var persian = ResourceBundle.getBundle(bundle, Messages.PERSIAN, loader, control)
                .keySet();
        var english = ResourceBundle.getBundle(bundle, Locale.ENGLISH, loader, control)
                .keySet();

        assertEquals(new TreeSet<>(persian), new TreeSet<>(english));
        for (OrganisationKind kind : OrganisationKind.values()) {
            assertTrue(Messages.in(Messages.PERSIAN).has("people.organisation-kind." + kind));
        }
        assertEquals(
                "پس از چند تلاش ناموفق، ورود برای مدت کوتاهی بسته شده است. ۲ دقیقهٔ دیگر دوباره تلاش کنید.",
                Messages.in(Messages.PERSIAN).text("people.locked", "", 2L));
    }
}
