package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The pulse of a node: says that it lives, and takes up what waits or what a dead node left. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs(Roles.SYSTEM)
@DeclareRoles(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobTimer {
    private static final Logger LOG = Logger.getLogger(JobTimer.class.getName());

    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    Node node;

    @Inject
    Steps steps;

    @Inject
    Worker worker;

    Consumer<Claim> starter = claim -> worker.start(claim);

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void beat() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            takeUp();
        } catch (RuntimeException | SQLException e) {
            // The database may be away; a timer that throws would be given up.
            LOG.log(Level.WARNING, "jobs could not be taken up; it is tried again in two seconds", e);
        } finally {
            running.set(false);
        }
    }

    /** One run at a time: the next beat takes the next. */
    void takeUp() throws SQLException {
        Optional<Claim> claim = adopt(node.name());
        if (claim.isEmpty()) {
            return;
        }
        node.begins(claim.get());
        try {
            starter.accept(claim.get());
        } catch (RuntimeException e) {
            node.ends(claim.get());
            throw e;
        }
    }

    private Optional<Claim> adopt(String name) {
        try {
            return steps.adopt(name, node.takings());
        } catch (RuntimeException e) {
            // Two nodes took up two runs of one kind in the same moment: the index let one through.
            if (isDuplicate(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isDuplicate(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof Sql.Failure failure) {
                return failure.isDuplicate();
            }
            cause = cause.getCause();
        }
        return false;
    }
}
