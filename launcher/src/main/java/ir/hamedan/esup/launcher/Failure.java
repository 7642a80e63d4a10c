package ir.hamedan.esup.launcher;

import java.io.Serial;

/** Why the product cannot start, in one sentence that says what to do; shown without a stack trace. */
public final class Failure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Failure(String sentence) {
        super(sentence);
    }

    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
