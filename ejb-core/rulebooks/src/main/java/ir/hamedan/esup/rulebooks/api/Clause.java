package ir.hamedan.esup.rulebooks.api;

/**
 * A clause of a rule book.
 *
 * @param number unique in the book, in ASCII digits
 * @param chapter number of its chapter
 */
public record Clause(String number, String title, String chapter, String text) {}
