package ir.hamedan.esup.rulebooks.api;

/**
 * A use the book knows.
 *
 * @param code such as {@code DWELLING}
 * @param shopStoreys how many storeys of it are shops; what parking the shops need is counted from these
 * @param builds whether anything is built at all: a use such as "none" says that nothing is
 */
public record Use(String code, String title, int shopStoreys, boolean builds) {}
