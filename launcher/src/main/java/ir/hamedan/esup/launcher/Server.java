package ir.hamedan.esup.launcher;

import java.nio.file.Path;
import java.util.List;

/** The runtime the application is deployed to. */
interface Server extends AutoCloseable {
    /** Deploys archives; whether they work the health endpoint says. */
    void deploy(List<Path> applications);

    /** Whether its process is still there. */
    boolean alive();

    @Override
    void close();
}
