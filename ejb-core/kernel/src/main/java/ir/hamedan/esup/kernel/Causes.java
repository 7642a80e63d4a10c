package ir.hamedan.esup.kernel;

import java.util.stream.Stream;

/** An exception and what caused it. */
public final class Causes {
    /** Nobody wraps so often on purpose; a chain that goes round in a circle ends here too. */
    private static final int DEEPEST = 20;

    private Causes() {}

    /** From the outermost to the innermost. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
