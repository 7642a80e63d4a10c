package ir.hamedan.esup.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Processes of an earlier run whose launcher died before it could stop them. */
final class Orphans {
    private Orphans() {}

    /**
     * Stops the process, if it is still there and still what it was.
     *
     * @param id of the process, as its pid file has it
     * @param program the name of the program it runs; a number is given to other processes as well, sooner or later
     * @param signals from the mildest to the last
     */
    static void stop(String id, String program, String... signals) {
        Optional<ProcessHandle> orphan = ProcessHandle.of(Long.parseLong(id))
                .filter(process -> process.info().command().orElse("").endsWith(program));
        if (orphan.isEmpty()) {
            return;
        }
        try {
            for (String signal : signals) {
                new ProcessBuilder("kill", "-" + signal, id).start().waitFor();
                if (ended(orphan.get())) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new Failure(
                    "The process " + id + " (" + program
                            + ") of an earlier run cannot be stopped; stop it and start again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process of the pid file is there. */
    static boolean alive(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    && ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(pidFile).get(0).strip()))
                            .filter(Orphans::runs)
                            .isPresent();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            // It is being written or removed now.
            return true;
        }
    }

    /** One that ended and that nobody has waited for is still listed, but runs no program. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (runs(process) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        return !runs(process);
    }
}
