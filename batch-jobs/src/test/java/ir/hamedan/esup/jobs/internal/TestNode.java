package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.internal.books.BookImport;
import ir.hamedan.esup.jobs.internal.books.BookOffices;
import ir.hamedan.esup.jobs.internal.books.BookReader;
import ir.hamedan.esup.jobs.internal.impact.ImpactWork;
import ir.hamedan.esup.jobs.internal.imports.ParcelImport;
import ir.hamedan.esup.jobs.internal.layers.LayerImport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A node of the product without its container: its transactions are those of the test database. */
final class TestNode {
    /** The process dies here: nothing that follows in it happens. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Moments of a step, at which a test can do something. */
    enum Moment {
        BEFORE,
        BEFORE_COMMIT,
        AFTER
    }

    private final class BoundSteps extends Steps {
        @Override
        public Optional<Claim> adopt(String name, Collection<String> takings) {
            return office.database.transaction(() -> super.adopt(name, takings));
        }

        @Override
        public JobState advance(Claim claim, Work.Portion portion) {
            at.accept(Moment.BEFORE);
            JobState state = office.database.transaction(() -> {
                JobState moved = super.advance(claim, portion);
                at.accept(Moment.BEFORE_COMMIT);
                return moved;
            });
            at.accept(Moment.AFTER);
            return state;
        }

        @Override
        public void finish(Claim claim, Work work) {
            office.database.inTransaction(() -> super.finish(claim, work));
        }

        @Override
        public void refuse(Claim claim, String code, List<String> arguments) {
            office.database.inTransaction(() -> super.refuse(claim, code, arguments));
        }

        @Override
        public void fail(Claim claim, String failure, String detail) {
            office.database.inTransaction(() -> super.fail(claim, failure, detail));
        }
    }

    private final Office office;
    final Node node = new Node();
    final Steps steps;
    final Worker worker = new Worker();
    final JobTimer timer = new JobTimer();
    Consumer<Moment> at = moment -> {};
    BookReader reader = this::read;

    TestNode(Office office) {
        this(office, 400);
    }

    TestNode(Office office, int chunkRows) {
        this.office = office;
        this.steps = new BoundSteps();
        node.source = office.database.application();
        steps.source = office.database.application();
        steps.clock = office.clock;
        worker.source = office.database.application();
        worker.clock = office.clock;
        worker.node = node;
        worker.steps = steps;
        worker.opener = claim -> open(claim, chunkRows);
        timer.node = node;
        timer.steps = steps;
        timer.worker = worker;
        timer.starter = worker::work;
    }

    private Work open(Claim claim, int chunkRows) {
        InputFiles files = new InputFiles(worker.source);
        return switch (claim.kind()) {
            case IMPORT_PARCELS -> new ParcelImport(claim, () -> files.open(claim.sha256()), office.clock, chunkRows);
            case IMPORT_LAYER ->
                new LayerImport(
                        claim,
                        files.open(claim.sha256()),
                        files.size(claim.sha256()),
                        office.layers,
                        Math.max(1, chunkRows));
            case IMPORT_RULE_BOOK ->
                new BookImport(
                        claim,
                        files.open(claim.sha256()),
                        files.name(claim.sha256()),
                        office.offices(),
                        reader,
                        Duration.ofSeconds(60));
            case IMPACT_REPORT -> new ImpactWork(claim, office.impacts, Math.max(1, chunkRows));
        };
    }

    /** In this thread and in a transaction of its own, as the bean does it in another. */
    private Future<BookOffices.Kept> read(byte[] file, String name, String by) {
        CompletableFuture<BookOffices.Kept> book = new CompletableFuture<>();
        try {
            book.complete(office.database.transaction(() -> office.offices().keep(file, name, by)));
        } catch (RuntimeException e) {
            book.completeExceptionally(e);
        }
        return book;
    }

    /** Takes up a run, if there is one, and works it off in this thread. */
    void beat() {
        timer.beat();
    }

    /** Works until it is killed, and leaves its lock to whoever ends its connection. */
    void beatAndDie() {
        try {
            beat();
            throw new IllegalStateException("nobody killed it");
        } catch (Killed expected) {
            // Its process is gone; the test ends its connection.
        }
    }

    String name() {
        try {
            return node.name();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the connection of this node's lock as the server sees a dead process or host. */
    void loseConnection() {
        office.terminate("""
                select pg_terminate_backend(l.pid, 10000) from pg_locks l
                where l.locktype = 'advisory' and l.objid::bigint = hashtextextended('jobs.node.' || '%s', 0) & 4294967295""".formatted(name()));
    }
}
