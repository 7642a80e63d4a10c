package ir.hamedan.esup.house.planted.levies.internal;

import ir.hamedan.esup.house.planted.ledger.internal.Floating;

/** Planted: levies may use the api of the ledger, not what is within. */
final class OpensLedger {
    Floating within;
}
