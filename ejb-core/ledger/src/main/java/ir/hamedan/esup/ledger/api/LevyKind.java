package ir.hamedan.esup.ledger.api;

/** Every kind of claim the ledger can carry. */
public enum LevyKind {
    RENEWAL,
    WASTE,
    TRADE,
    PERMIT,
    BETTERMENT,
    ARTICLE_100_FINE,
    SERVICE,
    INSTALMENT
}
