package ir.hamedan.esup.kernel;

/** The key by which a form is sent: however often it comes, what it asks for is done once. */
public final class RequestKey {
    /** The code of {@link #used}. */
    public static final String USED = "kernel.request-key.used";

    private static final int LONGEST = 80;

    private RequestKey() {}

    /** The key as it came; {@code kernel.request-key.wrong} at the field {@code key}. */
    public static String checked(String key) {
        if (key.isBlank() || key.length() > LONGEST) {
            throw Problem.invalid("kernel.request-key.wrong").at("key");
        }
        return key;
    }

    /** By the same key something else was asked for before. */
    public static Problem used() {
        return Problem.conflict(USED);
    }
}
