package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderFilterTest {
    private final List<String> said = new ArrayList<>();

    private HttpServletResponse response() {
        Object fake = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("encodeRedirectURL")) {
                        return arguments[0];
                    }
                    said.add(called.getName() + (arguments == null ? "" : List.of(arguments)));
                    return null;
                });
        return new HeaderFilter.OwnRedirects((HttpServletResponse) fake);
    }

    @Test
    void a_form_may_lead_to_the_provider_named_in_the_settings() {
        String policy = HeaderFilter.policy("", "https://payment.zarinpal.com/some/path?x=1;y");

        assertTrue(policy.contains("; form-action 'self' https://payment.zarinpal.com; frame"), policy);
        assertTrue(HeaderFilter.policy("https://a.example ", "").contains("'self' https://a.example; frame"));
        assertTrue(HeaderFilter.policy("", "").contains("form-action 'self'; frame"));
    }

    @Test
    void what_is_no_address_does_not_reach_the_policy() {
        String policy = HeaderFilter.policy("", "javascript:alert(1); script-src *");

        assertFalse(policy.contains("script-src *"), policy);
    }

    @Test
    void a_redirect_of_our_own_names_no_scheme_and_no_host() throws IOException {
        response().sendRedirect("/notary/inquiries?state=ISSUED");

        assertEquals(
                List.of(
                        "resetBuffer",
                        "setStatus[302]",
                        "setHeader[Location, /notary/inquiries?state=ISSUED]",
                        "flushBuffer"),
                said);
    }

    @Test
    void a_redirect_to_another_place_is_the_servers() throws IOException {
        response().sendRedirect("https://payment.zarinpal.com/pg/StartPay/A1");
        response().sendRedirect("//other.example");

        assertEquals(
                List.of("sendRedirect[https://payment.zarinpal.com/pg/StartPay/A1]", "sendRedirect[//other.example]"),
                said);
    }
}
