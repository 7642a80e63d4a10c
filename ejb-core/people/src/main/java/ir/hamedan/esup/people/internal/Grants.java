package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.OrganisationKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Who may give which role to whom. */
final class Grants {
    /** What a notary gives to the people of the own office. */
    static final List<String> OF_A_NOTARY = List.of(Roles.DEPUTY, Roles.DEED_CLERK);

    private static final Set<String> IN_NOTARY_OFFICES =
            Set.of(Roles.CITIZEN, Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK);
    private static final Set<String> IN_THE_MUNICIPALITY = Set.of(
            Roles.CITIZEN, Roles.OFFICER, Roles.REVENUE_OFFICER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.ADMINISTRATOR);
    private static final Set<String> ELSEWHERE = Set.of(Roles.CITIZEN);
    /** What a person decides and answers for, no machine does. */
    private static final Set<String> PERSONS_ONLY = Set.of(Roles.OFFICER, Roles.SUPERVISOR, Roles.ADMINISTRATOR);

    private Grants() {}

    /**
     * Refuses roles the giver may not give: {@code people.no-role}, {@code people.role-not-yours-to-give}, {@code
     * people.role-not-for-organisation}.
     */
    static void check(Actor giver, String organisation, OrganisationKind kind, Collection<String> roles) {
        if (roles.isEmpty()) {
            throw Problem.invalid("people.no-role").at("roles");
        }
        boolean administrator = giver.has(Roles.ADMINISTRATOR);
        boolean own = giver.has(Roles.NOTARY) && giver.organisation().equals(organisation);
        List<String> giveable = administrator ? Roles.GRANTABLE : own ? OF_A_NOTARY : List.of();
        if (!giveable.containsAll(roles)) {
            throw Problem.forbidden("people.role-not-yours-to-give").at("roles");
        }
        if (!fitting(kind).containsAll(roles)) {
            throw Problem.invalid("people.role-not-for-organisation").at("roles");
        }
    }

    /** The same for a machine, which also may not decide: {@code people.role-not-for-machine}. */
    static void checkMachine(Actor giver, String organisation, OrganisationKind kind, Collection<String> roles) {
        check(giver, organisation, kind, roles);
        if (roles.stream().anyMatch(PERSONS_ONLY::contains)) {
            throw Problem.invalid("people.role-not-for-machine").at("roles");
        }
    }

    private static Set<String> fitting(OrganisationKind kind) {
        return switch (kind) {
            case NOTARY_OFFICE -> IN_NOTARY_OFFICES;
            case MUNICIPAL_DEPARTMENT -> IN_THE_MUNICIPALITY;
            case BANK_BRANCH, UTILITY, COUNTER_OFFICE -> ELSEWHERE;
            // Their accounts are opened by papers that were seen, and never changed into others.
            case CITIZENS -> Set.of();
        };
    }
}
