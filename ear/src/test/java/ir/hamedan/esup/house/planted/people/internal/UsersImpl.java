package ir.hamedan.esup.house.planted.people.internal;

/** Planted: named after its pattern. */
final class UsersImpl {}
