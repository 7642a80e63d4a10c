package ir.hamedan.esup.house.planted.ledger.internal;

/** Planted: an exception of one's own. */
final class LedgerFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
