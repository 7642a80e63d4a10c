package ir.hamedan.esup.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a command has opened: the lock of the directory, PostgreSQL, Payara. It is closed at the command's end, the last
 * opened first, be that end its own, a failure, or a signal (Ctrl-C, SIGTERM).
 */
final class Opened {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean stopping;

    private Opened() {}

    /** Does the work and closes what it opened; comes back without a word when the process was told to stop meanwhile. */
    static void during(Consumer<Opened> work) {
        Opened opened = new Opened();
        Thread hook = new Thread(opened::stop, "esup-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.accept(opened);
        } catch (RuntimeException e) {
            if (removed(hook)) {
                opened.closeAll();
                throw e;
            }
            // Told to stop: what broke, broke for that.
        }
        if (removed(hook)) {
            opened.closeAll();
        } else {
            opened.awaitStop();
        }
    }

    /** Opens a part. A process that is told to stop meanwhile waits for it, and closes it before it ends. */
    <T extends AutoCloseable> T open(Supplier<T> part) {
        synchronized (parts) {
            if (stopping) {
                throw new IllegalStateException("told to stop");
            }
            return add(part.get());
        }
    }

    /** Takes a part whose opening nobody waits for, since it has hooks of its own. */
    <T extends AutoCloseable> T add(T part) {
        synchronized (parts) {
            parts.push(part);
            return part;
        }
    }

    /** The part of the class, when it is open. */
    <T> Optional<T> find(Class<T> type) {
        synchronized (parts) {
            return parts.stream().filter(type::isInstance).map(type::cast).findFirst();
        }
    }

    /** Waits; true when the process was told to stop and all parts are closed. */
    boolean stoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void stop() {
        synchronized (parts) {
            stopping = true;
        }
        closeAll();
        stopped.countDown();
    }

    private void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAll() {
        synchronized (parts) {
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    System.err.println("esup: while stopping: " + e);
                }
            }
        }
    }

    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
