package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.ApiClient;
import ir.hamedan.esup.people.api.ApiClients;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.people.api.Secrets;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The machines. With an issuer of tokens of its own the secret is never used; the row still says who may what. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class ApiClientsBean implements ApiClients {
    private static final String SELECT = "select a.*, c.last_used from people.account a"
            + " join people.client_secret c on c.username = a.username where a.kind = 'CLIENT'";

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Actors actors;

    @Inject
    Event<Audited> audit;

    @Override
    public Secret create(String id, String name, String organisation, Set<String> roles) {
        String username = Names.username(id);
        String shown = Names.shown(name);
        Sql sql = new Sql(source);
        Organisation body = organisation(organisation);
        Grants.checkMachine(actors.current(), body.id(), body.kind(), roles);
        int rows = sql.run(
                "insert into people.account (username, kind, name, search_key, organisation, roles, created_at)"
                        + " values (?, 'CLIENT', ?, ?, ?, ?, ?) on conflict (username) do nothing",
                username,
                shown,
                Names.searchKey(username, shown),
                body.id(),
                new TreeSet<>(roles),
                clock.instant());
        if (rows == 0) {
            throw Problem.conflict("people.username-taken", username).at("id");
        }
        String secret = Secrets.machine();
        sql.run(
                "insert into people.client_secret (username, hash, changed_at) values (?, ?, ?)",
                username,
                PasswordHash.ofSecret(secret),
                clock.instant());
        ApiClient made = existing(username);
        audit.fire(Audited.of("people.client-created", username, facts(made)));
        return new Secret(made, secret);
    }

    @Override
    public Secret rotate(String id) {
        ApiClient client = existing(id);
        String secret = Secrets.machine();
        new Sql(source)
                .run(
                        "update people.client_secret set hash = ?, changed_at = ? where username = ?",
                        PasswordHash.ofSecret(secret),
                        clock.instant(),
                        id);
        audit.fire(Audited.of("people.client-secret-rotated", id, Map.of()));
        return new Secret(client, secret);
    }

    @Override
    public ApiClient changeRoles(String id, Set<String> roles) {
        ApiClient before = existing(id);
        Organisation body = organisation(before.organisation());
        Grants.checkMachine(actors.current(), body.id(), body.kind(), roles);
        new Sql(source)
                .run(
                        "update people.account set roles = ?, version = version + 1 where username = ?",
                        new TreeSet<>(roles),
                        id);
        ApiClient after = existing(id);
        audit.fire(new Audited("people.client-roles-changed", id, "", facts(before), facts(after)));
        return after;
    }

    @Override
    public ApiClient setActive(String id, boolean active) {
        ApiClient before = existing(id);
        new Sql(source)
                .run("update people.account set active = ?, version = version + 1 where username = ?", active, id);
        ApiClient after = existing(id);
        audit.fire(
                new Audited("people.client-" + (active ? "enabled" : "disabled"), id, "", facts(before), facts(after)));
        return after;
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Page<ApiClient> search(String text, Page.Request page) {
        Sql sql = new Sql(source);
        String pattern = Names.pattern(text);
        long total = sql.one(
                "select count(*) as n from people.account a where a.kind = 'CLIENT' and a.search_key like ?",
                row -> row.number("n"),
                pattern);
        List<ApiClient> rows = sql.list(
                SELECT + " and a.search_key like ? order by a.username limit ? offset ?",
                ApiClientsBean::client,
                pattern,
                page.size(),
                page.offset());
        return new Page<>(rows, total, page);
    }

    @Override
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public Optional<ApiClient> find(String id) {
        return new Sql(source).first(SELECT + " and a.username = ?", ApiClientsBean::client, id == null ? "" : id);
    }

    private Organisation organisation(String id) {
        return new Sql(source)
                .first("select * from people.organisation where id = ? and active", OrganisationsBean::organisation, id)
                .orElseThrow(
                        () -> Problem.invalid("people.unknown-organisation", id).at("organisation"));
    }

    private ApiClient existing(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("people.unknown-client", id == null ? "" : id));
    }

    private static Map<String, String> facts(ApiClient client) {
        return Map.of(
                "name", client.name(),
                "organisation", client.organisation(),
                "roles", String.join(" ", new TreeSet<>(client.roles())),
                "active", String.valueOf(client.active()));
    }

    private static ApiClient client(Sql.Row row) throws SQLException {
        return new ApiClient(
                row.text("username"),
                row.text("name"),
                row.text("organisation"),
                Set.copyOf(row.texts("roles")),
                row.bool("active"),
                Optional.ofNullable(row.instant("last_used")));
    }
}
