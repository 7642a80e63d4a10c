package ir.hamedan.esup.house.planted.people.internal.util;

/** Planted: a drawer. */
final class Stray {}
