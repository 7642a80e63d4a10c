package ir.hamedan.esup.inquiries.internal;

import java.time.LocalDate;
import java.util.Optional;

/** Who works on an inquiry, by when. */
record Desk(
        Optional<LocalDate> dueBy,
        Optional<String> officer,
        Optional<String> officerName,
        Optional<LocalDate> documentAskedOn) {
    static final Desk NOBODY = new Desk(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
