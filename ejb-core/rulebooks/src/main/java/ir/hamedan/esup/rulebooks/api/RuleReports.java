package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** What people say is wrong with an answer of the rules: each report is a case for the planners, and has one reply. */
public interface RuleReports {
    /** The fewest letters that say anything. */
    int SHORTEST = 10;

    /** The most letters of a report or a reply. */
    int LONGEST = 2_000;

    /** How many reports of one parcel may wait for a reply. */
    int MOST_OPEN = 20;

    /** What a report is about. */
    enum Subject {
        /** A number or a clause of the answer. */
        RULE,
        /** Zone, street or buffer on the map. */
        MAP,
        /** Area or outline of the parcel. */
        AREA,
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
     * What somebody hands in.
     *
     * @param on the day and {@code known} the instant of the answer that is meant
     * @param words from {@link #SHORTEST} to {@link #LONGEST} letters
     */
    record Filing(RenewalCode parcel, LocalDate on, Instant known, Subject subject, String words) {}

    /** What the planners say to it. */
    record Reply(Outcome outcome, String words, Instant at) {}

    /**
     * A report.
     *
     * @param reference sixteen digits, drawn by chance: whoever has it may follow the report
     * @param book id of the book that answered; empty when none was in force
     */
    record Report(
            String reference,
            RenewalCode parcel,
            LocalDate on,
            Instant known,
            OptionalLong book,
            Subject subject,
            String words,
            Instant filedAt,
            Optional<Reply> reply) {
        public ReportState state() {
            return reply.isPresent() ? ReportState.ANSWERED : ReportState.OPEN;
        }
    }

    /**
     * Takes a report of anybody; how often one address may file is the caller's to limit.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, {@code rulebooks.known-in-the-future}, {@code
     *     rulebooks.report-words} at {@code words}, {@code rulebooks.reports-waiting} when too many wait for this parcel
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
