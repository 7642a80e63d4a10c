package ir.hamedan.esup.rulebooks.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** Apache KIE is the judge: the exported table, read by it, gives the row our table gives. */
class DmnExportTest {
    private static final int PLOTS = 1_000;

    @Test
    void for_a_thousand_plots_the_exported_table_finds_the_very_row() {
        RuleBook book = DemoBook.book();
        Set<String> rows = agrees(book, new Random(1));

        assertTrue(rows.size() > 30, rows.toString());
        assertTrue(rows.stream().anyMatch(row -> row.contains("/")), "no row that a narrow street leads to");
    }

    @Test
    void precedences_and_referrals_over_overlapping_rows_are_exported_too() {
        List<String> dwelling = List.of("DWELLING");
        List<Row> rows = List.of(
                Books.row("1", "Z", dwelling, Band.below(500_00), Band.from(6_00)),
                Books.row("2", "Z", dwelling, Band.from(300_00), Band.from(8_00)),
                Books.row("3", "Z", dwelling, Band.of(400_00, 450_00), Band.from(20_00)),
                Books.row("4", "Y", List.of("a \"quoted\" \\ use"), Band.from(100_00), Band.ANY));
        RuleBook book = Books.of(
                rows,
                List.of(Books.precedence("2", "1")),
                List.of(
                        Books.referral("A5", "Z", Band.ANY, Band.from(20_00)),
                        Books.referral("A6", "Z", Band.ANY, Band.below(6_00))));

        assertEquals(Set.of("1", "2", "2/1", "4", "REFERRAL", "none"), agrees(book, new Random(2)));
    }

    private static Set<String> agrees(RuleBook book, Random random) {
        DMNRuntime runtime = runtime(book);
        DMNModel model = runtime.getModels().get(0);
        Table table = new Table(book);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < PLOTS; i++) {
            Row any = table.rows().get(random.nextInt(table.rows().size()));
            String use = any.uses().get(random.nextInt(any.uses().size()));
            long area = near(
                    random,
                    random.nextBoolean()
                            ? any.plot().from()
                            : other(table, random).plot().from());
            long width = near(
                    random,
                    random.nextBoolean()
                            ? any.street().from()
                            : other(table, random).street().from());
            String expected = expected(table.match(any.zone(), use, area, width));

            DMNContext context = runtime.newContext();
            context.set("zone", any.zone());
            context.set("use", use);
            context.set("plotArea", BigDecimal.valueOf(area, 2));
            context.set("streetWidth", BigDecimal.valueOf(width, 2));
            DMNResult result = runtime.evaluateAll(model, context);

            String where = any.zone() + " " + use + " " + area + " " + width + " " + result.getMessages();
            assertEquals(expected, told(result, table), where);
            seen.add(expected);
        }
        return seen;
    }

    private static Row other(Table table, Random random) {
        return table.rows().get(random.nextInt(table.rows().size()));
    }

    private static long near(Random random, long edge) {
        return Math.max(0, edge + (random.nextBoolean() ? random.nextInt(3) - 1 : random.nextInt(500_00)));
    }

    private static String expected(Table.Match match) {
        return match.row()
                .map(Row::id)
                .orElseGet(
                        () -> match.referral().isPresent() ? "REFERRAL" : match.isUndecided() ? "UNDECIDED" : "none");
    }

    private static String told(DMNResult result, Table table) {
        Object decision = result.getDecisionResultByName("rule").getResult();
        if (decision == null) {
            return "none";
        }
        Map<?, ?> outputs = (Map<?, ?>) decision;
        if (!outputs.get("verdict").equals("RULED")) {
            return outputs.get("verdict").toString();
        }
        String id = outputs.get("row").toString();
        Row row =
                table.rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
        assertEquals(
                0,
                number(outputs, "density")
                        .movePointRight(1)
                        .compareTo(big(row.limits().density())));
        assertEquals(
                0,
                number(outputs, "height")
                        .movePointRight(2)
                        .compareTo(big(row.limits().height())));
        assertEquals(row.limits().pilotis(), outputs.get("pilotis"));
        assertEquals(row.limits().parking().kind().name(), outputs.get("parking"));
        return id;
    }

    private static BigDecimal number(Map<?, ?> outputs, String name) {
        return (BigDecimal) outputs.get(name);
    }

    private static BigDecimal big(long value) {
        return BigDecimal.valueOf(value);
    }

    @SuppressWarnings("deprecation") // how KIE itself loads a file
    private static DMNRuntime runtime(RuleBook book) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DmnExport.write(book, out);
        Resource resource = ResourceFactory.newReaderResource(
                new InputStreamReader(new ByteArrayInputStream(out.toByteArray()), StandardCharsets.UTF_8));
        resource.setSourcePath("table.dmn");
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(e -> new IllegalStateException(out.toString(StandardCharsets.UTF_8), e));
        List<DMNMessage> errors = runtime.getModels().get(0).getMessages(DMNMessage.Severity.ERROR);
        assertEquals(List.of(), errors);
        return runtime;
    }
}
