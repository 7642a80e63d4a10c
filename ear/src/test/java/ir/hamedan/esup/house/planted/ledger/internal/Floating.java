package ir.hamedan.esup.house.planted.ledger.internal;

/** Planted: money that is not whole. */
public final class Floating {
    double rate;

    long half(long rials) {
        return Math.round(rials / 2.0);
    }
}
