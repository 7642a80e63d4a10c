package ir.hamedan.esup.rulebooks.api;

import java.util.OptionalInt;

/**
 * How much an overlay rule gives, takes or leaves; {@link Effect} says what each means. Density and coverage are per mille,
 * lengths centimetres; what is empty is not touched.
 *
 * @param zone code, for {@link Effect#ONLY_ZONE}; else empty
 * @param alternative bonuses of the same name stand instead of each other, the greatest density counts; empty for none
 */
public record Amounts(
        OptionalInt density,
        OptionalInt coverage,
        OptionalInt storeys,
        OptionalInt height,
        OptionalInt setback,
        String zone,
        String alternative) {
    public static final Amounts NONE = new Amounts(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            "",
            "");

    public Amounts withDensity(int perMille) {
        return new Amounts(OptionalInt.of(perMille), coverage, storeys, height, setback, zone, alternative);
    }

    public Amounts withStoreys(int number) {
        return new Amounts(density, coverage, OptionalInt.of(number), height, setback, zone, alternative);
    }

    public Amounts withHeight(int centimetres) {
        return new Amounts(density, coverage, storeys, OptionalInt.of(centimetres), setback, zone, alternative);
    }

    public Amounts withSetback(int centimetres) {
        return new Amounts(density, coverage, storeys, height, OptionalInt.of(centimetres), zone, alternative);
    }

    public Amounts withZone(String code) {
        return new Amounts(density, coverage, storeys, height, setback, code, alternative);
    }

    public Amounts withAlternative(String name) {
        return new Amounts(density, coverage, storeys, height, setback, zone, name);
    }
}
