package ir.hamedan.esup.inquiries.api;

/** The deals a notary asks for. */
public enum DealKind {
    /** بیع */
    SALE,
    /** صلح */
    SETTLEMENT,
    /** صلح عمری */
    SETTLEMENT_WITH_LIFE_USE,
    /** هبه */
    GIFT,
    /** معاوضه */
    EXCHANGE,
    /** رهن یا بیع شرط */
    MORTGAGE,
    /** اجاره به شرط تملیک */
    LEASE_TO_OWN,
    /** تقسیم‌نامه */
    PARTITION,
    /** ارث */
    INHERITANCE,
    /** وقف */
    ENDOWMENT,
    /** مزایده */
    AUCTION,
    /** تجمیع */
    ASSEMBLY,
    /** تفکیک */
    SUBDIVISION,
    /** وکالت فروش: not a transfer of the thing itself */
    POWER_TO_SELL;

    /** Deals between the owners themselves that divide or join the land: they need an approved plan and new codes. */
    public boolean changesLand() {
        return this == PARTITION || this == ASSEMBLY || this == SUBDIVISION;
    }

    /** Deals that rest on the paper of a court or office. */
    public boolean needsBasis() {
        return this == INHERITANCE || this == AUCTION;
    }
}
