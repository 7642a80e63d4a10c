package ir.hamedan.esup.testing;

/** How much a test does: little with every build, as much as it can with {@code -Pfull}. */
public final class Form {
    /** Whether the long forms are asked for. */
    public static final boolean FULL = Boolean.getBoolean("esup.full");

    private Form() {}

    public static int of(int little, int full) {
        return FULL ? full : little;
    }
}
