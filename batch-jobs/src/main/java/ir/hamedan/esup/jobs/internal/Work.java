package ir.hamedan.esup.jobs.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A job at work on one run, by one thread of one node: it reads portions, and each is brought in with its position. */
public interface Work {
    /** A piece of the input that is brought in whole or not at all. */
    interface Portion {
        /** The position after it, above that of the portion before. */
        long end();

        /** Brings it in, in the transaction of the connection, and tells what became of it. */
        Findings apply(Connection connection) throws SQLException;
    }

    /** Reads the next portion and changes nothing; empty at the end of the input. */
    Optional<Portion> next();

    /** What is to be done once after the last portion, in the transaction of the connection. */
    default Findings finish(Connection connection, boolean nothingRefused) throws SQLException {
        return Findings.NONE;
    }
}
