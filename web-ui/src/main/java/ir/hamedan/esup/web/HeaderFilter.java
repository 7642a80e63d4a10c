package ir.hamedan.esup.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The security headers of every answer, and what may be kept: our style, font and script for a year under their
 * version, pages not at all unless the portal says otherwise.
 */
public class HeaderFilter extends HttpFilter {
    /** Setting: other places our forms may lead to, such as the payment provider's page. */
    static final String FORM_TARGETS = "esup.web.form-targets";

    private static final long serialVersionUID = 1L;
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
        chain.doFilter(request, response);
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
        String targets = ConfigProvider.getConfig()
                .getOptionalValue(FORM_TARGETS, String.class)
                .map(more -> " " + more)
                .orElse("");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'; form-action 'self'" + targets + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static String publicUrl() {
        return ConfigProvider.getConfig()
                .getOptionalValue("esup.public-url", String.class)
                .orElse("");
    }
}
