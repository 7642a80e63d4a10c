package ir.hamedan.esup.levies.api;

/**
 * Who owes a levy and how it is paid, as the book says it; each empty where it does not.
 *
 * @param payer who owes it
 * @param due when it is to be paid
 * @param penalty what comes on top for who is late
 * @param account where it is paid to
 */
public record LevyDuty(String payer, String due, String penalty, String account) {
    public static final LevyDuty NONE = new LevyDuty("", "", "", "");

    /** {@code levies.book-text} at the field. */
    public LevyDuty {
        LevyBook.saidShortly(payer, "payer");
        LevyBook.saidShortly(due, "due");
        LevyBook.saidShortly(penalty, "penalty");
        LevyBook.saidShortly(account, "account");
    }
}
