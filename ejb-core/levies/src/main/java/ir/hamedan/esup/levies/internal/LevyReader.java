package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.LevyArticle;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyBook.Sizes;
import ir.hamedan.esup.levies.api.LevyDuty;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.LevyUse;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.workbooks.Faults;
import ir.hamedan.esup.workbooks.Line;
import ir.hamedan.esup.workbooks.WorkbookFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes a levy book of the lines of its sheets; those that define what others name come first. */
final class LevyReader {
    private static final Set<String> CLASSES = Set.of(Factor.ANY, Factor.DWELLING, Factor.OTHER);

    private final WorkbookFile file;
    private final Faults faults;
    private final Map<String, LevyUse> uses = new LinkedHashMap<>();
    private final Set<String> articles = new HashSet<>();
    private final Map<String, FactorTable> tables = new LinkedHashMap<>();

    LevyReader(WorkbookFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The book; empty when what is wrong kept it from being made. */
    Optional<LevyWorkbook> read() {
        Optional<Line> head = head();
        each(LevySheet.USES, this::use);
        List<LevyArticle> all = each(LevySheet.ARTICLES, this::article);
        each(LevySheet.LINES, this::line);
        each(LevySheet.FACTORS, this::factor);
        List<LevyBook.Line> lines = new ArrayList<>();
        for (FactorTable table : tables.values()) {
            table.check(uses.values());
            table.line().ifPresent(lines::add);
        }
        List<Price> prices = each(LevySheet.PRICES, this::price);
        var examples = new ExampleReader(file, uses, tables.keySet()).all();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Optional<LevyBook> book = book(head.get(), all, lines);
        return book.map(made -> new LevyWorkbook(made, List.copyOf(uses.values()), prices, examples));
    }

    private <T> List<T> each(LevySheet sheet, Function<Line, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        for (Line line : file.lines(sheet)) {
            reader.apply(line).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Line> head() {
        List<Line> lines = file.lines(LevySheet.LEVY_BOOK);
        if (lines.size() == 1) {
            return Optional.of(lines.get(0));
        }
        if (file.has(LevySheet.LEVY_BOOK)) {
            faults.add(file.name(LevySheet.LEVY_BOOK), 0, -1, "", "one-line-needed", lines.size());
        }
        return Optional.empty();
    }

    private Optional<LevyBook> book(Line line, List<LevyArticle> all, List<LevyBook.Line> lines) {
        int year = line.integer("year", LevyNumber.YEAR);
        int version = line.integer("version", LevyNumber.VERSION);
        int supersedes = (int) line.number("supersedes", LevyNumber.VERSION, 0);
        String title = line.required("title");
        String authority = line.required("authority");
        String approval = line.required("approval");
        LocalDate from = line.date("effectiveFrom");
        boolean demonstration = line.flag("demonstration");
        int most = (int) line.number("mostDiscount", LevyNumber.SHARE, LevyBook.WHOLE);
        if (supersedes >= version && !line.isWrong()) {
            line.fault("supersedes", "levies.fault.supersedes-later", supersedes, version);
        }
        return made(
                line,
                "effectiveFrom",
                () -> new LevyBook(
                        year, version, title, authority, approval, from, supersedes, demonstration, most, all, lines));
    }

    private Optional<LevyUse> use(Line line) {
        LevyUse use = new LevyUse(line.requiredCode("code"), line.required("title"), line.flag("dwelling"));
        if (!use.code().isEmpty() && uses.putIfAbsent(use.code(), use) != null) {
            line.fault("code", "twice", use.code());
        }
        return line.isWrong() ? Optional.empty() : Optional.of(use);
    }

    private Optional<LevyArticle> article(Line line) {
        LevyArticle article =
                new LevyArticle(line.requiredCode("number"), line.required("title"), line.required("text"));
        if (!article.number().isEmpty() && !articles.add(article.number())) {
            line.fault("number", "twice", article.number());
        }
        return line.isWrong() ? Optional.empty() : Optional.of(article);
    }

    private Optional<LevyBook.Line> line(Line line) {
        String code = line.requiredCode("code");
        String title = line.required("title");
        LevyFormula formula = line.constant("formula", LevyFormula.class);
        String basis = line.required("legalBasis");
        List<String> numbers = line.requiredCodes("articles");
        mustBeThere(line, "articles", numbers, articles, LevySheet.ARTICLES);
        boolean on = line.flag("on");
        String reason = line.text("offReason");
        LocalDate from = line.date("validFrom");
        Sizes sizes = new Sizes(
                (int) line.number("areaEach", LevyNumber.AREA_EACH, 0),
                (int) line.number("span", LevyNumber.LENGTH, 0),
                (int) line.number("height", LevyNumber.LENGTH, 0),
                (int) line.number("instalments", LevyNumber.INSTALMENTS, 0));
        Optional<LevyBook.Line> made = made(
                line,
                "code",
                () -> new LevyBook.Line(
                        code, title, formula, basis, numbers, on, reason, from, sizes, duty(line), List.of()));
        if (!code.isEmpty() && tables.putIfAbsent(key(code, from), new FactorTable(code, line, made)) != null) {
            line.fault("code", "twice", code + " " + PersianDate.of(from).text());
        }
        return made;
    }

    private static LevyDuty duty(Line line) {
        return new LevyDuty(line.text("payer"), line.text("due"), line.text("penalty"), line.text("account"));
    }

    private static String key(String code, LocalDate from) {
        return code + " " + from;
    }

    private Optional<Factor> factor(Line line) {
        String code = line.requiredCode("line");
        Optional<FactorTable> table = table(line, code);
        List<String> names = line.requiredCodes("uses");
        Set<String> known = new HashSet<>(uses.keySet());
        known.addAll(CLASSES);
        mustBeThere(line, "uses", names, known, LevySheet.USES);
        record Band(long from, long until) {}
        Band storeys = line.band("storeysFrom", "storeysUntil", LevyNumber.STOREYS, Factor.NO_STOREYS_END, Band::new);
        Band area = line.band("areaFrom", "areaUntil", LevyNumber.SIZE, Factor.NO_AREA_END, Band::new);
        int perMille = line.integer("factor", LevyNumber.PER_MILLE);
        table.flatMap(FactorTable::formula)
                .filter(formula -> perMille > formula.mostPerMille())
                .ifPresent(
                        formula -> line.fault("factor", "out-of-range", line.text("factor"), formula.mostPerMille()));
        if (line.isWrong()) {
            table.ifPresent(FactorTable::spoil);
            return Optional.empty();
        }
        for (String name : names) {
            made(
                            line,
                            "factor",
                            () -> new Factor(
                                    name,
                                    (int) storeys.from(),
                                    (int) storeys.until(),
                                    area.from(),
                                    area.until(),
                                    perMille))
                    .ifPresent(factor -> table.orElseThrow().add(factor, line));
        }
        return Optional.empty();
    }

    private Optional<FactorTable> table(Line line, String code) {
        boolean dated = !line.text("validFrom").isEmpty();
        LocalDate from = dated ? line.date("validFrom") : LocalDate.EPOCH;
        Optional<FactorTable> found = dated
                ? Optional.ofNullable(tables.get(key(code, from)))
                : tables.values().stream()
                        .filter(table -> table.code().equals(code))
                        .findFirst();
        if (found.isEmpty() && !code.isEmpty()) {
            line.fault("line", "levies.fault.unknown", code, LevySheet.LINES.title());
        }
        return found;
    }

    private Optional<Price> price(Line line) {
        int region = line.integer("region", LevyNumber.REGION);
        String key = line.code("key");
        LocalDate from = line.date("validFrom");
        LocalDate until = line.date("validUntil");
        long amount = line.number("amount", LevyNumber.PRICE);
        String basis = line.required("basis");
        if (!line.isWrong() && amount == 0) {
            line.fault("amount", "not-positive", line.text("amount"));
        }
        if (!line.isWrong() && until.isBefore(from)) {
            line.fault("validUntil", "band-without-width", line.text("validFrom"), line.text("validUntil"));
        }
        return made(line, "amount", () -> new Price(region, key, from, until, Rial.of(amount), basis));
    }

    static void mustBeThere(Line line, String field, List<String> codes, Set<String> known, LevySheet sheet) {
        for (String code : codes) {
            if (!code.isEmpty() && !known.contains(code)) {
                line.fault(field, "levies.fault.unknown", code, sheet.title());
            }
        }
    }

    /** What a record refuses is a fault of the cell it names, or else of the given one. */
    static <T> Optional<T> made(Line line, String field, Supplier<T> maker) {
        if (line.isWrong()) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (Problem problem) {
            line.fault(
                    problem.field().filter(line::hasColumn).orElse(field),
                    problem.code(),
                    problem.arguments().stream().map(LevyReader::shown).toArray());
            return Optional.empty();
        }
    }

    private static Object shown(Object argument) {
        return argument instanceof LocalDate day ? PersianDate.of(day).text() : argument;
    }
}
