package ir.hamedan.esup.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a published rule book and its clauses stand for everybody, for ever. */
public final class ClauseAddress {
    private ClauseAddress() {}

    public static String of(long book, String clause) {
        return "/book/" + book + "/clause/" + coded(clause);
    }

    /** A part of an address. A stroke stays a stroke: servers refuse it in its coded form, and the rest of the path is the number. */
    public static String coded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
