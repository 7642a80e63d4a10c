package ir.hamedan.esup.people.api;

/** How often callers may ask for what costs something. Injected as a CDI bean. */
public interface Rates {
    /**
     * Counts one request of the caller's address.
     *
     * @param what is counted apart from all else, such as {@code pay}
     * @param mostPerMinute how many are allowed within a minute of the clock, on this node
     * @return whether this one is still allowed
     */
    boolean allows(String what, int mostPerMinute);

    /** The same, counted for a caller who is known, from whatever address. */
    boolean allows(String what, String who, int mostPerMinute);
}
