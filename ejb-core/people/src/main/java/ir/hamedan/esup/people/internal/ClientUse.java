package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Actor;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Notes when a machine came last, to the minute, with the row of the journal. */
@Stateless
@LocalBean
@PermitAll
public class ClientUse {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    JournalWriter journal;

    @Inject
    Clock clock;

    public void used(Actor machine, Audited news) {
        Instant now = clock.instant();
        new Sql(source)
                .run(
                        "update people.client_secret set last_used = ? where username = ?"
                                + " and (last_used is null or last_used < ?)",
                        now,
                        machine.username(),
                        now.minus(Duration.ofMinutes(1)));
        journal.doneBy(machine, news);
    }
}
