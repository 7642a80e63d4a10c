package ir.hamedan.esup.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses forms sent from other sites: stateless pages have no token to tell them by. What browsers say of themselves
 * decides: {@code Sec-Fetch-Site} where it is sent, else {@code Origin}; a request that changes something and says
 * neither is refused.
 */
public class OriginFilter extends HttpFilter {
    /** Context parameter: paths that others may post to, such as the return address of a payment. */
    static final String OPEN_TO_OTHERS = "esup.web.posts-from-others";

    private static final long serialVersionUID = 1L;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean allowed = HARMLESS.contains(request.getMethod())
                || isOpen(request)
                || isOurs(
                        request.getHeader("Sec-Fetch-Site"),
                        request.getHeader("Origin"),
                        request.getHeader("Host"),
                        publicUrl());
        if (allowed) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /**
     * Whether a request comes from a page of this host.
     *
     * @param fetchSite the header Sec-Fetch-Site or null
     * @param origin the header Origin or null
     * @param host the header Host or null
     * @param publicUrl where the product is reached from outside; empty when not set
     */
    static boolean isOurs(String fetchSite, String origin, String host, String publicUrl) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        String from = authority(origin);
        return !from.isEmpty() && (from.equalsIgnoreCase(host) || from.equals(authority(publicUrl)));
    }

    private static String authority(String address) {
        try {
            String authority = address == null ? null : URI.create(address).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private boolean isOpen(HttpServletRequest request) {
        String open = getServletContext().getInitParameter(OPEN_TO_OTHERS);
        return open != null && Set.of(open.trim().split("\\s+")).contains(request.getServletPath());
    }

    private static String publicUrl() {
        return ConfigProvider.getConfig()
                .getOptionalValue("esup.public-url", String.class)
                .orElse("");
    }
}
