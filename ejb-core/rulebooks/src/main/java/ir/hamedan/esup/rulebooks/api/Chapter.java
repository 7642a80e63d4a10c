package ir.hamedan.esup.rulebooks.api;

/** A chapter of a rule book. */
public record Chapter(String number, String title) {}
