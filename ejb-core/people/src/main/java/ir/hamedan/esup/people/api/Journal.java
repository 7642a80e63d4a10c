package ir.hamedan.esup.people.api;

import ir.hamedan.esup.kernel.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The audit journal: who did what, for whom, from where, before and after. Read by auditors, written by itself. */
public interface Journal {
    /** One row; before and after are JSON objects of texts. */
    record Entry(
            long id,
            Instant at,
            String actor,
            String organisation,
            String address,
            String action,
            String subject,
            String forWhom,
            boolean refused,
            String before,
            String after) {}

    /** What to look for; empty parts match everything. */
    record Query(String actor, String action, String subject, Optional<LocalDate> from, Optional<LocalDate> to) {}

    Page<Entry> search(Query query, Page.Request page);
}
