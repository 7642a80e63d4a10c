package ir.hamedan.esup.house.planted.staff;

/** Planted: what {@code KnowsStaff} should not know. */
public final class Desk {}
