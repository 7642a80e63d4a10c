package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What people say is wrong with an answer of the rules: each report is a case for the planners, and has one reply. */
public interface RuleReports {
    /** The fewest letters that say anything. */
    int SHORTEST = 10;

    /** The most letters of a report or a reply. */
    int LONGEST = 2_000;

    /** How many reports of one parcel, or of one place, may wait for a reply. */
    int MOST_OPEN = 20;

    /** What a report is about. */
    enum Subject {
        /** A number or a clause of the answer. */
        RULE,
        /** Zone, street or buffer on the map. */
        MAP,
        /** Area or outline of the parcel. */
        AREA,
        /** A parcel that is not on the map, or not where it is drawn. */
        MISSING,
        OTHER
    }

    /** How far a report has come. */
    enum ReportState {
        OPEN,
        ANSWERED
    }

    /** What the planners found. */
    enum Outcome {
        RIGHT,
        PARTLY_RIGHT,
        NOT_RIGHT
    }

    /**
     * A place of the map, where no parcel may be.
     *
     * @param longitude and latitude: millionths of a degree of WGS84
     */
    record Place(long longitude, long latitude) {
        private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{1,12})?");

        /** {@code parcels.point-wrong} for what is no place on the earth. */
        public Place {
            if (Math.abs(longitude) > 180_000_000 || Math.abs(latitude) > 90_000_000) {
                throw Problem.invalid("parcels.point-wrong");
            }
        }

        /** Of degrees as they are written in an address; {@code parcels.point-wrong}. */
        public static Place parse(String longitude, String latitude) {
            return new Place(millionths(longitude), millionths(latitude));
        }

        private static long millionths(String typed) {
            String degrees = PersianText.value(typed);
            if (!DEGREES.matcher(degrees).matches()) {
                throw Problem.invalid("parcels.point-wrong");
            }
            return new BigDecimal(degrees)
                    .setScale(6, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValueExact();
        }

        /** Degrees of longitude. */
        public BigDecimal east() {
            return BigDecimal.valueOf(longitude, 6);
        }

        /** Degrees of latitude. */
        public BigDecimal north() {
            return BigDecimal.valueOf(latitude, 6);
        }

        /** As maps write it, latitude first. */
        @Override
        public String toString() {
            return north() + ", " + east();
        }
    }

    /**
     * What somebody hands in: of a parcel, or of a place where none is.
     *
     * @param on the day and {@code known} the instant of the answer that is meant
     * @param words from {@link #SHORTEST} to {@link #LONGEST} letters
     */
    record Filing(
            Optional<RenewalCode> parcel,
            Optional<Place> place,
            LocalDate on,
            Instant known,
            Subject subject,
            String words) {
        public Filing {
            if (parcel.isPresent() == place.isPresent()) {
                throw new IllegalArgumentException("a report is of a parcel or of a place");
            }
        }
    }

    /** What the planners say to it. */
    record Reply(Outcome outcome, String words, Instant at) {}

    /**
     * A report.
     *
     * @param reference sixteen digits, drawn by chance: whoever has it may follow the report
     * @param place where it is of no parcel
     * @param book id of the book that answered; empty when none was in force
     */
    record Report(
            String reference,
            Optional<RenewalCode> parcel,
            Optional<Place> place,
            LocalDate on,
            Instant known,
            OptionalLong book,
            Subject subject,
            String words,
            Instant filedAt,
            Optional<Reply> reply) {
        /** What it is of, as people write it. */
        public String of() {
            return parcel.map(RenewalCode::toString)
                    .or(() -> place.map(Place::toString))
                    .orElseThrow();
        }

        public ReportState state() {
            return reply.isPresent() ? ReportState.ANSWERED : ReportState.OPEN;
        }
    }

    /**
     * Takes a report of anybody; how often one address may file is the caller's to limit.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, {@code parcels.outside-city}, {@code
     *     rulebooks.known-in-the-future}, {@code rulebooks.report-words} at {@code words}, {@code rulebooks.reports-waiting} when
     *     too many wait for this parcel, or around this place
     */
    Report file(Filing filing);

    /** A report by its reference, in digits of any script, with or without strokes; {@code rulebooks.unknown-report}. */
    Report follow(String reference);

    /** The open ones, the oldest first; or all, the newest first. SUPERVISOR, AUDITOR and ADMINISTRATOR. */
    Page<Report> reports(boolean openOnly, Page.Request page);

    /**
     * The one reply to a report. SUPERVISOR and ADMINISTRATOR.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code rulebooks.unknown-report}, {@code rulebooks.report-answered}, {@code
     *     rulebooks.report-words} at {@code words}
     */
    Report reply(String reference, Outcome outcome, String words);
}
