package ir.hamedan.esup.parcels.api;

/** The use of a land object as the register has it. */
public enum LandUse {
    DWELLING,
    COMMERCIAL,
    OFFICE,
    INDUSTRIAL,
    EDUCATION_HEALTH,
    GARDEN,
    PARK,
    VACANT,
    MIXED
}
