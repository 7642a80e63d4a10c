package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the lines of a levy book say, in words.
 *
 * @param uses titles by codes; of a use that has none here the code is told
 */
public record LevyWords(Messages messages, Map<String, String> uses) {
    public LevyWords {
        uses = Map.copyOf(uses);
    }

    /** The use a factor is for. */
    public String use(Factor factor) {
        return switch (factor.use()) {
            case Factor.ANY -> messages.text("levies.book.use.any");
            case Factor.DWELLING -> messages.text("levies.book.use.dwelling");
            case Factor.OTHER -> messages.text("levies.book.use.other");
            default -> uses.getOrDefault(factor.use(), PersianText.isolated(factor.use()));
        };
    }

    /** The numbers of storeys a factor is for. */
    public String storeys(Factor factor) {
        return band(
                "storeys",
                BigDecimal.valueOf(factor.storeysFrom()),
                BigDecimal.valueOf(factor.storeysUntil()),
                factor.storeysUntil() == Factor.NO_STOREYS_END);
    }

    /** The floor areas a factor is for. */
    public String area(Factor factor) {
        return band(
                "area",
                BigDecimal.valueOf(factor.areaFrom(), 2),
                BigDecimal.valueOf(factor.areaUntil(), 2),
                factor.areaUntil() == Factor.NO_AREA_END);
    }

    private String band(String unit, BigDecimal from, BigDecimal until, boolean open) {
        String key = "levies.book." + unit + ".";
        if (open) {
            return from.signum() == 0 ? messages.text(key + "any") : messages.text(key + "from", from);
        }
        return from.signum() == 0 ? messages.text(key + "below", until) : messages.text(key + "between", from, until);
    }

    /** The sizes a line measures by; empty when it has none. */
    public String sizes(LevyBook.Line line) {
        LevyBook.Sizes sizes = line.sizes();
        return switch (line.formula()) {
            case FLOOR, PARKING ->
                sizes.areaEach() == 0
                        ? ""
                        : messages.text("levies.book.area-each", BigDecimal.valueOf(sizes.areaEach(), 2));
            case FRONTAGE ->
                messages.text(
                        "levies.book.standard",
                        BigDecimal.valueOf(sizes.span(), 2),
                        BigDecimal.valueOf(sizes.height(), 2));
            case INSTALMENTS -> messages.text("levies.book.instalments", sizes.instalments());
            case EXCESS, PROJECTION, SUBDIVISION, SUPERVISION, DISCOUNT, AT_ONCE -> "";
        };
    }

    /** Who pays, when, what for being late, and where to: as much of it as the book says, each named. */
    public List<String> duty(LevyBook.Line line) {
        LevyDuty duty = line.duty();
        return Stream.of(
                        named("payer", duty.payer()),
                        named("due", duty.due()),
                        named("penalty", duty.penalty()),
                        named("account", duty.account()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String named(String column, String text) {
        return text.isEmpty() ? "" : messages.text("levies.column." + column) + ": " + text;
    }
}
