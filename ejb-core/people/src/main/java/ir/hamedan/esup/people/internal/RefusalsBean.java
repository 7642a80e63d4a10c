package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.people.api.Refusals;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A refusal stands whether or not it can be written down; what cannot be written is in the log. Callers nobody knows are
 * counted instead: the journal is for ever, and it must not be theirs to fill.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RefusalsBean implements Refusals {
    private static final Logger LOG = Logger.getLogger(RefusalsBean.class.getName());

    @Inject
    JournalWriter writer;

    @Inject
    ActorsBean actors;

    @Inject
    ActionCounters counters;

    @Override
    public void record(String action, String subject, String reason) {
        try {
            if (!actors.isKnown()) {
                counters.refused(ActionCounters.Stranger.PAGE);
                return;
            }
            writer.refused(action, subject, reason);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "refusal not in the journal: " + action + " " + subject + " " + reason);
        }
    }
}
