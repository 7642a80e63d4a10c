package ir.hamedan.esup.house.planted.ledger.api;

import ir.hamedan.esup.house.planted.ledger.internal.Floating;

/** Planted: an api whose caller would need an internal class. */
public interface Leaking {
    Floating rate();
}
