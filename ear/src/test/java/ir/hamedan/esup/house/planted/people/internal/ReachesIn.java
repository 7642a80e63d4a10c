package ir.hamedan.esup.house.planted.people.internal;

/** Planted: takes from a bean, which may be a proxy with nothing in it. */
record ReachesIn(Shelf shelf) {
    String book() {
        return shelf.book;
    }
}
