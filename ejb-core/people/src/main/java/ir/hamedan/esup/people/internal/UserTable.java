package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.people.api.User;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The statements on accounts of people. An empty scope means every organisation. */
record UserTable(Sql sql, Instant now) {
    private static final String FROM = """
            from people.account a
            join people.password p on p.username = a.username
            left join people.attempt t on t.subject = 'user:' || a.username and t.locked_until > ?
            where a.kind = 'PERSON' and (? = '' or a.organisation = ?)
            """;

    boolean insert(
            String username, String name, NationalId nationalId, String organisation, Set<String> roles, Instant at) {
        return sql.run(
                        "insert into people.account (username, kind, name, search_key, national_id, organisation, roles,"
                                + " created_at) values (?, 'PERSON', ?, ?, ?, ?, ?, ?) on conflict (username) do nothing",
                        username,
                        name,
                        Names.searchKey(username, name),
                        nationalId,
                        organisation,
                        new TreeSet<>(roles),
                        at)
                == 1;
    }

    void insertPassword(String username, PasswordHash hash, Instant at) {
        sql.run(
                "insert into people.password (username, hash, must_change, changed_at) values (?, ?, true, ?)",
                username,
                hash.text(),
                at);
    }

    boolean change(String username, String name, String organisation, long version) {
        return sql.run(
                        "update people.account set name = ?, search_key = ?, organisation = ?, version = version + 1"
                                + " where username = ? and version = ?",
                        name,
                        Names.searchKey(username, name),
                        organisation,
                        username,
                        version)
                == 1;
    }

    boolean changeRoles(String username, Set<String> roles, long version) {
        return sql.run(
                        "update people.account set roles = ?, version = version + 1 where username = ? and version = ?",
                        new TreeSet<>(roles),
                        username,
                        version)
                == 1;
    }

    boolean setActive(String username, boolean active, long version) {
        int rows = sql.run(
                "update people.account set active = ?, version = version + 1 where username = ? and version = ?",
                active,
                username,
                version);
        if (rows == 1 && !active) {
            // An account that comes back does not bring its old sessions back.
            sql.run("update people.password set epoch = epoch + 1 where username = ?", username);
        }
        return rows == 1;
    }

    void unlock(String username) {
        sql.run("delete from people.attempt where subject = ?", "user:" + username);
    }

    String nationalId(String username) {
        return sql.one(
                "select national_id from people.account where username = ?", row -> row.text("national_id"), username);
    }

    Optional<User> find(String username, String scope) {
        return sql.first(
                "select a.*, p.must_change, t.locked_until " + FROM + " and a.username = ?",
                UserTable::user,
                now,
                scope,
                scope,
                username == null ? "" : username);
    }

    Page<User> search(String text, String scope, Page.Request page) {
        String pattern = Names.pattern(text);
        long total = sql.one(
                "select count(*) as n " + FROM + " and a.search_key like ?",
                row -> row.number("n"),
                now,
                scope,
                scope,
                pattern);
        List<User> rows = sql.list(
                "select a.*, p.must_change, t.locked_until " + FROM
                        + " and a.search_key like ? order by a.name collate \"fa-x-icu\", a.username limit ? offset ?",
                UserTable::user,
                now,
                scope,
                scope,
                pattern,
                page.size(),
                page.offset());
        return new Page<>(rows, total, page);
    }

    private static User user(Sql.Row row) throws SQLException {
        return new User(
                row.text("username"),
                row.text("name"),
                row.text("national_id"),
                row.text("organisation"),
                Set.copyOf(row.texts("roles")),
                row.bool("active"),
                row.bool("must_change"),
                Optional.ofNullable(row.instant("locked_until")),
                row.number("version"));
    }
}
