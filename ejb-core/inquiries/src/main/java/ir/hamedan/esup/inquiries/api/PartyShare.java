package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Share;

/** A side of the deal: who, and the share of the whole property given or taken. */
public record PartyShare(PartyId party, String name, Share share) {}
