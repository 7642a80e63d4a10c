package ir.hamedan.esup.people.api;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/**
 * The bulk door: organisations, accounts and clients from a program that runs outside the server, such as the demo city
 * and {@code ./run admin}. It works in the transaction of the connection and leaves the commit to the caller; what is
 * already there under the same name stays as it is. Not audited: whoever calls it owns the database.
 */
public final class PeopleLoad {
    /** An account with a password that is already hashed: hashing takes a third of a second, so do it once or in parallel. */
    public record LoadedUser(
            String username,
            String fullName,
            String nationalId,
            String organisation,
            Set<String> roles,
            PasswordHash password,
            boolean mustChangePassword) {}

    /** A client with its secret in clear; it is kept as a hash. */
    public record LoadedClient(String id, String name, String organisation, Set<String> roles, String secret) {}

    private final Connection connection;

    public PeopleLoad(Connection connection) {
        this.connection = connection;
    }

    public void organisations(Collection<Organisation> organisations) throws SQLException {
        String sql = "insert into people.organisation (id, kind, name, search_key, region, active)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Organisation organisation : organisations) {
                bind(
                        statement,
                        organisation.id(),
                        organisation.kind().name(),
                        PersianText.clean(organisation.name()),
                        PersianText.fold(organisation.id() + " " + organisation.name()),
                        organisation.region(),
                        organisation.active());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    public void users(Collection<LoadedUser> users) throws SQLException {
        for (LoadedUser user : users) {
            String nationalId = NationalId.parse(user.nationalId()).text();
            if (account(user.username(), "PERSON", user.fullName(), nationalId, user.organisation(), user.roles())) {
                run(
                        "insert into people.password (username, hash, must_change) values (?, ?, ?)",
                        user.username(),
                        user.password().text(),
                        user.mustChangePassword());
            }
        }
    }

    public void clients(Collection<LoadedClient> clients) throws SQLException {
        for (LoadedClient client : clients) {
            if (account(client.id(), "CLIENT", client.name(), null, client.organisation(), client.roles())) {
                run(
                        "insert into people.client_secret (username, hash) values (?, ?)",
                        client.id(),
                        PasswordHash.ofSecret(client.secret()));
            }
        }
    }

    /**
     * Makes an administrator, or gives an existing one a new password: the way in when there is none or it is lost. The
     * password must be changed at the first login.
     *
     * @return the password
     * @throws Problem {@code people.username-taken} when the name belongs to somebody who is no administrator
     */
    public String administrator(String username, String fullName, String nationalId) throws SQLException {
        String password = Secrets.password();
        PasswordHash hash = PasswordHash.of(password);
        organisations(Set.of(
                new Organisation("municipality", OrganisationKind.MUNICIPAL_DEPARTMENT, "شهرداری همدان", 0, true)));
        users(Set.of(
                new LoadedUser(username, fullName, nationalId, "municipality", Set.of("ADMINISTRATOR"), hash, true)));
        int changed = run(
                "update people.password p set hash = ?, must_change = true, epoch = p.epoch + 1, changed_at = now()"
                        + " from people.account a where a.username = p.username and a.username = ?"
                        + " and 'ADMINISTRATOR' = any(a.roles)",
                hash.text(),
                username);
        if (changed == 0) {
            throw Problem.conflict("people.username-taken", username);
        }
        run("update people.account set active = true, version = version + 1 where username = ?", username);
        run("delete from people.attempt where subject = ?", "user:" + username);
        return password;
    }

    private boolean account(
            String name, String kind, String shown, String nationalId, String organisation, Set<String> roles)
            throws SQLException {
        return run(
                        "insert into people.account (username, kind, name, search_key, national_id, organisation, roles)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (username) do nothing",
                        name,
                        kind,
                        PersianText.clean(shown),
                        PersianText.fold(name + " " + shown),
                        nationalId,
                        organisation,
                        connection.createArrayOf("text", roles.stream().sorted().toArray()))
                == 1;
    }

    private int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
