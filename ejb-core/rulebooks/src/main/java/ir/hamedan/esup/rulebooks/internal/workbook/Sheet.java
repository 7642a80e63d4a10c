package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.workbooks.SheetForm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sheets of a rule book: see {@link SheetForm}.
 *
 * <p>Areas are square metres, lengths, widths and heights metres, shares percent of at most one decimal. Digits may be
 * Persian, Arabic or ASCII, the decimal mark {@code .}, {@code ٫} or {@code /}. In a pair of columns {@code From} and
 * {@code Until} the first belongs to the band and the second does not; an empty {@code Until} leaves it open. Several
 * codes in one cell are separated by a comma. Dates are Persian: 1405/01/01. Nothing is merged and nothing is computed.
 */
enum Sheet implements SheetForm {
    BOOK("مشخصات دفترچه", "code version title authority approval effectiveFrom supersedes demonstration"),
    CHAPTERS("فصل‌ها", "number title"),
    CLAUSES("بندها", "number title chapter text"),
    ZONES("پهنه‌ها", "code title"),
    USES("کاربری‌ها", "code title shopStoreys builds"),
    ROWS("جدول پایه", "id zone uses plotFrom plotUntil streetFrom streetUntil " + Sheet.LIMITS + " clauses"),
    /**
     * Without both distances the plot must touch the layer. The value is in percent for slope and in metres for the cone
     * of the airport.
     */
    OVERLAYS(
            "ضوابط همپوش",
            "id layer grade valueFrom valueUntil distanceFrom distanceUntil leastShare plotFrom plotUntil streetFrom"
                    + " streetUntil mergedFrom mergedUntil zones uses streets effect density coverage storeys height setback"
                    + " onlyZone alternative needs clauses"),
    CHAMFERS("جدول پخ", "id widthFrom widthUntil angleFrom angleUntil length"),
    /** One line for each {@link ParameterName}. */
    PARAMETERS("پارامترها", "name of value second"),
    PRECEDENCES("تقدم ردیف‌ها", "winner loser reason signers signedOn"),
    REFERRALS(
            "ارجاع به کمیسیون ماده ۵", "id zone use plotFrom plotUntil streetFrom streetUntil reason signers signedOn"),
    /**
     * An empty {@code clear} means all layers that are neither without data nor among the concerns; a dash means none.
     * Without {@code known} it is noon of the day.
     */
    GOLDENS(
            "ملک‌های نمونه",
            "id title use verdict parcel on known deedArea area clear noData locks mergedPlots ceded groundLevel rooms"
                    + " decisionNumber decisionDate decisionMap "
                    + Arrays.stream(Sheet.LIMITS.split(" "))
                            .map(Sheet::ofDecision)
                            .collect(Collectors.joining(" "))
                    + " "
                    + Arrays.stream(NumberName.values()).map(Sheet::expected).collect(Collectors.joining(" "))),
    GOLDEN_BASES("مبناهای نمونه", "golden number basis amount"),
    GOLDEN_ZONES("پهنه‌های نمونه", "golden code name area"),
    GOLDEN_FRONTAGES("برهای نمونه", "golden street name width plannedWidth length widening"),
    GOLDEN_CORNERS("گوشه‌های نمونه", "golden street other angle"),
    GOLDEN_CONCERNS("عوارض نمونه", "golden layer feature name grade value area distance");

    static final String LIMITS =
            "density coverage storeys pilotis height openPerUnit parkingKind parkingAmount frontSetback";

    private final String title;
    private final String columns;

    Sheet(String title, String columns) {
        this.title = title;
        this.columns = columns;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> columns() {
        return List.of(columns.split(" "));
    }

    @Override
    public int mostLines() {
        return this == CLAUSES || this == CHAPTERS ? RuleBook.MOST_CLAUSES : RuleBook.MOST_ROWS;
    }

    /** The column of a limit that a decision of the commission sets. */
    static String ofDecision(String limit) {
        return "decision" + Character.toUpperCase(limit.charAt(0)) + limit.substring(1);
    }

    /** The column of a number that a golden parcel must come to. */
    static String expected(NumberName name) {
        return "expected" + Character.toUpperCase(name.key().charAt(0))
                + name.key().substring(1);
    }
}
