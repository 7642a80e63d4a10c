package ir.hamedan.esup.permits.api;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
import ir.hamedan.esup.rulebooks.api.NumberName;

/** What stands against a plan in words, the same to the owner and to the officer. */
public record ObjectionWords(Messages messages) {
    public String sentence(Objection objection) {
        return switch (objection.ground()) {
            case MORE_THAN_ALLOWED, LESS_THAN_ASKED -> number(objection);
            case NOT_PERMITTED, NO_RULE, LOCKED, NOT_KNOWN, SOLD -> messages.label("permits", objection.ground());
            case CITED -> objection.words();
        };
    }

    private String number(Objection objection) {
        NumberName name = objection.number().orElseThrow();
        AnswerWords words = new AnswerWords(messages);
        return messages.text(
                "permits.objection." + objection.ground(),
                messages.label("rulebooks", name),
                words.value(name, objection.planned()),
                words.value(name, objection.bound()));
    }

    /** Centimetres. */
    public String length(long centimetres) {
        return new AnswerWords(messages).length(centimetres);
    }

    /** Hundredths of a square metre. */
    public String area(long hundredths) {
        return new AnswerWords(messages).area(hundredths);
    }
}
