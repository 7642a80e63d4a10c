package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.InquiryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was done to an inquiry in one change, in its order. */
final class Steps {
    /** A row of the register of events that is still to be written. */
    record Step(Instant at, String actor, InquiryState state, String what, String words) {}

    private final List<Step> steps = new ArrayList<>();

    void add(Instant at, String actor, InquiryState state, String what, String words) {
        steps.add(new Step(at, actor, state, code(what), Objects.requireNonNull(words)));
    }

    boolean have(String what) {
        return steps.stream().anyMatch(step -> step.what().equals(code(what)));
    }

    List<Step> all() {
        return List.copyOf(steps);
    }

    private static String code(String what) {
        return "inquiries.event." + what;
    }
}
