package ir.hamedan.esup.people.api;

import ir.hamedan.esup.kernel.Page;
import java.util.Optional;
import java.util.Set;

/** The machines at the interface, kept by the administrator. */
public interface ApiClients {
    /** A client and its secret, which is shown this once. */
    record Secret(ApiClient client, String secret) {}

    Secret create(String id, String name, String organisation, Set<String> roles);

    /** A new secret; the old one stops at once. */
    Secret rotate(String id);

    /** Other roles, from the next request on; refused like those of {@link #create}. */
    ApiClient changeRoles(String id, Set<String> roles);

    ApiClient setActive(String id, boolean active);

    Optional<ApiClient> find(String id);

    Page<ApiClient> search(String text, Page.Request page);
}
