package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a book says of a site: nothing but these two and what was given went into it.
 *
 * @param given what was supposed; locks are among it, and they are not for everybody's eyes
 * @param asked what was asked for beside the parcel as it is
 * @param verdict the best of those of the uses, or why no use could be looked at
 * @param width of the street that counts, centimetres; empty when it is not known
 * @param zones and the part of the parcel in each
 * @param doesNotConcern layers in force with nothing here
 * @param noData what is not known; never the same as "does not concern"
 * @param versions of the layers that were used
 */
public record Answer(
        Optional<RenewalCode> parcel,
        LocalDate on,
        Instant known,
        BookData book,
        Given given,
        Asked asked,
        Verdict verdict,
        OptionalLong width,
        List<ZonePart> zones,
        List<Concern> concerns,
        List<LayerKind> doesNotConcern,
        List<Unknown> noData,
        List<UseAnswer> uses,
        List<Site.Version> versions) {
    /**
     * What was asked for beside the parcel as it is.
     *
     * @param with codes of the parcels put to it, in their order
     * @param uses codes of the only uses that were looked at; none for all that are permitted
     */
    public record Asked(List<RenewalCode> with, List<String> uses) {
        public static final Asked NOTHING = new Asked(List.of(), List.of());

        public Asked {
            with = with.stream().sorted().toList();
            uses = List.copyOf(uses);
        }
    }

    /** A clause that stands behind something. */
    public record ClauseRef(String number, String title) {}

    /**
     * The part of the parcel that lies in a zone.
     *
     * @param area hundredths of a square metre
     * @param share of the parcel, per mille
     */
    public record ZonePart(String code, String name, long area, long share) {}

    /**
     * A feature of a layer that touches the plot or is near.
     *
     * @param area of the parcel that lies in it, hundredths of a square metre
     * @param share of the parcel that lies in it, per mille
     * @param distance centimetres
     * @param rules ids of the overlay rules it brought in; none when the book says nothing of it
     * @param needs what these rules ask for
     */
    public record Concern(
            LayerKind layer,
            String feature,
            String name,
            String grade,
            long area,
            long share,
            long distance,
            List<String> rules,
            List<String> needs,
            List<ClauseRef> clauses) {}

    /**
     * What is not known of a layer.
     *
     * @param couldLower whether rules of the book on it could lower a number or forbid the building
     * @param clauses those such rules rest on
     */
    public record Unknown(LayerKind layer, Missing missing, boolean couldLower, List<ClauseRef> clauses) {}

    /** Why something is not known. */
    public enum Missing {
        /** The layer was not loaded, or does not reach this place. */
        LAYER,
        /** The layer says something of the place for which the book has no rule. */
        UNKNOWN_GRADE,
        /** A level over the sea cannot be told as a height until the street was measured. */
        GROUND_LEVEL,
        /** The table of chamfers has no length for a corner of the plot. */
        CHAMFER
    }

    /**
     * What may be built for one use.
     *
     * @param rows ids of the rows that count, one for each zone
     * @param numbers in the order of {@link NumberName}; none without a rule
     * @param whyNot nearest rows that failed, nearest first
     * @param needs reports, inquiries and works that are asked for
     * @param notPermitted zones of the plot in which the use is not permitted
     */
    public record UseAnswer(
            String use,
            String title,
            Verdict verdict,
            List<String> rows,
            List<Figure> numbers,
            List<WhyNot> whyNot,
            List<String> needs,
            List<NotPermitted> notPermitted) {
        public Optional<Figure> number(NumberName name) {
            return numbers.stream().filter(n -> n.name() == name).findFirst();
        }
    }

    /**
     * Why a use is not permitted in a zone: what the book permits there, and this use is not among it.
     *
     * @param clauses that what is permitted there rests on, and that of an overlay which leaves only this zone
     */
    public record NotPermitted(String zone, List<Permitted> permitted, List<ClauseRef> clauses) {}

    /** A use that the book permits in a zone. */
    public record Permitted(String use, String title) {}

    /**
     * One number of an answer.
     *
     * @param value in the unit of its name; empty when the basis is all there is to say
     * @param clauses that set it
     * @param lost values it had, or would have had, in the order in which they were lost
     */
    public record Figure(NumberName name, OptionalLong value, Basis basis, List<ClauseRef> clauses, List<Lost> lost) {}

    /**
     * What a number was counted from.
     *
     * @param amount in the unit {@link BasisKind} says; zero where it says none
     */
    public record Basis(BasisKind kind, long amount) {
        public static final Basis RULE = new Basis(BasisKind.RULE, 0);
    }

    /** What a number can be counted from. */
    public enum BasisKind {
        /** The rule itself. */
        RULE,
        /** Storeys over a parking storey that counts neither in density nor in storeys. */
        PILOTIS,
        /** Storeys from the ground. */
        NO_PILOTIS,
        /** None are asked for. */
        NONE,
        /** Hundredths of a space for each unit. */
        PER_UNIT(2),
        /** Hundredths of a space for each unit, and those of the shops. */
        PER_UNIT_AND_SHOP(2),
        /** Hundredths of a square metre for each space. */
        PER_AREA(2),
        /** Rooms for each space. */
        PER_ROOMS(0),
        /** The deed has the smaller area. */
        DEED,
        /** The map has the smaller area, or the deed none. */
        SURVEY,
        /** Density binds: there are storeys enough for it. */
        DENSITY_BINDS,
        /** Coverage times storeys binds: density cannot be used up. */
        STOREYS_BIND,
        /** So many as have open space enough: hundredths of a square metre each. */
        OPEN_SPACE(2),
        /** The least side of a light well, centimetres. */
        LEAST_SIDE(2),
        /** Per mille of the plot. */
        SHARE_OF_PLOT(1),
        /** The clear height below a projection, centimetres. */
        CLEAR_HEIGHT(2);

        private final OptionalInt decimals;

        BasisKind() {
            this.decimals = OptionalInt.empty();
        }

        BasisKind(int decimals) {
            this.decimals = OptionalInt.of(decimals);
        }

        /** How many of the last digits of an amount stand behind the point; empty for a kind without an amount. */
        public OptionalInt decimals() {
            return decimals;
        }
    }

    /**
     * A value that did not last.
     *
     * @param by id of the rule or row, or number of the decision, that put another in its place
     * @param clauses of that rule
     */
    public record Lost(long value, Because because, String by, List<ClauseRef> clauses) {}

    /** Why a value did not last. */
    public enum Because {
        /** The plot lies in a stricter zone as well. */
        STRICTER_ZONE,
        /** Density of several zones counts by area. */
        SHARE_OF_ZONES,
        BONUS,
        /** All bonuses together may not add more. */
        BONUS_LIMIT,
        REDUCTION,
        DECISION,
        CAP,
        OPEN_SPACE_ONLY,
        FORBIDDEN,
        /** Under the height left there is room for fewer storeys. */
        HEIGHT,
        /** Coverage times storeys does not come to it. */
        STOREYS_BIND,
        /** The smaller one of deed and survey counts. */
        SMALLER_AREA
    }

    /**
     * Why a row did not count.
     *
     * @param shortBy area in hundredths of a square metre, width in centimetres
     */
    public record WhyNot(String row, Miss condition, long shortBy) {}

    /** A condition of a row that was not met. */
    public enum Miss {
        PLOT_TOO_SMALL,
        PLOT_TOO_LARGE,
        STREET_TOO_NARROW,
        STREET_TOO_WIDE
    }

    public Answer {
        zones = List.copyOf(zones);
        concerns = List.copyOf(concerns);
        doesNotConcern = List.copyOf(doesNotConcern);
        noData = List.copyOf(noData);
        uses = List.copyOf(uses);
        versions = List.copyOf(versions);
    }

    /** Not of the parcel as it is, but of what somebody supposes or of some uses alone: never what a statement says. */
    public boolean isWhatIf() {
        return !asked.equals(Asked.NOTHING)
                || given.merged() > 1
                || given.ceded() > 0
                || given.rooms().isPresent();
    }

    public Optional<UseAnswer> use(String code) {
        return uses.stream().filter(u -> u.use().equals(code)).findFirst();
    }
}
