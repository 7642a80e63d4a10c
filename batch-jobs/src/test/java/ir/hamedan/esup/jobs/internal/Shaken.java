package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.internal.books.BookReader;
import java.util.concurrent.atomic.AtomicInteger;

/** A node at which something happens while it works, for tests of the jobs themselves. */
public final class Shaken {
    /** When it happens. */
    public enum Moment {
        BEFORE(TestNode.Moment.BEFORE),
        BEFORE_COMMIT(TestNode.Moment.BEFORE_COMMIT),
        AFTER(TestNode.Moment.AFTER);

        private final TestNode.Moment moment;

        Moment(TestNode.Moment moment) {
            this.moment = moment;
        }
    }

    private final TestNode node;

    /** @param piece how much is brought in at once */
    public Shaken(Office office, int piece) {
        this.node = new TestNode(office, piece);
    }

    /** How it reads workbooks. */
    public void reads(BookReader reader) {
        node.reader = reader;
    }

    public BookReader reader() {
        return node.reader;
    }

    /** Takes up a run and works it off. */
    public void beat() {
        node.beat();
    }

    /** Takes up a run, and dies with its process at a moment of one of its steps. */
    public void dieAt(Moment moment, int step) {
        AtomicInteger steps = new AtomicInteger();
        node.at = at -> {
            if (at == moment.moment && steps.incrementAndGet() == step) {
                throw new TestNode.Killed();
            }
        };
        node.beatAndDie();
    }

    /** Takes up a run, and dies while it works. */
    public void beatAndDie() {
        node.beatAndDie();
    }

    /** For a reader that dies. */
    public static Error killed() {
        return new TestNode.Killed();
    }

    /** What happens before one of its steps. */
    public void before(int step, Runnable happens) {
        AtomicInteger steps = new AtomicInteger();
        node.at = at -> {
            if (at == TestNode.Moment.BEFORE && steps.incrementAndGet() == step) {
                happens.run();
            }
        };
    }

    public void loseConnection() {
        node.loseConnection();
    }
}
