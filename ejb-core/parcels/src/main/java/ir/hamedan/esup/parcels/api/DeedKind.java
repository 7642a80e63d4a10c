package ir.hamedan.esup.parcels.api;

/** The kind of title deed. */
public enum DeedKind {
    SINGLE_SHEET,
    BOOKLET,
    INFORMAL,
    ENDOWED,
    UNDIVIDED
}
