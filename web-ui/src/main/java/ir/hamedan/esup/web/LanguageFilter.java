package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Messages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chooses the language of a request: {@code ?lang=en} or {@code ?lang=fa}, remembered in a cookie of that name without
 * any session; else that cookie; else Persian. What the browser says it likes does not count: half the telephones of
 * the city are set to English by people who read Persian.
 */
public class LanguageFilter extends HttpFilter {
    static final String COOKIE = "lang";
    private static final long serialVersionUID = 1L;
    // Read from the query alone: asking for a parameter would read the body of a form before others had a say.
    private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=(fa|en)(?:&|$)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> asked = asked(request);
        asked.ifPresent(code -> response.addCookie(cookie(code, request.isSecure() || SecureCookies.isWanted())));
        request.setAttribute(
                Language.ATTRIBUTE, locale(asked.or(() -> remembered(request)).orElse("fa")));
        chain.doFilter(request, response);
    }

    private static Optional<String> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher matcher = ASKED.matcher(query == null ? "" : query);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Locale locale(String code) {
        return "en".equals(code) ? Locale.ENGLISH : Messages.PERSIAN;
    }

    private static Cookie cookie(String code, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, code);
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
