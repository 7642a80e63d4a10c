package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The clock and the bell of {@link Releases}: every few seconds, and at once when a payment was booked. */
@Stateless
@RunAs(Roles.SYSTEM)
@DeclareRoles(Roles.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Releaser {
    private static final Logger LOG = Logger.getLogger(Releaser.class.getName());

    @Inject
    Releases releases;

    /** A payment was booked and committed. */
    @Asynchronous
    public void soon() {
        run();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void run() {
        try {
            releases.takeUpNews();
            each(releases.due(), releases::release, true);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the releaser could not work; it tries again in some seconds", e);
        }
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void expire() {
        try {
            each(releases.ranOut(), releases::expire, false);
            each(releases.neverPaid(), releases::giveUp, false);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "answers that ran out could not be marked; it is tried again in a minute", e);
        }
    }

    /** One that fails keeps no other waiting. */
    private void each(List<String> ids, Consumer<String> work, boolean postpone) {
        for (String id : ids) {
            try {
                work.accept(id);
            } catch (RuntimeException e) {
                String problem = e instanceof Problem refused ? refused.code() : "inquiries.release-failed";
                LOG.log(Level.WARNING, "inquiry " + id + " is tried again: " + problem, e);
                if (postpone) {
                    releases.postpone(id, problem);
                }
            }
        }
    }
}
