package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.workbooks.SheetForm;
import ir.hamedan.esup.workbooks.WorkbookWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of the sheets and columns of a rule book to the people who fill them. */
record Columns(Messages messages) implements WorkbookWriter.Guide {
    @Override
    public List<String> introduction() {
        return List.of(
                messages.text("rulebooks.guide.purpose"),
                messages.text("workbooks.guide.form"),
                messages.text("workbooks.guide.numbers"));
    }

    @Override
    public String purpose(SheetForm sheet) {
        return messages.label("rulebooks", (Sheet) sheet);
    }

    @Override
    public String title(String column) {
        for (NumberName name : NumberName.values()) {
            if (column.equals(Sheet.expected(name))) {
                return messages.text(
                        "rulebooks.column.expected",
                        messages.label("rulebooks", name),
                        messages.label("rulebooks", name.unit()));
            }
        }
        for (String limit : Sheet.LIMITS.split(" ")) {
            if (column.equals(Sheet.ofDecision(limit))) {
                return messages.text("rulebooks.column.ofDecision", messages.text("rulebooks.column." + limit));
            }
        }
        return messages.text("rulebooks.column." + column);
    }

    @Override
    public String choices(SheetForm sheet, String column) {
        return switch (column) {
            case "parkingKind", "decisionParkingKind" -> names(Parking.Kind.values());
            case "layer", "clear", "noData" -> names(LayerKind.values());
            case "effect" -> names(Effect.values());
            case "verdict" -> names(Verdict.values());
            case "number" -> sheet == Sheet.GOLDEN_BASES ? names(NumberName.values()) : "";
            case "basis" -> names(Answer.BasisKind.values());
            case "locks" -> names(LockKind.values());
            case "pilotis", "builds", "demonstration", "decisionPilotis" -> "بله / خیر / yes / no";
            case "name" -> sheet == Sheet.PARAMETERS ? parameters() : "";
            case "of" -> "lock: " + names(LockKind.values()) + "; definition: " + names(NumberName.values());
            case "value" ->
                sheet == Sheet.PARAMETERS
                        ? "streetWidth: " + names(Parameters.StreetWidth.values()) + "; chamferMeasure: "
                                + names(Chamfer.Measure.values()) + "; lock: " + names(Parameters.LockEffect.values())
                        : "";
            default -> "";
        };
    }

    private static String parameters() {
        return Arrays.stream(ParameterName.values()).map(ParameterName::key).collect(Collectors.joining(", "));
    }

    private static String names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
    }
}
