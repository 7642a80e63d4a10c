package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.PasswordHash;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** Replaces kept passwords, apart from the slow hashing, which holds no transaction. */
@Stateless
@LocalBean
@PermitAll
public class KeptPasswords {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Event<Audited> audit;

    /** A new password: every session under the old one is over. */
    public void replace(String username, PasswordHash hash, boolean mustChange, String action) {
        new Sql(source)
                .run(
                        "update people.password set hash = ?, must_change = ?, epoch = epoch + 1, changed_at = ?"
                                + " where username = ?",
                        hash.text(),
                        mustChange,
                        clock.instant(),
                        username);
        audit.fire(Audited.of(action, username, Map.of("mustChangePassword", String.valueOf(mustChange))));
    }

    /** The same password, hashed anew with the rounds of today. */
    public void rehash(String username, PasswordHash hash) {
        new Sql(source).run("update people.password set hash = ? where username = ?", hash.text(), username);
    }
}
