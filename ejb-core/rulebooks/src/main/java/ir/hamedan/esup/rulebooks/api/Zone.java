package ir.hamedan.esup.rulebooks.api;

/** A zone the book knows, under the code that the layer of zones uses. */
public record Zone(String code, String title) {}
