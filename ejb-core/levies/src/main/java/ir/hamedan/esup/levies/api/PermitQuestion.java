package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
 * @param trade its shops; empty when nothing is known of any
 * @param claims codes of the discounts that are claimed
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
        boolean subdivided,
        Optional<Trade> trade,
        Set<String> claims) {
    /** The most that levies are counted of, hundredths of a square metre: one square kilometre. */
    public static final long MOST_AREA = 100_000_000;

    /** The most that may be asked for: of what is larger than {@link #MOST_AREA} no levy is counted, and that is said. */
    public static final long MOST_FLOOR_AREA = 100 * MOST_AREA;

    public static final int MOST_STOREYS = 200;

    public static final int MOST_SPACES = 10_000;

    /** Of all shops of a building, hundredths of a square metre: twenty hectares. */
    public static final long MOST_TRADE_AREA = 20_000_000;

    public static final int MOST_UNITS = 10_000;

    public static final int MOST_CLAIMS = 10;

    private static final int MOST_REGION = 99;
    private static final int MOST_TEXT = 200;

    /** {@code levies.question-out-of-range} with the name of the field. */
    public PermitQuestion {
        claims = Set.copyOf(claims);
        within(region, MOST_REGION, "region");
        within(floorArea, MOST_FLOOR_AREA, "floorArea");
        within(storeys, MOST_STOREYS, "storeys");
        within(excessArea, MOST_AREA, "excessArea");
        within(projectionArea, MOST_AREA, "projectionArea");
        within(missingParking, MOST_SPACES, "missingParking");
        within(parkingProvided, MOST_SPACES, "parkingProvided");
        within(priceKey.length(), MOST_TEXT, "priceKey");
        within(use.length(), MOST_TEXT, "use");
        within(decision.length(), MOST_TEXT, "decision");
        within(claims.size(), MOST_CLAIMS, "claims");
    }

    /**
     * The shops of a building, all of one size.
     *
     * @param area of each, hundredths of a square metre
     * @param span between the walls of each, centimetres
     * @param height of each, centimetres
     */
    public record Trade(long area, int units, int span, int height) {
        /** {@code levies.question-out-of-range} with the name of the field. */
        public Trade {
            within(units, MOST_UNITS, "tradeUnits");
            within(area, MOST_TRADE_AREA, "tradeArea");
            within(area * units, MOST_TRADE_AREA, "tradeArea");
            within(span, LevyBook.MOST_LENGTH, "tradeSpan");
            within(height, LevyBook.MOST_LENGTH, "tradeHeight");
        }

        /** Of all of them, hundredths of a square metre. */
        public long wholeArea() {
            return area * units;
        }
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
                day,
                Optional.empty(),
                region,
                "",
                use,
                dwelling,
                floorArea,
                storeys,
                0,
                "",
                0,
                0,
                0,
                false,
                Optional.empty(),
                Set.of());
    }

    /** As the city knew it at an instant. */
    public PermitQuestion knownAt(Instant instant) {
        return with(change -> change.known = Optional.of(instant));
    }

    /** With the price of a zone or value block, where it has one of its own. */
    public PermitQuestion pricedBy(String key) {
        return with(change -> change.priceKey = key);
    }

    /** With area over the permitted density, by a decision of the Article 5 commission. */
    public PermitQuestion withExcess(long area, String byDecision) {
        return with(change -> {
            change.excessArea = area;
            change.decision = byDecision;
        });
    }

    public PermitQuestion withProjections(long area) {
        return with(change -> change.projectionArea = area);
    }

    public PermitQuestion withParking(int provided, int missing) {
        return with(change -> {
            change.parkingProvided = provided;
            change.missingParking = missing;
        });
    }

    /** Divided into apartments. */
    public PermitQuestion inApartments() {
        return with(change -> change.subdivided = true);
    }

    /** With shops, or with none of them where the area is 0. */
    public PermitQuestion withTrade(Trade shops) {
        return with(change -> change.trade = Optional.of(shops));
    }

    /** By somebody who claims these discounts. */
    public PermitQuestion claiming(String... codes) {
        return with(change -> change.claims = Set.of(codes));
    }

    private PermitQuestion with(Consumer<Change> changes) {
        Change change = new Change(this);
        changes.accept(change);
        return new PermitQuestion(
                day,
                change.known,
                region,
                change.priceKey,
                use,
                dwelling,
                floorArea,
                storeys,
                change.excessArea,
                change.decision,
                change.projectionArea,
                change.missingParking,
                change.parkingProvided,
                change.subdivided,
                change.trade,
                change.claims);
    }

    /** What may be added to a question, on its way from one to the next. */
    private static final class Change {
        private Optional<Instant> known;
        private String priceKey;
        private long excessArea;
        private String decision;
        private long projectionArea;
        private int missingParking;
        private int parkingProvided;
        private boolean subdivided;
        private Optional<Trade> trade;
        private Set<String> claims;

        Change(PermitQuestion question) {
            this.known = question.known;
            this.priceKey = question.priceKey;
            this.excessArea = question.excessArea;
            this.decision = question.decision;
            this.projectionArea = question.projectionArea;
            this.missingParking = question.missingParking;
            this.parkingProvided = question.parkingProvided;
            this.subdivided = question.subdivided;
            this.trade = question.trade;
            this.claims = question.claims;
        }
    }

    /** The whole floor area: by it the bands of a factor table are chosen. */
    public long size() {
        return floorArea + excessArea;
    }
}
