package ir.hamedan.esup.permits.api;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A request for a building permit. It never changes: what is wrong with it is answered by a new one that follows it.
 *
 * @param number ten digits: year of the Persian calendar and a serial
 * @param follows id of the request that was returned before it
 * @param useTitle as the book had it
 * @param commission whether the Article 5 commission is asked for what the rules do not allow
 * @param filed the rules as they were then
 * @param consents of owners beside the applicant
 * @param dueBy the day until which the municipality answers
 */
public record PermitRequest(
        long id,
        String number,
        Optional<Long> follows,
        RenewalCode parcel,
        PartyId applicant,
        String applicantName,
        Plan plan,
        String useTitle,
        boolean commission,
        Instant filedAt,
        Basis filed,
        List<Objection> objections,
        List<Consent> consents,
        LocalDate dueBy,
        Optional<Outcome> outcome) {
    /**
     * Of what rules something was said.
     *
     * @param book id of the rule book
     * @param hash of the answer, but for its instant; empty where there could be none
     */
    public record Basis(LocalDate on, Instant known, long book, String hash) {}

    /**
     * An owner agrees.
     *
     * @param paper number and date of the paper that was seen; empty for who agreed at the own desk
     */
    public record Consent(PartyId owner, String name, String paper, Instant at) {}

    /**
     * What became of it.
     *
     * @param basis the rules then; empty for what was withdrawn
     * @param by who decided
     * @param objections for which it was returned
     */
    public record Outcome(
            PermitState state, Optional<Basis> basis, String by, Instant at, List<Objection> objections) {}

    public PermitRequest {
        objections = List.copyOf(objections);
        consents = List.copyOf(consents);
    }

    /** The same with what was said of it and who agreed. */
    public PermitRequest with(List<Objection> whenFiled, List<Consent> agreed, List<Objection> whenReturned) {
        return new PermitRequest(
                id,
                number,
                follows,
                parcel,
                applicant,
                applicantName,
                plan,
                useTitle,
                commission,
                filedAt,
                filed,
                whenFiled,
                agreed,
                dueBy,
                outcome.map(one -> new Outcome(one.state(), one.basis(), one.by(), one.at(), whenReturned)));
    }

    public PermitState state() {
        return outcome.map(Outcome::state).orElse(PermitState.OPEN);
    }
}
