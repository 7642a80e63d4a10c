package ir.hamedan.esup.rulebooks.internal.table;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * The base table of a book as DMN 1.4, for any DMN tool: plot area in square metres, street width in metres, and clause
 * numbers as annotations. Every entry is a literal or a range that is written here, so nothing a book says is an
 * expression. Where rows overlap, what settles it stands first and the first hit counts.
 */
public final class DmnExport {
    private static final List<String> OUTPUTS = List.of(
            "verdict:string",
            "row:string",
            "density:number",
            "coverage:number",
            "storeys:number",
            "pilotis:boolean",
            "height:number",
            "openPerUnit:number",
            "parking:string",
            "parkingAmount:number",
            "frontSetback:number");

    private final RuleBook book;
    private final Table table;
    private final List<Finding> findings;
    private final DmnWriter xml;

    private DmnExport(RuleBook book, Table table, DmnWriter xml) {
        this.book = book;
        this.table = table;
        this.findings = Analysis.of(book).findings();
        this.xml = xml;
    }

    /** Writes the table; the stream stays open. */
    public static void write(RuleBook book, OutputStream out) {
        try {
            var stream = XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new DmnExport(book, new Table(book), new DmnWriter(stream)).write();
            stream.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the table could not be written as DMN", e);
        }
    }

    private void write() throws XMLStreamException {
        boolean overlaps = findings.stream().anyMatch(f -> f.kind() == Finding.Kind.OVERLAP);
        xml.begin(book.data().title() + " " + book.data().version(), book.data().code());
        xml.beginTable(overlaps ? "FIRST" : "UNIQUE");
        xml.input("zone", "string", values(table.rows().stream().map(Row::zone)));
        xml.input("use", "string", values(table.rows().stream().flatMap(row -> row.uses().stream())));
        xml.input("plotArea", "number", ">= 0");
        xml.input("streetWidth", "number", ">= 0");
        for (String output : OUTPUTS) {
            String[] named = output.split(":");
            xml.output(named[0], named[1]);
        }
        xml.annotation("clauses");
        Map<String, Row> byId = new HashMap<>();
        table.rows().forEach(row -> byId.put(row.id(), row));
        for (Finding finding : findings) {
            if (finding.kind() == Finding.Kind.OVERLAP) {
                settled(finding, byId);
            }
        }
        for (Row row : table.rows()) {
            xml.rule(conditions(row.zone(), row.uses(), row.plot(), row.street()), of(row), clauses(row));
        }
        for (Finding finding : findings) {
            if (finding.settled() == Finding.Settlement.REFERRAL && finding.kind() == Finding.Kind.GAP) {
                settled(finding, byId);
            }
        }
        xml.endTable();
        xml.end();
    }

    private void settled(Finding finding, Map<String, Row> byId) throws XMLStreamException {
        List<String> when = conditions(finding.zone(), List.of(finding.use()), finding.plot(), finding.street());
        switch (finding.settled()) {
            case PRECEDENCE -> {
                Row winner = byId.get(finding.by());
                xml.rule(when, of(winner), clauses(winner));
            }
            case REFERRAL -> xml.rule(when, nothing("REFERRAL"), finding.by());
            case OPEN -> xml.rule(when, nothing("UNDECIDED"), "");
        }
    }

    private static List<String> conditions(String zone, List<String> uses, Band plot, Band street) {
        String use = uses.contains("") ? "-" : values(uses.stream());
        return List.of(DmnWriter.text(zone), use, range(plot), range(street));
    }

    private static List<String> of(Row row) {
        Limits limits = row.limits();
        return List.of(
                DmnWriter.text("RULED"),
                DmnWriter.text(row.id()),
                decimal(limits.density(), 1),
                decimal(limits.coverage(), 1),
                decimal(limits.storeys(), 0),
                Boolean.toString(limits.pilotis()),
                decimal(limits.height(), 2),
                decimal(limits.openPerUnit(), 2),
                DmnWriter.text(limits.parking().kind().name()),
                switch (limits.parking().kind()) {
                    case NONE, PER_ROOMS -> decimal(limits.parking().amount(), 0);
                    case PER_UNIT, PER_UNIT_AND_SHOP, PER_AREA ->
                        decimal(limits.parking().amount(), 2);
                },
                decimal(limits.frontSetback(), 2));
    }

    private static List<String> nothing(String verdict) {
        List<String> outputs = new ArrayList<>(List.of(DmnWriter.text(verdict)));
        while (outputs.size() < OUTPUTS.size()) {
            outputs.add("null");
        }
        return outputs;
    }

    private static String clauses(Row row) {
        return String.join(", ", row.clauses());
    }

    private static String values(Stream<String> codes) {
        return String.join(", ", codes.distinct().map(DmnWriter::text).toList());
    }

    /** Half-open, as bands are. */
    private static String range(Band band) {
        if (band.isOpen()) {
            return band.from() == 0 ? "-" : ">= " + decimal(band.from(), 2);
        }
        return "[" + decimal(band.from(), 2) + ".." + decimal(band.until(), 2) + ")";
    }

    private static String decimal(long value, int decimals) {
        BigDecimal number = BigDecimal.valueOf(value, decimals).stripTrailingZeros();
        return number.toPlainString();
    }
}
