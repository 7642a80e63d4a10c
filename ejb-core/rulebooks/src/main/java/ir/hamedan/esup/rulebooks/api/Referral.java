package ir.hamedan.esup.rulebooks.api;

import java.time.LocalDate;
import java.util.List;

/**
 * Declared on purpose: here the book has no rule, and the Article 5 commission is asked.
 *
 * @param zone code; empty for every zone
 * @param use code; empty for every use
 * @param plot area that counts, hundredths of a square metre
 * @param street width that counts, centimetres
 * @param signers the planners who answer for it
 */
public record Referral(
        String id,
        String zone,
        String use,
        Band plot,
        Band street,
        String reason,
        List<String> signers,
        LocalDate signedOn) {
    public Referral {
        signers = List.copyOf(signers);
    }

    public boolean concerns(String zoneCode, String useCode) {
        return (zone.isEmpty() || zone.equals(zoneCode)) && (use.isEmpty() || use.equals(useCode));
    }
}
