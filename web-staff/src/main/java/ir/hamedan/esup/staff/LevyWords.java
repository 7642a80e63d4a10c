package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyExample.Difference;
import ir.hamedan.esup.levies.api.LevyExample.Item;
import ir.hamedan.esup.levies.api.LevyExample.Tried;
import ir.hamedan.esup.levies.api.LevyUse;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.workbooks.Fault;
import java.math.BigDecimal;
import java.util.Optional;

/** What a levy book says, in words: its bands, its factors, and what comes out otherwise. */
public final class LevyWords {
    private final Messages messages;
    private final Optional<LevyWorkbook> workbook;

    LevyWords(Messages messages, Optional<LevyWorkbook> workbook) {
        this.messages = messages;
        this.workbook = workbook;
    }

    /** A fault of the workbook as a sentence. */
    public String say(Fault fault) {
        return Said.text(messages, fault.code(), fault.arguments());
    }

    /** The use a factor is for. */
    public String use(Factor factor) {
        return switch (factor.use()) {
            case Factor.ANY -> messages.text("staff.levybook.use.any");
            case Factor.DWELLING -> messages.text("staff.levybook.use.dwelling");
            case Factor.OTHER -> messages.text("staff.levybook.use.other");
            default ->
                workbook.stream()
                        .flatMap(all -> all.uses().stream())
                        .filter(use -> use.code().equals(factor.use()))
                        .map(LevyUse::title)
                        .findFirst()
                        .orElse(factor.use());
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
        String key = "staff.levybook." + unit + ".";
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
                        : messages.text("staff.levybook.area-each", BigDecimal.valueOf(sizes.areaEach(), 2));
            case FRONTAGE ->
                messages.text(
                        "staff.levybook.standard",
                        BigDecimal.valueOf(sizes.span(), 2),
                        BigDecimal.valueOf(sizes.height(), 2));
            case INSTALMENTS -> messages.text("staff.levybook.instalments", sizes.instalments());
            case EXCESS, PROJECTION, SUBDIVISION, SUPERVISION, DISCOUNT, AT_ONCE -> "";
        };
    }

    /** What an example comes to. */
    public String total(Tried tried) {
        return tried.estimate().total().isPresent()
                ? messages.text(
                        "staff.levybook.comes-to",
                        Rial.of(tried.estimate().total().getAsLong()),
                        Rial.of(tried.estimate().payable().getAsLong()))
                : messages.text("staff.levybook.comes-to-nothing");
    }

    /** What differs. */
    public String part(Difference difference) {
        return difference
                .sum()
                .map(sum -> messages.label("levies", sum))
                .orElseGet(() -> PersianText.isolated(difference.line()));
    }

    /** An amount, or why there is none. */
    public String item(Item item) {
        return item.amount()
                .map(rials -> messages.text("staff.levybook.amount", Rial.of(rials)))
                .or(() -> item.reason().map(Reason::name).map(PersianText::isolated))
                .orElse("—");
    }
}
