package ir.hamedan.esup.rulebooks.api;

import java.time.LocalDate;
import java.util.List;

/**
 * Where two rows overlap, one of them counts.
 *
 * @param winner id of the row that counts
 * @param loser id of the row that does not
 * @param signers the planners who answer for it
 */
public record Precedence(String winner, String loser, String reason, List<String> signers, LocalDate signedOn) {
    public Precedence {
        signers = List.copyOf(signers);
    }
}
