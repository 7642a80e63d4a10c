package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** The container's principal, with what the gate read about it or, outside a request, one statement. */
@Stateless
@Local(Actors.class)
@LocalBean
@PermitAll
@DeclareRoles(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ActorsBean implements Actors {
    /** Nobody in particular: the public at pages and addresses that ask for no login. */
    static final String PUBLIC = "public";

    private static final Actor SYSTEM = new Actor("system", "system", "", Set.of(Roles.SYSTEM), "");

    @Resource
    SessionContext session;

    @Inject
    Caller caller;

    @Inject
    Accounts accounts;

    @Override
    public Actor current() {
        return known().orElseThrow(() -> Problem.unauthenticated("people.not-logged-in"));
    }

    /**
     * Who acts, or the public from its address: for the journal, which also has rows of people without a login. Where the product
     * acts for somebody it is that person.
     */
    public Actor orPublic() {
        return behindSystem().or(this::known).orElseGet(() -> new Actor(PUBLIC, PUBLIC, "", Set.of(), address()));
    }

    /** Who stands behind the product where it acts for somebody whose request is running. */
    private Optional<Actor> behindSystem() {
        try {
            return isSystem() ? caller.account().map(account -> account.from(address())) : Optional.empty();
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /** Whether the caller is somebody with an account, or the product itself. */
    public boolean isKnown() {
        return known().isPresent();
    }

    private Optional<Actor> known() {
        if (isSystem()) {
            return Optional.of(SYSTEM);
        }
        String name = principal();
        // The container calls the caller of an open page ANONYMOUS; no account can be called so.
        if (name.isEmpty() || !name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.empty();
        }
        return account(name).filter(Account::active).map(account -> account.from(address()));
    }

    private Optional<Account> account(String name) {
        try {
            Optional<Account> seen =
                    caller.account().filter(account -> account.username().equals(name));
            if (seen.isPresent()) {
                return seen;
            }
            Optional<Account> found = accounts.find(name);
            found.ifPresent(caller::is);
            return found;
        } catch (ContextNotActiveException e) {
            return accounts.find(name);
        }
    }

    @Override
    public String address() {
        try {
            return caller.address();
        } catch (ContextNotActiveException e) {
            return "";
        }
    }

    String principal() {
        return session.getCallerPrincipal().getName();
    }

    boolean isSystem() {
        return session.isCallerInRole(Roles.SYSTEM);
    }
}
