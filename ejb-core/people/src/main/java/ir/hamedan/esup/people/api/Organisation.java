package ir.hamedan.esup.people.api;

/**
 * A body whose people or machines use the product.
 *
 * @param id a short stable id, such as {@code notary-12}
 * @param region municipal region 1 to 4 it sits in, 0 for the whole city
 */
public record Organisation(String id, OrganisationKind kind, String name, int region, boolean active) {}
