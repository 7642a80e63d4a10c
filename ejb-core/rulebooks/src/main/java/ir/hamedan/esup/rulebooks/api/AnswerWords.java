package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.Messages;
import java.math.BigDecimal;

/** The numbers of an answer in words, the same on a page and on a paper. */
public final class AnswerWords {
    private final Messages texts;

    public AnswerWords(Messages texts) {
        this.texts = texts;
    }

    /** The value of a number with its unit, or what it is counted from when there is no value. */
    public String figure(Answer.Figure figure) {
        return figure.value().isPresent() ? value(figure.name(), figure.value().getAsLong()) : basis(figure.basis());
    }

    /** A value in the unit of its number. */
    public String value(NumberName name, long value) {
        return texts.text(
                "rulebooks.amount." + name.unit(),
                BigDecimal.valueOf(value, name.unit().decimals()));
    }

    /** What a number was counted from; empty when it is the rule itself. */
    public String basis(Answer.Basis basis) {
        return basis.kind() == Answer.BasisKind.RULE ? "" : counted(basis);
    }

    /** What a number was counted from, also when it is the rule itself. */
    public String counted(Answer.Basis basis) {
        return texts.text(
                "rulebooks.basis-kind." + basis.kind(),
                BigDecimal.valueOf(basis.amount(), basis.kind().decimals().orElse(0)));
    }

    /** What parking a row of a table asks for. */
    public String parking(Parking parking) {
        Answer.BasisKind kind =
                switch (parking.kind()) {
                    case NONE -> Answer.BasisKind.NONE;
                    case PER_UNIT -> Answer.BasisKind.PER_UNIT;
                    case PER_UNIT_AND_SHOP -> Answer.BasisKind.PER_UNIT_AND_SHOP;
                    case PER_AREA -> Answer.BasisKind.PER_AREA;
                    case PER_ROOMS -> Answer.BasisKind.PER_ROOMS;
                };
        return counted(new Answer.Basis(kind, parking.amount()));
    }

    /** Why a row did not count, and by how much. */
    public String miss(Answer.WhyNot whyNot) {
        String by =
                switch (whyNot.condition()) {
                    case PLOT_TOO_SMALL, PLOT_TOO_LARGE -> area(whyNot.shortBy());
                    case STREET_TOO_NARROW, STREET_TOO_WIDE -> length(whyNot.shortBy());
                };
        return texts.text("rulebooks.miss." + whyNot.condition(), by);
    }

    /** A report or inquiry that is asked for; one the texts do not know is named as the book names it. */
    public String need(String code) {
        String key = "rulebooks.need." + code;
        return texts.has(key) ? texts.text(key) : code;
    }

    /** Hundredths of a square metre. */
    public String area(long hundredths) {
        return value(NumberName.EFFECTIVE_AREA, hundredths);
    }

    /** Centimetres. */
    public String length(long centimetres) {
        return value(NumberName.FRONT_SETBACK, centimetres);
    }

    /** Per mille. */
    public String share(long perMille) {
        return value(NumberName.COVERAGE, perMille);
    }
}
