/** The double-entry ledger: demands, bills and payments. */
package ir.hamedan.esup.ledger.api;
