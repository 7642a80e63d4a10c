package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.CITIZEN;
import static ir.hamedan.esup.kernel.Roles.OFFICER;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.people.api.Secrets;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users.Credentials;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Accounts of one organisation with one role, named after the national id. */
@Stateless
@Local(Citizens.class)
public class CitizensBean implements Citizens {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Passwords passwords;

    @Inject
    KeptPasswords kept;

    @Inject
    Event<Audited> audit;

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR})
    public Credentials open(String nationalId, String fullName) {
        NationalId id = parsed(nationalId);
        String name = Names.shown(fullName);
        String username = Citizens.username(id);
        String password = Secrets.password();
        // Hashed before the first statement: no connection waits for it.
        PasswordHash hash = passwords.hash(password);
        UserTable table = table();
        if (!table.insert(username, name, id, ORGANISATION, Set.of(CITIZEN), clock.instant())) {
            throw Problem.conflict("people.citizen-known", id.text()).at("nationalId");
        }
        table.insertPassword(username, hash, clock.instant());
        audit.fire(new Audited("people.citizen-opened", username, id.text(), Map.of(), Map.of("name", name)));
        return new Credentials(existing(username), password);
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR})
    public Credentials renew(String username) {
        String password = Secrets.password();
        PasswordHash hash = passwords.hash(password);
        User citizen = existing(username);
        kept.replace(username, hash, true, "people.password-reset");
        table().unlock(username);
        audit.fire(new Audited("people.citizen-renewed", username, citizen.nationalId(), Map.of(), Map.of()));
        return new Credentials(existing(username), password);
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR, AUDITOR})
    public Page<User> search(String text, Page.Request page) {
        return table().search(text, ORGANISATION, page);
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR, AUDITOR})
    public Optional<User> find(String username) {
        return table().find(username, ORGANISATION);
    }

    @Override
    @RolesAllowed(SYSTEM)
    public Optional<NationalId> nationalId(String username) {
        return new Sql(source)
                .first(
                        "select national_id from people.account where username = ? and organisation = ?"
                                + " and username = 'citizen-' || national_id",
                        row -> NationalId.parse(row.text("national_id")),
                        username,
                        ORGANISATION);
    }

    private User existing(String username) {
        return table().find(username, ORGANISATION)
                .orElseThrow(() -> Problem.notFound("people.unknown-user", username));
    }

    private UserTable table() {
        return new UserTable(new Sql(source), clock.instant());
    }

    private static NationalId parsed(String typed) {
        try {
            return NationalId.parse(typed);
        } catch (Problem problem) {
            throw problem.at("nationalId");
        }
    }
}
