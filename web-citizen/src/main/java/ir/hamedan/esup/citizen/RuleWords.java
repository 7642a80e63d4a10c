package ir.hamedan.esup.citizen;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.web.Language;
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

    @Inject
    Language language;

    /** The value of a number with its unit, or what it is counted from when there is no value. */
    public String figure(Answer.Figure figure) {
        if (figure.value().isEmpty()) {
            return basis(figure);
        }
        return value(figure.name(), figure.value().getAsLong());
    }

    /** A value in the unit of its number. */
    public String value(NumberName name, long value) {
        return Sentence.value(name, value, language.getMessages());
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
        String kind = texts.get("rulebooks.kind." + parking.kind());
        return switch (parking.kind()) {
            case NONE -> kind;
            case PER_UNIT, PER_UNIT_AND_SHOP -> texts.of("citizen.table.parking", kind, decimal(parking.amount(), 2));
            case PER_ROOMS -> texts.of("citizen.table.parking", kind, decimal(parking.amount(), 0));
            case PER_AREA -> texts.of("citizen.table.parking", kind, area(parking.amount()));
        };
    }

    /** An answer in a sentence or two. */
    public String sentence(Answer answer) {
        return Sentence.of(answer, language.getMessages());
    }

    /** Hundredths of a square metre. */
    public String area(long hundredths) {
        return value(NumberName.EFFECTIVE_AREA, hundredths);
    }

    /** Centimetres. */
    public String length(long centimetres) {
        return value(NumberName.FRONT_SETBACK, centimetres);
    }

    public String storeys(long number) {
        return value(NumberName.FLOORS, number);
    }

    /** Per mille. */
    public String share(long perMille) {
        return value(NumberName.COVERAGE, perMille);
    }

    private static BigDecimal decimal(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals);
    }
}
