package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Those who keep the register of parcels: locks, owners and codes. Others see no form they could not send. */
@RequestScoped
class RegisterKeepers {
    private static final Set<String> ROLES = Set.of(Roles.OFFICER, Roles.SUPERVISOR, Roles.ADMINISTRATOR);

    @Inject
    Actors actors;

    boolean haveMe() {
        return actors.current().roles().stream().anyMatch(ROLES::contains);
    }

    /** {@code people.forbidden} unless the caller is one of them. */
    void requireMe() {
        if (!haveMe()) {
            throw Problem.forbidden("people.forbidden");
        }
    }
}
