package ir.hamedan.esup.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address a person sees, whatever forwards happened since. */
final class Addresses {
    private Addresses() {}

    /** The path with the context path, on this host: never {@code //other.example}. */
    static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = original == null ? request.getRequestURI() : original.toString();
        return local(path);
    }

    /** A path made to stay on this host. */
    static String local(String path) {
        return path.replaceAll("[\\r\\n\\\\]", "").replaceFirst("^/*", "/");
    }

    /** The path with its query, which says which page of many it is. */
    static String full(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String query = original == null ? request.getQueryString() : original.toString();
        return path(request) + (query == null ? "" : "?" + query.replaceAll("[\\r\\n]", ""));
    }

    /** The same page with one parameter of the query set to another value, the others kept. */
    static String with(HttpServletRequest request, String name, String value) {
        Object original = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String query = original == null ? request.getQueryString() : original.toString();
        String others = query == null
                ? ""
                : Stream.of(query.split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith(name + "="))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
        return path(request) + "?" + others + name + "=" + value;
    }
}
