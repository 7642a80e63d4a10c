package ir.hamedan.esup.house.planted.people.internal;

/** Planted: a node that remembers. */
final class Counts {
    static int count;

    private Counts() {}
}
