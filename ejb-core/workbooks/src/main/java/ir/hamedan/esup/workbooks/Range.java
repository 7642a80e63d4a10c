package ir.hamedan.esup.workbooks;

/** Numbers from one, which belongs to them, until another, which does not. */
public interface Range {
    /** The first number. */
    long from();

    /** The number after the last. */
    long until();

    /** Whether it has no end. */
    boolean isOpen();

    /** Makes a range of its two ends. */
    @FunctionalInterface
    interface Maker<R> {
        R make(long from, long until);
    }
}
