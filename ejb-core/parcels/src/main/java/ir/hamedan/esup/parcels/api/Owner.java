package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Share;
import java.time.LocalDate;

/** A share of land and structures and who holds it since when. */
public record Owner(PartyId party, String name, Share share, LocalDate since) {}
