package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.levies.api.LevyExample;
import ir.hamedan.esup.levies.api.LevyExample.Item;
import ir.hamedan.esup.levies.api.LevyExample.Sum;
import ir.hamedan.esup.levies.api.LevyUse;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.levies.api.PermitQuestion.Trade;
import ir.hamedan.esup.workbooks.Line;
import ir.hamedan.esup.workbooks.WorkbookFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the worked examples of a levy book of their lines. */
final class ExampleReader {
    private final WorkbookFile file;
    private final Map<String, LevyUse> uses;
    private final Set<String> lines;
    private final Map<String, List<Item>> items = new HashMap<>();

    /**
     * @param lines keys of the tables: the code and the first day
     */
    ExampleReader(WorkbookFile file, Map<String, LevyUse> uses, Set<String> lines) {
        this.file = file;
        this.uses = uses;
        this.lines = lines.stream()
                .map(key -> key.substring(0, key.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    List<LevyExample> all() {
        Set<String> ids = new HashSet<>();
        file.lines(LevySheet.EXAMPLES).forEach(line -> ids.add(line.code("id")));
        file.lines(LevySheet.EXAMPLE_LINES).forEach(line -> item(line, ids));
        Set<String> seen = new HashSet<>();
        List<LevyExample> examples = new ArrayList<>();
        for (Line line : file.lines(LevySheet.EXAMPLES)) {
            example(line, seen).ifPresent(examples::add);
        }
        return examples;
    }

    private void item(Line line, Set<String> ids) {
        String example = line.requiredCode("example");
        LevyReader.mustBeThere(line, "example", List.of(example), ids, LevySheet.EXAMPLES);
        String code = line.requiredCode("line");
        LevyReader.mustBeThere(line, "line", List.of(code), lines, LevySheet.LINES);
        boolean hasAmount = !line.text("amount").isEmpty();
        boolean hasReason = !line.text("reason").isEmpty();
        Optional<Long> amount = hasAmount ? Optional.of(line.number("amount", LevyNumber.AMOUNT)) : Optional.empty();
        Optional<Reason> reason = hasReason ? Optional.of(line.constant("reason", Reason.class)) : Optional.empty();
        if (hasAmount == hasReason && !line.isWrong()) {
            line.fault("amount", "levies.fault.amount-or-reason");
        }
        List<Item> ofExample = items.computeIfAbsent(example, none -> new ArrayList<>());
        if (ofExample.stream().anyMatch(item -> item.line().equals(code)) && !line.isWrong()) {
            line.fault("line", "twice", code);
        }
        if (!line.isWrong()) {
            ofExample.add(new Item(code, amount, reason));
        }
    }

    private Optional<LevyExample> example(Line line, Set<String> seen) {
        String id = line.requiredCode("id");
        if (!id.isEmpty() && !seen.add(id)) {
            line.fault("id", "twice", id);
        }
        String title = line.required("title");
        Optional<PermitQuestion> question = question(line);
        Map<Sum, Long> expected = new EnumMap<>(Sum.class);
        for (Sum sum : Sum.values()) {
            String column = LevyLines.column(sum);
            if (!line.text(column).isEmpty()) {
                expected.put(sum, line.number(column, LevyNumber.AMOUNT));
            }
        }
        List<Item> found = items.getOrDefault(id, List.of());
        if (expected.isEmpty() && found.isEmpty() && !line.isWrong()) {
            line.fault("total", "levies.fault.nothing-expected", id);
        }
        return line.isWrong()
                ? Optional.empty()
                : question.map(asked -> new LevyExample(id, title, asked, expected, found));
    }

    private Optional<PermitQuestion> question(Line line) {
        LocalDate day = line.date("day");
        int region = line.integer("region", LevyNumber.REGION);
        String key = line.code("key");
        String use = line.requiredCode("use");
        LevyReader.mustBeThere(line, "use", List.of(use), uses.keySet(), LevySheet.USES);
        int storeys = line.integer("storeys", LevyNumber.STOREYS);
        long floor = line.number("floorArea", LevyNumber.AREA);
        long excess = line.number("excessArea", LevyNumber.AREA, 0);
        String decision = line.text("decision");
        long projections = line.number("projectionArea", LevyNumber.AREA, 0);
        int provided = (int) line.number("parkingProvided", LevyNumber.SPACES, 0);
        int missing = (int) line.number("missingParking", LevyNumber.SPACES, 0);
        boolean subdivided = line.flag("subdivided");
        Optional<Trade> trade = trade(line);
        Set<String> claims = Set.copyOf(line.codes("claims"));
        boolean dwelling = uses.containsKey(use) && uses.get(use).dwelling();
        return LevyReader.made(
                line,
                "id",
                () -> new PermitQuestion(
                        day,
                        Optional.empty(),
                        region,
                        key,
                        use,
                        dwelling,
                        floor,
                        storeys,
                        excess,
                        decision,
                        projections,
                        missing,
                        provided,
                        subdivided,
                        trade,
                        claims));
    }

    private static Optional<Trade> trade(Line line) {
        boolean none = line.text("tradeArea").isEmpty()
                && line.text("tradeUnits").isEmpty()
                && line.text("tradeSpan").isEmpty()
                && line.text("tradeHeight").isEmpty();
        if (none) {
            return Optional.empty();
        }
        long area = line.number("tradeArea", LevyNumber.TRADE_AREA);
        int units = line.integer("tradeUnits", LevyNumber.UNITS);
        int span = line.integer("tradeSpan", LevyNumber.LENGTH);
        int height = line.integer("tradeHeight", LevyNumber.LENGTH);
        return LevyReader.made(line, "tradeArea", () -> new Trade(area, units, span, height));
    }
}
