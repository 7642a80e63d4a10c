package ir.hamedan.esup.people.api;

/**
 * Writes refusals into the journal, in a transaction of their own: they stay although what was tried is rolled back.
 * Whoever turns a refusal into an answer (the problem mapper of the interface, the error handler of the portals) calls
 * this for {@code FORBIDDEN} problems and for a refused EJB access; failed logins and failed tokens are written here
 * already. What is refused to a caller without a login is counted at /metrics and leaves no row, or anybody could fill the
 * journal.
 */
public interface Refusals {
    /**
     * Never throws: a refusal that cannot be written goes to the server's log in full.
     *
     * @param action what was tried, such as {@code inquiry.answer} or the path asked for
     * @param subject what it was tried on, or an empty text
     * @param reason the code of the problem, such as {@code people.forbidden}
     */
    void record(String action, String subject, String reason);
}
