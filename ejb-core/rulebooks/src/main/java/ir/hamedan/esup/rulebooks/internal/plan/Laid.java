package ir.hamedan.esup.rulebooks.internal.plan;

import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Given;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What planners laid down for a parcel, of all that holds on a day.
 *
 * @param groundLevel centimetres over the sea
 */
public record Laid(Optional<Decision> decision, OptionalInt groundLevel) {
    public static final Laid NOTHING = new Laid(Optional.empty(), OptionalInt.empty());

    /** Both together; each kind is there once. */
    public Laid and(Laid other) {
        return new Laid(decision.or(other::decision), groundLevel.isPresent() ? groundLevel : other.groundLevel);
    }

    /** The same given, and what was laid down. */
    public Given in(Given given) {
        Given decided = decision.map(given::withDecision).orElse(given);
        return groundLevel.isPresent() ? decided.withGroundLevel(groundLevel.getAsInt()) : decided;
    }
}
