package ir.hamedan.esup.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import ir.hamedan.esup.database.Schemas;
import ir.hamedan.esup.kernel.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/**
 * A fresh database with the schemas of all modules on the class path, on one real PostgreSQL server per JVM. Work inside
 * {@link #transaction} sees one connection, whether it comes through SQL or through JPA, as under the container's
 * transaction manager; outside it every statement commits by itself.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Its connections are kept until there is a newer one: a server has not enough of them for all tests of a module. */
    private static final AtomicReference<BoundDataSource> LATEST = new AtomicReference<>();

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                Sql sql = new Sql(postgres.getPostgresDatabase());
                sql.run("create role " + Schemas.OWNER + " login");
                sql.run("create role " + Schemas.APPLICATION + " login");
                sql.run("create database template_esup owner " + Schemas.OWNER);
                new Schemas().migrate(source(postgres, "template_esup", Schemas.OWNER));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final PGSimpleDataSource owner;
    private final BoundDataSource application;

    private TestDatabase(String name) {
        this.owner = source(Server.POSTGRES, name, Schemas.OWNER);
        this.application =
                new BoundDataSource(to(new PGConnectionPoolDataSource(), Server.POSTGRES, name, Schemas.APPLICATION));
    }

    /** A new database, empty but for what the migrations put there. */
    public static TestDatabase fresh() {
        String name = "esup_" + COUNT.incrementAndGet();
        new Sql(Server.POSTGRES.getPostgresDatabase())
                .run("create database " + name + " template template_esup owner " + Schemas.OWNER);
        TestDatabase fresh = new TestDatabase(name);
        BoundDataSource before = LATEST.getAndSet(fresh.application);
        if (before != null) {
            before.closeIdle();
        }
        return fresh;
    }

    /** As the product connects: what the application role may not do fails here too. */
    public DataSource application() {
        return application;
    }

    /** As migrations and bulk loads connect. */
    public DataSource owner() {
        return owner;
    }

    /** Runs the work in one transaction, which a thrown exception rolls back. */
    public <T> T transaction(Callable<T> work) {
        return application.transaction(work);
    }

    /** Runs the work in one transaction, which a thrown exception rolls back. */
    public void inTransaction(Runnable work) {
        application.transaction(() -> {
            work.run();
            return null;
        });
    }

    /** The persistence unit of a module on this database, joining {@link #transaction}. */
    public EntityManagerFactory persistence(String unit) {
        return Persistence.createEntityManagerFactory(
                unit,
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", application,
                        "eclipselink.weaving", "false",
                        "eclipselink.target-database", "PostgreSQL"));
    }

    /** Runs the work with an entity manager in one transaction, and flushes it before the commit. */
    public <T> T transaction(EntityManager entities, Callable<T> work) {
        return transaction(() -> {
            entities.getTransaction().begin();
            try {
                T result = work.call();
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        });
    }

    private static PGSimpleDataSource source(EmbeddedPostgres postgres, String database, String user) {
        return to(new PGSimpleDataSource(), postgres, database, user);
    }

    private static <T extends BaseDataSource> T to(T source, EmbeddedPostgres postgres, String database, String user) {
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {postgres.getPort()});
        source.setDatabaseName(database);
        source.setUser(user);
        return source;
    }
}
