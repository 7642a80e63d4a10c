package ir.hamedan.esup.house.planted.ledger.internal;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Planted: a resource asked for by name. */
final class LooksUp {
    Object pool() throws NamingException {
        return InitialContext.doLookup("jdbc/esup");
    }
}
