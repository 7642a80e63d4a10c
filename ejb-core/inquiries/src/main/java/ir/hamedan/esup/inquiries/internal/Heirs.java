package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Parcels;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What became of the land under a code.
 *
 * @param codes the code itself and all that came of it, in force or not
 * @param merged some of them hold other land as well
 */
record Heirs(Set<RenewalCode> codes, boolean merged) {
    Heirs {
        codes = Set.copyOf(codes);
    }

    /**
     * By the changes of the day and later ones; earlier ones made something else of the land already.
     *
     * @param history the changes before and after the code, the oldest first
     */
    static Heirs of(RenewalCode code, LocalDate since, List<Parcels.CodeChange> history) {
        Set<RenewalCode> codes = new LinkedHashSet<>(Set.of(code));
        boolean merged = false;
        for (Parcels.CodeChange change : history) {
            if (change.on().isBefore(since)) {
                continue;
            }
            if (codes.contains(change.from())) {
                codes.add(change.to());
            }
            merged |= change.action().equals("MERGE") && codes.contains(change.to());
        }
        return new Heirs(codes, merged);
    }

    /** Whether the code is one of these, or stands on one. */
    boolean hold(RenewalCode code) {
        return codes.contains(code) || code.above().stream().anyMatch(codes::contains);
    }
}
