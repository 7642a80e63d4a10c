package ir.hamedan.esup.house.planted.ledger.internal;

import javax.naming.Context;

/** Planted: a resource asked for by name. */
final class LooksUp {
    Context names;
}
