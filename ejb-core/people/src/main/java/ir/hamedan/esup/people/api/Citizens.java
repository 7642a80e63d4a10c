package ir.hamedan.esup.people.api;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import java.util.Optional;

/**
 * The accounts of citizens. An officer opens one for a person whose papers were seen, so that the national id of the account
 * is the person's; with it the citizen logs in and sees what is registered under it.
 */
public interface Citizens {
    /** The organisation that all citizens belong to. */
    String ORGANISATION = "citizens";

    /** The name of the one account that a person may have as a citizen. */
    static String username(NationalId id) {
        return "citizen-" + id.text();
    }

    /**
     * A new account; its first password is returned once and must be changed at the first login. OFFICER and
     * SUPERVISOR.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code people.citizen-known} when there is one already, {@code
     *     people.name-length} at {@code name}, and what {@link NationalId#parse} says, at {@code nationalId}
     */
    Users.Credentials open(String nationalId, String fullName);

    /**
     * A new password for who lost the old one, shown this once; it lifts a lock and ends all sessions. The same two.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code people.unknown-user}
     */
    Users.Credentials renew(String username);

    /** By folded part of the name or the national id. The same two, ADMINISTRATOR and AUDITOR. */
    Page<User> search(String text, Page.Request page);

    /** One of these. */
    Optional<User> find(String username);

    /** Whose the account is; empty for whatever was not opened here: only here somebody saw the papers. SYSTEM, on behalf of who is logged in. */
    Optional<NationalId> nationalId(String username);
}
