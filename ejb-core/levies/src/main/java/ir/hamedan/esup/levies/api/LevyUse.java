package ir.hamedan.esup.levies.api;

/**
 * A use of buildings a levy book knows.
 *
 * @param code as rule books have it
 * @param dwelling whether factors for dwellings count for it
 */
public record LevyUse(String code, String title, boolean dwelling) {}
