package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A building whose permit levies are asked for. Areas are in hundredths of a square metre.
 *
 * @param day of the request: its book and its price count
 * @param known only what was published by then; empty for all that is known
 * @param region 1 to 99; 0 when it is not known
 * @param priceKey of the zone or value block; empty when there is none
 * @param use a code as rule books have it, such as {@code DWELLING}
 * @param dwelling whether it is dwelling: factors may be by use, or by dwelling and other
 * @param floorArea within the permitted density
 * @param storeys of the building
 * @param excessArea over the permitted density
 * @param decision of the Article 5 commission that allows the excess; empty for none
 * @param projectionArea of balconies and other parts over the street
 * @param missingParking spaces that are asked for and not there
 * @param parkingProvided spaces that are there
 * @param subdivided whether it is divided into apartments
 */
public record PermitQuestion(
        LocalDate day,
        Optional<Instant> known,
        int region,
        String priceKey,
        String use,
        boolean dwelling,
        long floorArea,
        int storeys,
        long excessArea,
        String decision,
        long projectionArea,
        int missingParking,
        int parkingProvided,
        boolean subdivided) {
    /** One square kilometre. */
    public static final long MOST_AREA = 100_000_000;

    public static final int MOST_STOREYS = 200;

    public static final int MOST_SPACES = 10_000;

    private static final int MOST_REGION = 99;
    private static final int MOST_TEXT = 200;

    /** {@code levies.question-out-of-range} with the name of the field. */
    public PermitQuestion {
        within(region, MOST_REGION, "region");
        within(floorArea, MOST_AREA, "floorArea");
        within(storeys, MOST_STOREYS, "storeys");
        within(excessArea, MOST_AREA, "excessArea");
        within(projectionArea, MOST_AREA, "projectionArea");
        within(missingParking, MOST_SPACES, "missingParking");
        within(parkingProvided, MOST_SPACES, "parkingProvided");
        within(priceKey.length(), MOST_TEXT, "priceKey");
        within(use.length(), MOST_TEXT, "use");
        within(decision.length(), MOST_TEXT, "decision");
    }

    private static void within(long value, long most, String field) {
        if (value < 0 || value > most) {
            throw Problem.invalid("levies.question-out-of-range", value, most).at(field);
        }
    }

    /** A building within its density, with all the parking it needs, undivided and without projections. */
    public static PermitQuestion of(
            LocalDate day, int region, String use, boolean dwelling, long floorArea, int storeys) {
        return new PermitQuestion(
                day, Optional.empty(), region, "", use, dwelling, floorArea, storeys, 0, "", 0, 0, 0, false);
    }

    /** As the city knew it at an instant. */
    public PermitQuestion knownAt(Instant instant) {
        return new PermitQuestion(
                day,
                Optional.of(instant),
                region,
                priceKey,
                use,
                dwelling,
                floorArea,
                storeys,
                excessArea,
                decision,
                projectionArea,
                missingParking,
                parkingProvided,
                subdivided);
    }

    /** With the price of a zone or value block, where it has one of its own. */
    public PermitQuestion pricedBy(String key) {
        return new PermitQuestion(
                day,
                known,
                region,
                key,
                use,
                dwelling,
                floorArea,
                storeys,
                excessArea,
                decision,
                projectionArea,
                missingParking,
                parkingProvided,
                subdivided);
    }

    /** With area over the permitted density, by a decision of the Article 5 commission. */
    public PermitQuestion withExcess(long area, String byDecision) {
        return new PermitQuestion(
                day,
                known,
                region,
                priceKey,
                use,
                dwelling,
                floorArea,
                storeys,
                area,
                byDecision,
                projectionArea,
                missingParking,
                parkingProvided,
                subdivided);
    }

    public PermitQuestion withProjections(long area) {
        return new PermitQuestion(
                day,
                known,
                region,
                priceKey,
                use,
                dwelling,
                floorArea,
                storeys,
                excessArea,
                decision,
                area,
                missingParking,
                parkingProvided,
                subdivided);
    }

    public PermitQuestion withParking(int provided, int missing) {
        return new PermitQuestion(
                day,
                known,
                region,
                priceKey,
                use,
                dwelling,
                floorArea,
                storeys,
                excessArea,
                decision,
                projectionArea,
                missing,
                provided,
                subdivided);
    }

    /** Divided into apartments. */
    public PermitQuestion inApartments() {
        return new PermitQuestion(
                day,
                known,
                region,
                priceKey,
                use,
                dwelling,
                floorArea,
                storeys,
                excessArea,
                decision,
                projectionArea,
                missingParking,
                parkingProvided,
                true);
    }

    /** The whole floor area: by it the bands of a factor table are chosen. */
    public long size() {
        return floorArea + excessArea;
    }
}
