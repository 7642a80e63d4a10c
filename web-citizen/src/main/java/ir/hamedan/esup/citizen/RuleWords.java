package ir.hamedan.esup.citizen;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The numbers of a rule answer in words: {@code #{words.figure(figure)}}. */
@Named("words")
@ApplicationScoped
public class RuleWords {
    @Inject
    Texts texts;

    @Inject
    Language language;

    /** The value of a number with its unit, or what it is counted from when there is no value; a dash where it is not there. */
    public String figure(Answer.Figure figure) {
        return figure == null ? "–" : words().figure(figure);
    }

    /** A value in the unit of its number. */
    public String value(NumberName name, long value) {
        return words().value(name, value);
    }

    /** What a number was counted from; empty when it is the rule itself. */
    public String basis(Answer.Figure figure) {
        return words().basis(figure.basis());
    }

    /** Why a row did not count, and by how much. */
    public String miss(Answer.WhyNot whyNot) {
        return words().miss(whyNot);
    }

    /** A report or inquiry that is asked for; one the texts do not know is named as the book names it. */
    public String need(String code) {
        return words().need(code);
    }

    private AnswerWords words() {
        return new AnswerWords(language.getMessages());
    }

    /** A band of plot areas, hundredths of a square metre. */
    public String plots(Band band) {
        return band(band, NumberName.EFFECTIVE_AREA);
    }

    /** A band of street widths, centimetres. */
    public String streets(Band band) {
        return band(band, NumberName.FRONT_SETBACK);
    }

    private String band(Band band, NumberName unit) {
        if (band.equals(Band.ANY)) {
            return texts.get("citizen.table.any");
        }
        if (band.isOpen()) {
            return texts.of("citizen.table.from", value(unit, band.from()));
        }
        return band.from() == 0
                ? texts.of("citizen.table.below", value(unit, band.until()))
                : texts.of("citizen.table.between", value(unit, band.from()), value(unit, band.until()));
    }

    /** What parking a row asks for. */
    public String parking(Parking parking) {
        return words().parking(parking);
    }

    /** An answer in a sentence or two. */
    public String sentence(Answer answer) {
        return Sentence.of(answer, language.getMessages());
    }

    /** The Article 5 decision the numbers rest on; empty when there is none, or nothing may be said of the parcel. */
    public String decision(Answer answer) {
        return Sentence.decision(answer, language.getMessages());
    }

    /** Hundredths of a square metre. */
    public String area(long hundredths) {
        return words().area(hundredths);
    }

    /** Centimetres. */
    public String length(long centimetres) {
        return words().length(centimetres);
    }

    public String storeys(long number) {
        return value(NumberName.FLOORS, number);
    }

    /** Whether there is anything to say of why a number is what it is. */
    public boolean hasReason(Answer.Figure figure) {
        return !figure.clauses().isEmpty()
                || !figure.lost().isEmpty()
                || figure.value().isPresent() && !basis(figure).isEmpty();
    }

    /** Per mille. */
    public String share(long perMille) {
        return words().share(perMille);
    }
}
