package ir.hamedan.esup.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The security headers of every answer, and what may be kept: our style, font and script for a year under their
 * version, pages not at all unless the portal says otherwise.
 */
public class HeaderFilter extends HttpFilter {
    /** Setting: other places our forms may lead to, such as the payment provider's page. */
    static final String FORM_TARGETS = "esup.web.form-targets";

    private static final long serialVersionUID = 1L;
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");
    private static final String YEAR = "public, max-age=31536000, immutable";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Not no-referrer: with it browsers send "Origin: null" on our own forms.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (publicUrl().startsWith("https:")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        response.setHeader("Cache-Control", isAsset(request) ? YEAR : "no-store");
        chain.doFilter(request, new OwnRedirects(response));
    }

    private static boolean isAsset(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getServletPath();
        return path.startsWith("/ui/") && (path.endsWith(".woff2") || query != null && query.startsWith("v="));
    }

    /**
     * Everything from us, no inline script or style, no frame. A form may also lead to the payment provider, since
     * browsers apply form-action to redirects too.
     */
    static String policy() {
        return policy(setting(FORM_TARGETS), setting("esup.payment.page-url"));
    }

    /** @param targets further places, by blanks; {@code paymentPage} the provider's address for browsers */
    static String policy(String targets, String paymentPage) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'; form-action 'self'" + origin(paymentPage) + blank(targets)
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    /** Scheme and host, after a blank; nothing for what is no address, since it must not end the directive. */
    private static String origin(String address) {
        Matcher matcher = ORIGIN.matcher(address);
        return matcher.lookingAt() ? " " + matcher.group() : "";
    }

    private static String blank(String more) {
        return more.isBlank() ? "" : " " + more.strip();
    }

    private static String publicUrl() {
        return setting("esup.public-url");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
    }

    /**
     * Lets redirects of our own stay on the scheme and host the person came by: the server would make {@code http://} of
     * a path, which behind a TLS proxy is another place.
     */
    static final class OwnRedirects extends HttpServletResponseWrapper {
        OwnRedirects(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            if (!location.startsWith("/") || location.startsWith("//")) {
                super.sendRedirect(location);
                return;
            }
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", encodeRedirectURL(location));
            flushBuffer();
        }
    }
}
