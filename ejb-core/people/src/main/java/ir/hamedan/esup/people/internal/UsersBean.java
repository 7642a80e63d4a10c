package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.people.api.Secrets;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Accounts of people. Whoever is not an administrator or auditor works on the own office only, in the query itself. */
@Stateless
public class UsersBean implements Users {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Actors actors;

    @Inject
    Accounts accounts;

    @Inject
    Attempts attempts;

    @Inject
    Passwords passwords;

    @Inject
    KeptPasswords kept;

    @Inject
    JournalWriter journal;

    @Inject
    Event<Audited> audit;

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.NOTARY})
    public Credentials create(NewUser wanted) {
        String username = Names.username(wanted.username());
        String name = Names.shown(wanted.fullName());
        NationalId nationalId = nationalId(wanted.nationalId());
        String password = Secrets.password();
        // Hashed before the first statement: no connection waits for it.
        PasswordHash hash = passwords.hash(password);
        Organisation organisation = organisation(wanted.organisation());
        Grants.check(actors.current(), organisation.id(), organisation.kind(), wanted.roles());
        UserTable table = table();
        if (!table.insert(username, name, nationalId, organisation.id(), wanted.roles(), clock.instant())) {
            throw Problem.conflict("people.username-taken", username).at("username");
        }
        table.insertPassword(username, hash, clock.instant());
        User made = managed(username);
        audit.fire(new Audited("people.user-created", username, nationalId.text(), Map.of(), facts(made)));
        return new Credentials(made, password);
    }

    @Override
    @RolesAllowed(Roles.ADMINISTRATOR)
    public User change(String username, String fullName, String organisation, long version) {
        String name = Names.shown(fullName);
        User before = managed(username);
        if (!organisation.equals(before.organisation())) {
            Organisation next = organisation(organisation);
            try {
                Grants.check(actors.current(), next.id(), next.kind(), before.roles());
            } catch (Problem problem) {
                throw problem.at("organisation");
            }
        }
        if (!table().change(username, name, organisation, version)) {
            throw Problem.conflict("people.changed-meanwhile", username);
        }
        return changed("people.user-changed", before);
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.NOTARY})
    public User changeRoles(String username, Set<String> roles, long version) {
        Administrators administrators = new Administrators(new Sql(source));
        administrators.lock();
        User before = managed(username);
        Organisation organisation = organisation(before.organisation());
        Grants.check(actors.current(), organisation.id(), organisation.kind(), roles);
        if (!table().changeRoles(username, roles, version)) {
            throw Problem.conflict("people.changed-meanwhile", username);
        }
        administrators.mustRemain();
        return changed("people.user-roles-changed", before);
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.NOTARY})
    public User setActive(String username, boolean active, long version) {
        Administrators administrators = new Administrators(new Sql(source));
        administrators.lock();
        User before = managed(username);
        if (!table().setActive(username, active, version)) {
            throw Problem.conflict("people.changed-meanwhile", username);
        }
        administrators.mustRemain();
        return changed("people.user-" + (active ? "enabled" : "disabled"), before);
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.NOTARY})
    public Credentials resetPassword(String username) {
        String password = Secrets.password();
        PasswordHash hash = passwords.hash(password);
        managed(username);
        kept.replace(username, hash, true, "people.password-reset");
        table().unlock(username);
        return new Credentials(managed(username), password);
    }

    /** Permitted to all: who must change the password has no other right yet. Hashing holds no transaction. */
    @Override
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changeOwnPassword(String current, String wanted) {
        String username = actors.current().username();
        PasswordHash old = accounts.password(username).orElseThrow(() -> Problem.forbidden("people.no-password"));
        List<String> subjects = List.of("user:" + username);
        attempts.begin(subjects).ifPresent(until -> {
            throw LoginBean.locked(until, clock.instant());
        });
        if (!passwords.matches(old, current == null ? "" : current)) {
            journal.refused("people.password-changed", username, "people.wrong-password");
            throw Problem.invalid("people.wrong-password").at("current");
        }
        attempts.succeeded(subjects);
        PasswordPolicy.check(wanted == null ? "" : wanted, username, table().nationalId(username));
        if (passwords.matches(old, wanted)) {
            throw Problem.invalid("people.weak-password.same").at("wanted");
        }
        kept.replace(username, passwords.hash(wanted), false, "people.password-changed");
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.NOTARY})
    public Optional<User> find(String username) {
        return table().find(username, scope(actors.current()));
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.NOTARY})
    public Page<User> search(String text, Page.Request page) {
        return table().search(text, scope(actors.current()), page);
    }

    private UserTable table() {
        return new UserTable(new Sql(source), clock.instant());
    }

    /** The organisation whose accounts the actor may see, or an empty text for all. */
    private static String scope(Actor actor) {
        return actor.has(Roles.ADMINISTRATOR) || actor.has(Roles.AUDITOR) ? "" : actor.organisation();
    }

    /** An account the actor keeps: a notary sees the other notaries of the office but keeps only the staff. */
    private User managed(String username) {
        Actor actor = actors.current();
        String scope = actor.has(Roles.ADMINISTRATOR) ? "" : actor.organisation();
        User user = table().find(username, scope).orElseThrow(() -> Problem.notFound("people.unknown-user", username));
        if (!actor.has(Roles.ADMINISTRATOR) && !Grants.OF_A_NOTARY.containsAll(user.roles())) {
            throw Problem.forbidden("people.not-yours-to-keep", username);
        }
        return user;
    }

    private Organisation organisation(String id) {
        return new Sql(source)
                .first(
                        "select * from people.organisation where id = ? and active",
                        OrganisationsBean::organisation,
                        id == null ? "" : id)
                .orElseThrow(() -> Problem.invalid("people.unknown-organisation", id == null ? "" : id)
                        .at("organisation"));
    }

    private User changed(String action, User before) {
        User after = table().find(before.username(), "").orElseThrow();
        audit.fire(new Audited(action, after.username(), after.nationalId(), facts(before), facts(after)));
        return after;
    }

    private static NationalId nationalId(String typed) {
        try {
            return NationalId.parse(typed);
        } catch (Problem problem) {
            throw problem.at("nationalId");
        }
    }

    private static Map<String, String> facts(User user) {
        return Map.of(
                "name", user.fullName(),
                "organisation", user.organisation(),
                "roles", String.join(" ", new TreeSet<>(user.roles())),
                "active", String.valueOf(user.active()));
    }
}
