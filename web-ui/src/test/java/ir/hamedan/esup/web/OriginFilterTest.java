package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OriginFilterTest {
    private static final String PUBLIC = "https://esup.hamedan.ir";

    @Test
    void a_form_of_our_own_page_is_ours() {
        assertTrue(OriginFilter.isOurs("same-origin", null, "esup.hamedan.ir", PUBLIC));
        assertTrue(OriginFilter.isOurs(null, "http://127.0.0.1:8080", "127.0.0.1:8080", ""));
    }

    @Test
    void behind_a_proxy_the_public_address_is_ours() {
        assertTrue(OriginFilter.isOurs(null, "https://ESUP.hamedan.ir", "10.0.0.7:8080", PUBLIC));
    }

    @Test
    void a_form_of_another_site_is_not_ours() {
        assertFalse(OriginFilter.isOurs("cross-site", "https://esup.hamedan.ir", "esup.hamedan.ir", PUBLIC));
        assertFalse(OriginFilter.isOurs("same-site", null, "esup.hamedan.ir", PUBLIC));
        assertFalse(OriginFilter.isOurs(null, "https://evil.example", "esup.hamedan.ir", PUBLIC));
        assertFalse(OriginFilter.isOurs(null, "https://esup.hamedan.ir.evil.example", "esup.hamedan.ir", PUBLIC));
    }

    @Test
    void who_says_nothing_of_where_a_form_comes_from_is_refused() {
        assertFalse(OriginFilter.isOurs(null, null, "esup.hamedan.ir", PUBLIC));
        assertFalse(OriginFilter.isOurs(null, "null", "esup.hamedan.ir", PUBLIC));
        assertFalse(OriginFilter.isOurs(null, "not a uri", null, ""));
        assertFalse(OriginFilter.isOurs(null, null, null, ""));
    }
}
