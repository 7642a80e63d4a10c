package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.PasswordHash;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The accounts as the gate reads them: one statement a request. */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Accounts {
    private static final String BY_NAME = """
            select a.username, a.kind = 'CLIENT' as machine, a.name, a.organisation, a.roles,
                   a.active and o.active as active,
                   coalesce(p.must_change, false) as must_change, coalesce(p.epoch, 0) as epoch,
                   coalesce(p.changed_at, c.changed_at) as trusted_since
            from people.account a
            join people.organisation o on o.id = a.organisation
            left join people.password p on p.username = a.username
            left join people.client_secret c on c.username = a.username
            where a.username = ?
            """;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    public Optional<Account> find(String username) {
        return new Sql(source).first(BY_NAME, Accounts::account, username);
    }

    /** The kept password of a person. */
    public Optional<PasswordHash> password(String username) {
        return new Sql(source)
                .first(
                        "select hash from people.password where username = ?",
                        row -> new PasswordHash(row.text("hash")),
                        username);
    }

    /** The kept secret of a machine. */
    public Optional<String> secret(String id) {
        return new Sql(source)
                .first("select hash from people.client_secret where username = ?", row -> row.text("hash"), id);
    }

    private static Account account(Sql.Row row) throws java.sql.SQLException {
        return new Account(
                row.text("username"),
                row.bool("machine"),
                row.text("name"),
                row.text("organisation"),
                Set.copyOf(row.texts("roles")),
                row.bool("active"),
                row.bool("must_change"),
                row.number("epoch"),
                row.instant("trusted_since"));
    }
}
