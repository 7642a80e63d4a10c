package ir.hamedan.esup.web;

import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
import ir.hamedan.esup.rulebooks.api.NumberName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** What both portals say of a request for a permit, in the language of the page: {@code #{permitWords.sentence(objection)}}. */
@Named("permitWords")
@ApplicationScoped
public class PermitWords {
    /** The tone of a state: good, care, or info. */
    public String tone(PermitState state) {
        return switch (state) {
            case ACCEPTED -> "good";
            case RETURNED -> "care";
            case OPEN, WITHDRAWN -> "info";
        };
    }

    /** What stands against a plan. */
    public String sentence(Objection objection) {
        return switch (objection.ground()) {
            case MORE_THAN_ALLOWED, LESS_THAN_ASKED -> number(objection);
            case NOT_PERMITTED, NO_RULE, LOCKED, NOT_KNOWN, SOLD ->
                Texts.messages().label("permits", objection.ground());
            case CITED -> objection.words();
        };
    }

    private static String number(Objection objection) {
        NumberName name = objection.number().orElseThrow();
        return Texts.messages()
                .text(
                        "permits.objection." + objection.ground(),
                        Texts.messages().label("rulebooks", name),
                        words().value(name, objection.planned()),
                        words().value(name, objection.bound()));
    }

    /** Where a clause of it can be read. */
    public String clause(Objection objection, String number) {
        return ClauseAddress.of(objection.book(), number);
    }

    /** Centimetres. */
    public String length(long centimetres) {
        return words().length(centimetres);
    }

    /** Hundredths of a square metre. */
    public String area(long hundredths) {
        return words().area(hundredths);
    }

    /** A report or inquiry that is asked for. */
    public String need(String code) {
        return words().need(code);
    }

    private static AnswerWords words() {
        return new AnswerWords(Texts.messages());
    }
}
