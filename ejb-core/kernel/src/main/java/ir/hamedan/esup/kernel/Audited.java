package ir.hamedan.esup.kernel;

import java.util.Map;

/**
 * News that something was done, for the audit journal: fired as a CDI event in the transaction that did it. The journal
 * adds who, from where and when.
 *
 * @param action a verb of the module, such as {@code inquiry.filed}
 * @param subject what it was done to, such as an inquiry id or a renewal code
 * @param forWhom the party it was done for, or an empty text
 * @param before the facts before the change, empty for something new
 * @param after the facts after it
 */
public record Audited(
        String action, String subject, String forWhom, Map<String, String> before, Map<String, String> after) {
    public Audited {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    public static Audited of(String action, String subject, Map<String, String> after) {
        return new Audited(action, subject, "", Map.of(), after);
    }
}
