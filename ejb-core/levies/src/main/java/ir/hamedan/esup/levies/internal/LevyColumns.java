package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.workbooks.SheetForm;
import ir.hamedan.esup.workbooks.WorkbookWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of the sheets and columns of a levy book to the people who fill them. */
record LevyColumns(Messages messages) implements WorkbookWriter.Guide {
    @Override
    public List<String> introduction() {
        return List.of(
                messages.text("levies.guide.purpose"),
                messages.text("workbooks.guide.form"),
                messages.text("workbooks.guide.numbers"));
    }

    @Override
    public String purpose(SheetForm sheet) {
        return messages.text("levies.sheet." + sheet.name());
    }

    @Override
    public String title(String column) {
        return messages.text("levies.column." + column);
    }

    @Override
    public String choices(SheetForm sheet, String column) {
        return switch (column) {
            case "formula" ->
                Arrays.stream(LevyFormula.values())
                        .map(formula -> formula.name() + ": " + messages.label("levies", formula))
                        .collect(Collectors.joining("; "));
            case "reason" -> Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.joining(", "));
            case "uses" -> messages.text("levies.column.uses.choices", Factor.ANY, Factor.DWELLING, Factor.OTHER);
            case "on", "dwelling", "subdivided", "demonstration" -> "بله / خیر / yes / no";
            default -> "";
        };
    }
}
