package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.RenewalCode;

/** News that a bill was paid in full and booked. Observers may not fail the booking. */
public record BillPaid(long bill, String reference, RenewalCode code) {}
