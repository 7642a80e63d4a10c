package ir.hamedan.esup.web;

import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.ObjectionWords;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
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
        return words().sentence(objection);
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
        return new AnswerWords(Texts.messages()).need(code);
    }

    private static ObjectionWords words() {
        return new ObjectionWords(Texts.messages());
    }
}
