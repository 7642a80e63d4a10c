package ir.hamedan.esup.parcels.api;

/** Where a version of a layer stands: loaded and checked, in force from its day on, or taken back. */
public enum LayerState {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
