package ir.hamedan.esup.jobs.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** This node among the others: the lock that says it lives, and what it works on. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Node {
    private static final Logger LOG = Logger.getLogger(Node.class.getName());

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    private final Set<String> takings = ConcurrentHashMap.newKeySet();
    private Optional<NodeLock> lock = Optional.empty();
    private volatile boolean leaving;

    /** The name of this node; a new one when its lock was lost, for the old one counts as dead from then on. */
    public synchronized String name() throws SQLException {
        if (lock.isPresent() && !lock.get().isHeld()) {
            LOG.log(
                    Level.WARNING,
                    "the connection of node {0} was lost",
                    lock.get().name());
            release();
        }
        if (lock.isEmpty()) {
            lock = Optional.of(new NodeLock(source));
        }
        return lock.get().name();
    }

    public boolean isLeaving() {
        return leaving;
    }

    /** What this node works on as it is. */
    public List<String> takings() {
        return List.copyOf(takings);
    }

    public void begins(Claim claim) {
        takings.add(claim.taking());
    }

    public void ends(Claim claim) {
        takings.remove(claim.taking());
    }

    /** The product stops here: others may go on at once. */
    @PreDestroy
    public synchronized void leave() {
        leaving = true;
        release();
    }

    private void release() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "the connection was gone already", e);
        }
        lock = Optional.empty();
    }
}
