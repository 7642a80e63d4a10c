package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.ObjectionWords;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
import ir.hamedan.esup.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

/** Requests for permits as the pages show them: {@code #{permitWords.sentence(objection)}}. */
@Named("permitWords")
@RequestScoped
public class PermitWords {
    @Inject
    Language language;

    @Inject
    Clock clock;

    /** What stands against a plan, in one sentence. */
    public String sentence(Objection objection) {
        return objections().sentence(objection);
    }

    /** Centimetres. */
    public String length(int centimetres) {
        return objections().length(centimetres);
    }

    /** Hundredths of a square metre. */
    public String area(int hundredths) {
        return objections().area(hundredths);
    }

    /** A report or inquiry that is asked for. */
    public String need(String code) {
        return new AnswerWords(language.getMessages()).need(code);
    }

    private ObjectionWords objections() {
        return new ObjectionWords(language.getMessages());
    }

    /** The clause in the book as everybody reads it. */
    public String clause(long book, String number) {
        return clauseAddress(book, number);
    }

    /** A stroke stays a stroke: servers refuse it in its coded form, and the rest of the path is the number. */
    static String clauseAddress(long book, String number) {
        return "/book/" + book + "/clause/"
                + URLEncoder.encode(number, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
    }

    public String tone(PermitState state) {
        return switch (state) {
            case OPEN -> "info";
            case ACCEPTED -> "good";
            case RETURNED -> "care";
            case WITHDRAWN -> "plain";
        };
    }

    /** Nobody has answered it, and its day is over. */
    public boolean isOverdue(PermitRequest request) {
        return request.state() == PermitState.OPEN && request.dueBy().isBefore(today());
    }

    /** Due today or tomorrow. */
    public boolean isUrgent(PermitRequest request) {
        return request.state() == PermitState.OPEN
                && !isOverdue(request)
                && request.dueBy().isBefore(today().plusDays(2));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(PersianDate.TEHRAN));
    }
}
