package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.internal.books.BookOffices;
import ir.hamedan.esup.jobs.internal.books.BookReading;
import ir.hamedan.esup.kernel.Causes;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Works off a run in a thread of the server: portion by portion, each in its own transaction. */
@Stateless
@RunAs(Roles.SYSTEM)
@DeclareRoles(Roles.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class.getName());
    private static final int LONGEST_DETAIL = 500;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Node node;

    @Inject
    Steps steps;

    @Inject
    LayerOffice layers;

    @Inject
    RuleBookOffice books;

    @Inject
    LevyBookOffice levyBooks;

    @Inject
    BookReading reading;

    @Inject
    ImpactReports impacts;

    Function<Claim, Work> opener = claim -> Works.open(
            claim, new Works.Doors(source, clock, layers, new BookOffices(books, levyBooks), reading::read, impacts));

    /** Returns at once; {@link Node#ends} says when it is over. */
    @Asynchronous
    public void start(Claim claim) {
        work(claim);
    }

    void work(Claim claim) {
        try {
            run(claim);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "an attempt of " + claim.key() + " failed", e);
            fail(claim, e);
        } finally {
            node.ends(claim);
        }
    }

    private void run(Claim claim) {
        Work work = opener.apply(claim);
        while (!node.isLeaving()) {
            // Ends with the input, whose size is bounded: every portion is at least a line, or a parcel.
            Optional<Work.Portion> portion = work.next();
            if (portion.isEmpty()) {
                steps.finish(claim, work);
                return;
            }
            if (steps.advance(claim, portion.get()) != JobState.RUNNING) {
                return;
            }
        }
    }

    private void fail(Claim claim, Throwable thrown) {
        Throwable cause = Causes.of(thrown)
                .filter(Problem.class::isInstance)
                .findFirst()
                .or(() -> Causes.of(thrown).reduce((outer, inner) -> inner))
                .orElse(thrown);
        try {
            if (cause instanceof Problem problem && problem.kind() != Problem.Kind.UNAVAILABLE) {
                // The input is not what it has to be, or the thing it is for has changed: no attempt makes it better.
                steps.refuse(
                        claim,
                        problem.code(),
                        problem.arguments().stream().map(String::valueOf).toList());
            } else {
                String detail = cause.toString();
                steps.fail(
                        claim,
                        "jobs.failure.unexpected",
                        detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail);
            }
        } catch (RuntimeException e) {
            // The database is away: the run stays as it is, and the timer takes it up again.
            LOG.log(Level.WARNING, "the failure of " + claim.key() + " could not be written down", e);
        }
    }
}
