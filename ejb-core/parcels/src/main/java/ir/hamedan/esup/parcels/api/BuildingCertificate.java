package ir.hamedan.esup.parcels.api;

import java.time.LocalDate;

/** A paper of Article 100 note 8 that a deed must cite, or the permit before it. */
public record BuildingCertificate(Kind kind, String number, LocalDate issuedOn) {
    /** Permit, completion certificate, or no-violation certificate of an unfinished building. */
    public enum Kind {
        PERMIT,
        COMPLETION,
        NO_VIOLATION
    }
}
