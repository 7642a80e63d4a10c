package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Actor;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Writes the journal. What was done is written in the transaction that did it: no change without its row, no row without
 * its change. What was refused is written in a transaction of its own.
 */
@Stateless
@LocalBean
@PermitAll
public class JournalWriter {
    private static final int LONGEST = 2000;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    ActorsBean actors;

    @Inject
    Clock clock;

    @Inject
    ActionCounters counters;

    public void done(@Observes Audited news) {
        write(actors.orPublic(), news, false);
    }

    /** What a login did: at that moment nobody is the caller yet. */
    public void doneBy(Actor actor, Audited news) {
        write(actor, news, false);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refused(String action, String subject, String reason) {
        counters.refused();
        write(actors.orPublic(), Audited.of(action, subject, Map.of("reason", reason)), true);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refusedTo(Actor actor, String action, String subject, String reason) {
        counters.refused();
        write(actor, Audited.of(action, subject, Map.of("reason", reason)), true);
    }

    private void write(Actor actor, Audited news, boolean refused) {
        new Sql(source)
                .run(
                        "insert into people.journal (at, actor, organisation, address, action, subject, for_whom, refused,"
                                + " before, after) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)",
                        clock.instant(),
                        actor.username(),
                        actor.organisation(),
                        actor.address(),
                        cut(news.action()),
                        cut(news.subject()),
                        cut(news.forWhom()),
                        refused,
                        json(news.before()),
                        json(news.after()));
    }

    private static String json(Map<String, String> facts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        new TreeMap<>(facts).forEach((name, value) -> object.add(name, cut(value)));
        return object.build().toString();
    }

    /** PostgreSQL keeps no NUL in a text, and a row of the journal is no place for a document. */
    private static String cut(String text) {
        String plain = text.replace("\u0000", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
