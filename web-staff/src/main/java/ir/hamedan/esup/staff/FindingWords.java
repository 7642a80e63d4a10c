package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.workbooks.Fault;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a book leaves open, in the words of its planners: zones, uses, bands, rows and clauses. */
public final class FindingWords {
    private static final int HUNDREDTHS = 2;
    private static final String NOTHING = "—";

    private final Messages messages;
    private final AnswerWords words;
    private final boolean persian;
    private final Map<String, String> zones = new HashMap<>();
    private final Map<String, String> uses = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Clause> clauses = new HashMap<>();

    FindingWords(Optional<RuleBook> book, Messages messages) {
        this.messages = messages;
        this.words = new AnswerWords(messages);
        this.persian = messages.locale().equals(Messages.PERSIAN);
        book.ifPresent(content -> {
            content.zones().forEach(zone -> zones.put(zone.code(), zone.title()));
            content.uses().forEach(use -> uses.put(use.code(), use.title()));
            content.rows().forEach(row -> rows.put(row.id(), row));
            content.clauses().forEach(clause -> clauses.put(clause.number(), clause));
        });
    }

    private String written(String plain) {
        return persian ? PersianText.digits(plain).replace('.', '٫') : plain;
    }

    /** Zone and use, by code and title. */
    public String where(Finding finding) {
        String zone = named(finding.zone(), zones);
        return finding.use().isEmpty()
                ? messages.text("staff.finding.every-use", zone)
                : messages.text("staff.finding.of-use", zone, named(finding.use(), uses));
    }

    private static String named(String code, Map<String, String> titles) {
        String title = titles.getOrDefault(code, "");
        return title.isEmpty() ? PersianText.isolated(code) : title + " (" + PersianText.isolated(code) + ")";
    }

    /** The region: which areas and which street widths. */
    public String region(Finding finding) {
        return messages.text("staff.finding.region", band("area", finding.plot()), band("width", finding.street()));
    }

    private String band(String unit, Band band) {
        String from = written(hundredths(band.from()));
        if (band.isOpen()) {
            return band.from() == 0
                    ? messages.text("staff.finding." + unit + ".any")
                    : messages.text("staff.finding." + unit + ".from", from);
        }
        String until = written(hundredths(band.until()));
        return band.from() == 0
                ? messages.text("staff.finding." + unit + ".below", until)
                : messages.text("staff.finding." + unit + ".between", from, until);
    }

    private static String hundredths(long value) {
        return BigDecimal.valueOf(value, HUNDREDTHS).stripTrailingZeros().toPlainString();
    }

    /** The clauses a row rests on; of a row that a narrow street leads to, those of the row it comes from too. */
    public List<Clause> clauses(String row) {
        Row found = rows.get(row.contains("/") ? row.substring(0, row.indexOf('/')) : row);
        return found == null
                ? List.of()
                : found.clauses().stream()
                        .map(number -> clauses.getOrDefault(number, new Clause(number, "", "", "")))
                        .toList();
    }

    /** A fault of the workbook as a sentence. */
    public String say(Fault fault) {
        return Said.text(messages, fault.code(), fault.arguments());
    }

    /** What differs at a golden parcel. */
    public String part(GoldenDifference difference) {
        if (difference.part() instanceof GoldenDifference.Value value) {
            return messages.label("rulebooks", value.name());
        }
        if (difference.part() instanceof GoldenDifference.CountedFrom from) {
            return messages.text("staff.golden.basis", messages.label("rulebooks", from.name()));
        }
        return messages.text("staff.golden.verdict");
    }

    public String expected(GoldenDifference difference) {
        if (difference.part() instanceof GoldenDifference.Value value) {
            return words.value(value.name(), value.expected());
        }
        if (difference.part() instanceof GoldenDifference.CountedFrom from) {
            return words.counted(from.expected());
        }
        return messages.label("rulebooks", ((GoldenDifference.End) difference.part()).expected());
    }

    public String computed(GoldenDifference difference) {
        if (difference.part() instanceof GoldenDifference.Value value) {
            return value.computed().isPresent()
                    ? words.value(value.name(), value.computed().getAsLong())
                    : NOTHING;
        }
        if (difference.part() instanceof GoldenDifference.CountedFrom from) {
            return from.computed().map(words::counted).orElse(NOTHING);
        }
        return messages.label("rulebooks", ((GoldenDifference.End) difference.part()).computed());
    }
}
