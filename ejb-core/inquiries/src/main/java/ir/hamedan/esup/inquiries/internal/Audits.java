package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.kernel.Audited;
import java.util.HashMap;
import java.util.Map;

/** Rows for the audit journal. */
final class Audits {
    private Audits() {}

    static Audited of(String action, Inquiry inquiry, Map<String, String> more) {
        Map<String, String> after = new HashMap<>(more);
        after.put("state", inquiry.state().name());
        inquiry.answered()
                .ifPresent(
                        answer -> after.put("certificate", answer.certificate().number()));
        String forWhom = inquiry.head.request().transferors().get(0).party().id();
        return new Audited(action, inquiry.head.id(), forWhom, before(inquiry), after);
    }

    /** How it stood before the act; nothing for one that is being filed or was only read. */
    private static Map<String, String> before(Inquiry inquiry) {
        return inquiry.steps().isEmpty()
                ? Map.of()
                : inquiry.before().map(state -> Map.of("state", state.name())).orElse(Map.of());
    }
}
