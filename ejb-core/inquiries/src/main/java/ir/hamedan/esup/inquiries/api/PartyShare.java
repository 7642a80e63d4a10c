package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.Mobile;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Share;
import java.util.Optional;

/**
 * A side of the deal: who, and the share of the whole property given or taken.
 *
 * @param mobile where the party can be reached; not part of the certificate
 */
public record PartyShare(PartyId party, String name, Share share, Optional<Mobile> mobile) {
    public PartyShare(PartyId party, String name, Share share) {
        this(party, name, share, Optional.empty());
    }
}
