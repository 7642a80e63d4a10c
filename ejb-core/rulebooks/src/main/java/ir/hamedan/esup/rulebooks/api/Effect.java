package ir.hamedan.esup.rulebooks.api;

/** What an overlay rule does, and by that in which step it is applied. */
public enum Effect {
    /** No rule is given. */
    LOCK,
    /** The table is read for the zone in {@link Amounts#zone} instead. */
    ONLY_ZONE,
    /** Adds density (per mille of the plot) and storeys. */
    BONUS,
    /** Adds the ceded area times density (per mille) to what may be built. */
    CEDED_BONUS,
    /** Takes density (per mille of what there is) and storeys away. */
    REDUCTION,
    /** Nothing above density, coverage, storeys or height. */
    CAP,
    /** No height above the value the layer gives, in centimetres over the street. */
    CAP_OF_MAP_HEIGHT,
    /** Nothing above the level the layer gives, in centimetres over the sea. */
    CAP_OF_MAP_LEVEL,
    /** The wall at the street no higher than height, the top storey set back by setback. */
    STREET_WALL,
    /** Open space only: no building. */
    OPEN_SPACE_ONLY,
    /** No building. */
    FORBIDDEN,
    /** Only what {@link Overlay#needs} says. */
    REPORT
}
