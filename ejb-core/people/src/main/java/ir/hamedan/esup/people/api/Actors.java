package ir.hamedan.esup.people.api;

/** Tells who is acting. */
public interface Actors {
    /** The caller of the running request; {@code people.not-logged-in} when there is none. */
    Actor current();

    /** The network address of the running request, as far as the trusted proxies vouch for it; empty outside a request. */
    default String address() {
        return "";
    }
}
