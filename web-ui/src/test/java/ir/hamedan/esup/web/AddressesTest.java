package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void an_address_never_leads_to_another_host() {
        assertEquals("/evil.example/x", Addresses.local("//evil.example/x"));
        assertEquals("/evil.example", Addresses.local("/\\evil.example"));
        assertEquals("/https://evil.example", Addresses.local("https://evil.example"));
        assertEquals("/notary/draft", Addresses.local("/notary/draft"));
        assertFalse(Addresses.local("/a\r\nSet-Cookie: x").contains("\n"));
    }

    @Test
    void what_is_written_into_an_error_page_is_escaped() {
        assertEquals("&lt;b a=&quot;x&quot;&gt; &amp;", ErrorPage.escaped("<b a=\"x\"> &"));
    }

    @Test
    void every_status_has_its_kind_of_page_in_both_languages() {
        for (int status = 400; status < 600; status++) {
            String key = "web.error." + ErrorPage.kind(status);
            for (var language : new Locale[] {Locale.ENGLISH, Messages.PERSIAN}) {
                var messages = Messages.in(language);
                assertTrue(messages.has(key + ".title") && messages.has(key + ".text"), key);
            }
        }
    }
}
