package ir.hamedan.esup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a person had typed into a form when the session ended. It waits in the new session, while that person logs in
 * again, and is filled into the same page once ({@link Refill}): nothing is sent on its own. Only forms with {@code
 * <u:keep/>} are kept, since that tag says whose they are; another person on the same browser never sees them.
 *
 * @param path the page, with the context path and the query: two tabs may show two inquiries
 * @param user who had been logged in
 */
record Kept(String path, String user, Map<String, List<String>> values) {
    /** The hidden field of {@code <u:keep/>}. */
    static final String MARK = "esup-kept-for";

    private static final String ATTRIBUTE = "ir.hamedan.esup.web.kept";
    private static final int LARGEST = 64 * 1024;
    private static final int MOST = 300;

    /** Keeps the form of this request for the page; does nothing when it has no mark of ours, or is too large. */
    static void keep(HttpServletRequest request, String path, Instant now) {
        form(request.getParameterMap(), path, Mark.ours(), now)
                .ifPresent(kept -> request.getSession(true).setAttribute(ATTRIBUTE, kept.plain()));
    }

    /**
     * As it waits in the session: path and user, then a row for each value with its name first. Texts alone, since a session
     * may wander to another node, and because the filter that keeps and the listener that fills may be of two copies of this
     * class: every portal has one, and from which the server takes a filter is not defined.
     */
    String[][] plain() {
        Stream<String[]> rows = values.entrySet().stream()
                .map(value -> Stream.concat(Stream.of(value.getKey()), value.getValue().stream())
                        .toArray(String[]::new));
        return Stream.concat(Stream.<String[]>of(new String[] {path, user}), rows)
                .toArray(String[][]::new);
    }

    static Kept of(String[][] plain) {
        Map<String, List<String>> values = new TreeMap<>();
        Stream.of(plain).skip(1).forEach(row -> values.put(row[0], List.of(row).subList(1, row.length)));
        return new Kept(plain[0][0], plain[0][1], values);
    }

    static Optional<Kept> form(Map<String, String[]> parameters, String path, Mark ours, Instant now) {
        String[] mark = parameters.get(MARK);
        Optional<String> user = mark == null ? Optional.empty() : ours.user(mark[0], now);
        if (user.isEmpty() || parameters.size() > MOST) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new TreeMap<>();
        long size = 0;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            if (!isSecret(parameter.getKey())) {
                values.put(parameter.getKey(), List.of(parameter.getValue()));
                size += parameter.getKey().length()
                        + List.of(parameter.getValue()).stream()
                                .mapToInt(String::length)
                                .sum();
            }
        }
        return size > LARGEST ? Optional.empty() : Optional.of(new Kept(path, user.get(), values));
    }

    /** Whether something waits for a login. */
    static boolean isWaiting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) != null;
    }

    /** Takes what was kept for this page and this person out of the session. */
    static Optional<Kept> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String[][] plain)) {
            return Optional.empty();
        }
        Kept kept = of(plain);
        if (!kept.isOf(Addresses.path(request), request::getParameter) || request.getRemoteUser() == null) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(kept).filter(form -> form.user.equals(request.getRemoteUser()));
    }

    /** Whether it was typed into this page: the same path, asked for with the same values. */
    boolean isOf(String page, UnaryOperator<String> asked) {
        String[] parts = path.split("\\?", 2);
        boolean same = parts.length < 2
                || Stream.of(parts[1].split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .allMatch(pair -> {
                            String[] sides = URLDecoder.decode(pair, StandardCharsets.UTF_8)
                                    .split("=", 2);
                            return sides.length < 2 || sides[1].equals(asked.apply(sides[0]));
                        });
        return parts[0].equals(page) && same;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("secret") || lower.startsWith("jakarta.faces.");
    }
}
