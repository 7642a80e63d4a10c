package ir.hamedan.esup.house.planted.people.internal;

import jakarta.enterprise.context.ApplicationScoped;

/** Planted: a bean with something in it. */
@ApplicationScoped
class Shelf {
    String book = "";
}
