package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One line of a sheet, read by the keys of its columns. What is wrong becomes a fault, and something harmless is handed back
 * so that the reading can go on; nothing is made of a line that {@link #isWrong}.
 */
public final class Line {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final Pattern LIST_MARKS = Pattern.compile("[,،;؛\\r\\n]+");
    private static final int MOST_IN_A_LIST = 200;
    private static final int LONGEST_CODE = 100;
    private static final Set<String> YES = Set.of("yes", "true", "1", "بله", "اری");
    private static final Set<String> NO = Set.of("no", "false", "0", "خیر", "نه");

    private final Faults faults;
    private final String sheet;
    private final int row;
    private final Map<String, Integer> columns;
    private final Set<String> missing;
    private final Map<Integer, Cell> cells;
    private boolean wrong;

    /** @param missing keys of columns that are not there, which was told already where they should stand */
    Line(
            Faults faults,
            String sheet,
            int row,
            Map<String, Integer> columns,
            Set<String> missing,
            Map<Integer, Cell> cells) {
        this.faults = faults;
        this.sheet = sheet;
        this.row = row;
        this.columns = columns;
        this.missing = missing;
        this.cells = cells;
        cells.forEach(this::check);
    }

    private void check(int column, Cell cell) {
        String field = columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        String code =
                switch (cell.kind()) {
                    case FORMULA -> "formula";
                    case ERROR -> "error-cell";
                    case TOO_LONG -> "cell-too-long";
                    case DATE -> "date-cell";
                    case PERCENT -> "percent-cell";
                    case TEXT, NUMBER, BOOLEAN -> field.isEmpty() ? "cell-without-column" : "";
                };
        if (!code.isEmpty()) {
            wrong = true;
            faults.add(sheet, row, column, field, code);
        }
    }

    /** Whether something is. */
    public boolean isWrong() {
        return wrong;
    }

    /** As spreadsheets count. */
    public int row() {
        return row;
    }

    /** Whether the sheet has the column. */
    public boolean hasColumn(String field) {
        return columns.containsKey(field);
    }

    /** Whether the sheet has all of the columns. */
    public boolean hasColumns(Collection<String> fields) {
        return columns.keySet().containsAll(fields);
    }

    /** What is wrong with a cell of this line. Nothing is when its column is missing: the line is wrong all the same. */
    public void fault(String field, String code, Object... arguments) {
        wrong = true;
        if (!missing.contains(field)) {
            faults.add(sheet, row, columns.getOrDefault(field, -1), field, code, arguments);
        }
    }

    /** The text as it was typed; empty when there is none. */
    public String text(String field) {
        Cell cell = cells.get(columns.getOrDefault(field, -1));
        if (cell == null) {
            return "";
        }
        return switch (cell.kind()) {
            case TEXT, NUMBER, BOOLEAN -> cell.text();
            case FORMULA, ERROR, TOO_LONG, DATE, PERCENT -> "";
        };
    }

    /** Whether somebody was told already what is wrong with the cell. */
    private boolean isToldOf(String field) {
        Cell cell = cells.get(columns.getOrDefault(field, -1));
        return cell != null && text(field).isEmpty();
    }

    /** A text that must be there. */
    public String required(String field) {
        String text = text(field);
        if (text.isEmpty() && !isToldOf(field)) {
            fault(field, "empty");
        }
        return text;
    }

    /** A code as it is compared: digits in ASCII, Arabic letters as Persian ones. */
    public String code(String field) {
        String code = PersianText.value(text(field));
        if (code.length() > LONGEST_CODE) {
            fault(field, "code-too-long", LONGEST_CODE);
            return "";
        }
        return code;
    }

    /** A code that must be there. */
    public String requiredCode(String field) {
        required(field);
        return code(field);
    }

    /** Codes separated by commas, each once. */
    public List<String> codes(String field) {
        Set<String> codes = new LinkedHashSet<>();
        for (String part : LIST_MARKS.split(text(field), -1)) {
            String code = PersianText.value(part);
            if (!code.isEmpty() && !codes.add(code)) {
                fault(field, "twice-in-list", code);
            }
        }
        if (codes.size() > MOST_IN_A_LIST) {
            fault(field, "list-too-long", MOST_IN_A_LIST);
        }
        return new ArrayList<>(codes);
    }

    /** Codes of which one must be there. */
    public List<String> requiredCodes(String field) {
        required(field);
        return some(field, codes(field));
    }

    /** Commas alone are a text, and no list. */
    private List<String> some(String field, List<String> read) {
        if (read.isEmpty() && !text(field).isEmpty()) {
            fault(field, "empty");
        }
        return read;
    }

    /** Names of people separated by commas, as they were typed. */
    public List<String> names(String field) {
        List<String> names = Arrays.stream(LIST_MARKS.split(required(field), -1))
                .map(String::strip)
                .filter(name -> !PersianText.value(name).isEmpty())
                .toList();
        return some(field, names);
    }

    /** Faults each code that is not known. */
    public void mustBeKnown(String field, List<String> codes, Predicate<String> known, String fault) {
        for (String code : codes) {
            if (!code.isEmpty() && !known.test(code)) {
                fault(field, fault, code);
            }
        }
    }

    /** A number that must be there, in the unit in which it is kept. */
    public long number(String field, NumberForm measure) {
        required(field);
        return number(field, measure, 0);
    }

    /** A number that must be there and fits an int. */
    public int integer(String field, NumberForm measure) {
        return Math.toIntExact(number(field, measure));
    }

    /** A number, or what it is without one. */
    public long number(String field, NumberForm measure, long without) {
        String typed = text(field);
        if (typed.isEmpty()) {
            return without;
        }
        // The sign of thousands alone means nothing; a comma could be either.
        String value = PersianText.decimal(typed).replace("٬", "");
        if (!NUMBER.matcher(value).matches()) {
            fault(field, "not-a-number", typed);
            return without;
        }
        BigDecimal number = new BigDecimal(value).movePointRight(measure.decimals());
        if (number.stripTrailingZeros().scale() > 0) {
            fault(field, "too-fine", typed, measure.decimals());
            return without;
        }
        if (number.compareTo(BigDecimal.valueOf(measure.most())) > 0) {
            fault(field, "out-of-range", typed, measure.shown(measure.most()).toPlainString());
            return without;
        }
        return number.longValueExact();
    }

    /** A number that may be missing. */
    public OptionalInt optional(String field, NumberForm measure) {
        return text(field).isEmpty() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(number(field, measure, 0)));
    }

    /**
     * From the one column until the other; an empty cell leaves that side open.
     *
     * @param open what the end is when there is none
     */
    public <R> R band(String from, String until, NumberForm measure, long open, Range.Maker<R> maker) {
        long start = number(from, measure, 0);
        long end = number(until, measure, open);
        if (end <= start) {
            fault(until, "band-without-width", text(from), text(until));
            return maker.make(0, open);
        }
        return maker.make(start, end);
    }

    /** Yes or no. */
    public boolean flag(String field) {
        String answer = PersianText.fold(required(field));
        if (!answer.isEmpty() && !YES.contains(answer) && !NO.contains(answer)) {
            fault(field, "neither-yes-nor-no", text(field));
        }
        return YES.contains(answer);
    }

    /** One of the constants of the type; the first one when it is none of them. */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        List<E> all = constants(field, List.of(requiredCode(field)), type);
        return all.isEmpty() ? type.getEnumConstants()[0] : all.get(0);
    }

    public <E extends Enum<E>> List<E> constants(String field, List<String> codes, Class<E> type) {
        List<E> found = new ArrayList<>();
        for (String code : codes) {
            int before = found.size();
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(code)) {
                    found.add(constant);
                }
            }
            if (found.size() == before && !code.isEmpty()) {
                fault(field, "unknown-constant", code, String.join(", ", names(type)));
            }
        }
        return found;
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** A day of the Persian calendar. */
    public LocalDate date(String field) {
        String typed = required(field);
        try {
            return typed.isEmpty() ? LocalDate.EPOCH : PersianDate.parse(typed).toLocalDate();
        } catch (Problem wrongDate) {
            fault(field, "not-a-date", typed);
            return LocalDate.EPOCH;
        }
    }
}
