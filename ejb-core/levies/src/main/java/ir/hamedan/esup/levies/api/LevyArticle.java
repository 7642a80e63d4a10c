package ir.hamedan.esup.levies.api;

/**
 * An article (ماده) of a levy book, which its lines rest on.
 *
 * @param number unique in the book, in ASCII digits
 */
public record LevyArticle(String number, String title, String text) {}
