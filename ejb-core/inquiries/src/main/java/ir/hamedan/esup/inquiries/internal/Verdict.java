package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an officer found.
 *
 * @param signer username of the officer who answered; empty while nobody has
 * @param second username of the second signer, empty when none was needed or none has agreed yet
 * @param examined the findings this answer looked at: a later one is not covered by it
 */
record Verdict(
        boolean clean,
        ReasonCode reason,
        String words,
        String signer,
        String signerName,
        String second,
        String secondName,
        Set<String> examined) {
    static final Verdict NONE = new Verdict(false, ReasonCode.EXAMINED_AND_CLEAR, "", "", "", "", "", Set.of());

    Verdict {
        examined = Set.copyOf(examined);
    }

    boolean given() {
        return !signer.isEmpty();
    }

    boolean covers(Check check) {
        return clean && given() && examined.contains(finding(check));
    }

    Verdict agreedBy(String username, String name) {
        return new Verdict(clean, reason, words, signer, signerName, username, name, examined);
    }

    static Set<String> findings(List<Check> checks) {
        Set<String> findings = new TreeSet<>();
        checks.forEach(check -> findings.add(finding(check)));
        return findings;
    }

    private static String finding(Check check) {
        return check.code() + " " + check.outcome() + " " + check.detail() + " " + check.arguments();
    }

    JsonObject write() {
        return Json.createObjectBuilder()
                .add("clean", clean)
                .add("reason", reason.name())
                .add("words", words)
                .add("signer", signer)
                .add("signerName", signerName)
                .add("second", second)
                .add("secondName", secondName)
                .add("examined", Json.createArrayBuilder(new TreeSet<>(examined)))
                .build();
    }

    static Verdict read(JsonObject json) {
        return new Verdict(
                json.getBoolean("clean"),
                ReasonCode.valueOf(json.getString("reason")),
                json.getString("words"),
                json.getString("signer"),
                json.getString("signerName"),
                json.getString("second"),
                json.getString("secondName"),
                Set.copyOf(json.getJsonArray("examined").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()));
    }
}
