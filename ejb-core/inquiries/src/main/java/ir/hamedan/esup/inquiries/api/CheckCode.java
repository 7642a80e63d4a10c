package ir.hamedan.esup.inquiries.api;

/** The checks of an inquiry in their order. */
public enum CheckCode {
    CODE,
    OWNERSHIP,
    SEIZURE,
    MORTGAGE,
    BUILDING_CERTIFICATE,
    ARTICLE_100,
    RENEWAL_LEVY,
    WASTE_FEE,
    TRADE_LEVY,
    OTHER_CLAIMS,
    INSTALMENTS,
    ROAD_PLAN,
    AUDIT,
    GARDEN,
    SUBDIVISION,
    OPEN_REQUESTS
}
