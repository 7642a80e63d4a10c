package ir.hamedan.esup.citizen;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;

/** The numbers of a rule answer in words: {@code #{words.figure(figure)}}. */
@Named("words")
@ApplicationScoped
public class RuleWords {
    @Inject
    Texts texts;

    /** The value of a number with its unit, or what it is counted from when there is no value. */
    public String figure(Answer.Figure figure) {
        if (figure.value().isEmpty()) {
            return basis(figure);
        }
        return value(figure.name(), figure.value().getAsLong());
    }

    /** A value in the unit of its number. */
    public String value(NumberName name, long value) {
        return texts.of(
                "citizen.rules.unit." + name.unit(), decimal(value, name.unit().decimals()));
    }

    /** What a number was counted from; empty when it is the rule itself. */
    public String basis(Answer.Figure figure) {
        Answer.BasisKind kind = figure.basis().kind();
        if (kind == Answer.BasisKind.RULE) {
            return "";
        }
        return texts.of("rulebooks.basis-kind." + kind, decimal(figure.basis().amount(), decimals(kind)));
    }

    private static int decimals(Answer.BasisKind kind) {
        return switch (kind) {
            case PER_UNIT, PER_UNIT_AND_SHOP, PER_AREA, OPEN_SPACE, LEAST_SIDE, CLEAR_HEIGHT -> 2;
            case SHARE_OF_PLOT -> 1;
            case RULE, PILOTIS, NO_PILOTIS, NONE, PER_ROOMS, DEED, SURVEY, DENSITY_BINDS, STOREYS_BIND -> 0;
        };
    }

    /** Why a row did not count, and by how much. */
    public String miss(Answer.WhyNot whyNot) {
        String by =
                switch (whyNot.condition()) {
                    case PLOT_TOO_SMALL, PLOT_TOO_LARGE -> value(NumberName.EFFECTIVE_AREA, whyNot.shortBy());
                    case STREET_TOO_NARROW, STREET_TOO_WIDE -> value(NumberName.FRONT_SETBACK, whyNot.shortBy());
                };
        return texts.of("rulebooks.miss." + whyNot.condition(), by);
    }

    /** A report or inquiry that is asked for; one the texts do not know is named as the book names it. */
    public String need(String code) {
        String key = "rulebooks.need." + code;
        return texts.containsKey(key) ? texts.get(key) : code;
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

    private static BigDecimal decimal(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals);
    }
}
