package ir.hamedan.esup.house.planted.inquiries.api;

/** Planted: what {@code CallsUp} should not know. */
public record Filed(String number) {}
