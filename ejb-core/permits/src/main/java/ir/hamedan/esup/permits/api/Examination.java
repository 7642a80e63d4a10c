package ir.hamedan.esup.permits.api;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.rulebooks.api.NumberName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plan held against the rules of a day; with the day and the instant it can be made again.
 *
 * @param book id of the rule book
 * @param hash of the answer of the rules, but for its instant; empty where they could not answer
 * @param objections all that stand against it, at once
 * @param open numbers that the rules ask for and the drawings alone can show
 * @param noData layers of which nothing is known here although a rule on them could stand against the plan
 * @param needs reports, inquiries and works that the rules ask for
 */
public record Examination(
        LocalDate on,
        Instant known,
        long book,
        String hash,
        List<Objection> objections,
        List<NumberName> open,
        List<LayerKind> noData,
        List<String> needs) {
    public Examination {
        objections = List.copyOf(objections);
        open = List.copyOf(open);
        noData = List.copyOf(noData);
        needs = List.copyOf(needs);
    }

    /** With one more objection. */
    public Examination with(Objection more) {
        List<Objection> all =
                Stream.concat(objections.stream(), Stream.of(more)).toList();
        return new Examination(on, known, book, hash, all, open, noData, needs);
    }

    public boolean isClear() {
        return objections.isEmpty();
    }

    /** Whether numbers or layers are left of which it cannot be said that they are kept. */
    public boolean isLeftOpen() {
        return !open.isEmpty() || !noData.isEmpty();
    }

    /** Whether it is clear, or the Article 5 commission could make it so. */
    public boolean isForCommission() {
        return objections.stream().allMatch(Objection::isForCommission);
    }
}
