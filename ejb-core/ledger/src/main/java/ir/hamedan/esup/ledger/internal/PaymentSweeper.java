package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.ledger.api.Payments;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks for payments that never came back. Every node does; the rows are taken, so none is looked at twice at once. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs(Roles.SYSTEM)
@DeclareRoles(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentSweeper {
    private static final Logger LOG = Logger.getLogger(PaymentSweeper.class.getName());

    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    Payments payments;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    public void sweep() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            payments.sweep();
        } catch (RuntimeException e) {
            // The database may be away; a timer that throws would be given up.
            LOG.log(Level.WARNING, "payments could not be swept", e);
        } finally {
            running.set(false);
        }
    }
}
