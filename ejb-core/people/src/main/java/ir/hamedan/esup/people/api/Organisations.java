package ir.hamedan.esup.people.api;

import ir.hamedan.esup.kernel.Page;
import java.util.Optional;

/** The organisations, kept by the administrator. */
public interface Organisations {
    /** {@code people.organisation-exists} when the id is taken. */
    Organisation create(Organisation organisation);

    Organisation rename(String id, String name);

    Organisation setActive(String id, boolean active);

    Optional<Organisation> find(String id);

    /** By folded part of the name or id. */
    Page<Organisation> search(String text, Page.Request page);
}
