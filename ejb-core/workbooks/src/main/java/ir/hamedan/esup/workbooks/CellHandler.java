package ir.hamedan.esup.workbooks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.model.SharedStrings;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the cells of one sheet as they come, a row at a time. */
final class CellHandler extends DefaultHandler {
    /** As many characters as spreadsheets let a cell have. */
    static final int LONGEST_TEXT = 32_767;

    private static final String OWN_TEXT = "inlineStr";
    private static final int MOST_ROWS = 100_000;
    private static final int LONGEST_NUMBER = 40;
    private static final MathContext SHOWN_DIGITS = new MathContext(15);
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    /** What XML cannot have and no database takes; an escape can say it all the same. */
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})[0-9]{1,9}");

    /** Where the rows go. */
    interface Target {
        /** A row that is not empty, columns count from zero; answers whether more of them are wanted. */
        boolean row(int number, Map<Integer, Cell> cells);

        /** A range of merged cells, such as {@code A1:B2}. */
        void merged(String range);

        /** There are more rows than any book has. */
        void tooManyRows();
    }

    private final SharedStrings shared;
    private final Styles styles;
    private final Target target;
    private final StringBuilder text = new StringBuilder();
    private Map<Integer, Cell> cells = new HashMap<>();
    private int rows;
    private int row;
    private int column = -1;
    private String type = "";
    private String style;
    private boolean formula;
    private boolean tooLong;
    private boolean reading;
    private boolean phonetic;
    private boolean enough;

    CellHandler(SharedStrings shared, Styles styles, Target target) {
        this.shared = shared;
        this.styles = styles;
        this.target = target;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            // A text of its own stands in <t>, anything else in <v>; how a text is spoken is passed over.
            case "v" -> reading = !type.equals(OWN_TEXT);
            case "t" -> reading = type.equals(OWN_TEXT) && !phonetic;
            case "rPh" -> phonetic = true;
            case "mergeCell" -> target.merged(String.valueOf(attributes.getValue("ref")));
            default -> {}
        }
    }

    private void startRow(String number) throws SAXException {
        row = number == null ? row + 1 : Integer.parseInt(number);
        rows++;
        if (rows > MOST_ROWS) {
            target.tooManyRows();
            stop();
        }
        cells = new HashMap<>();
        column = -1;
    }

    /** The only way to leave a parser before the end is to throw. */
    private void stop() throws SAXException {
        enough = true;
        throw new SAXException("enough was read");
    }

    /** Whether it was left on purpose: what was wrong has been told. */
    boolean isEnough() {
        return enough;
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : column(reference);
        type = String.valueOf(attributes.getValue("t"));
        style = attributes.getValue("s");
        formula = false;
        tooLong = false;
        text.setLength(0);
    }

    @Override
    public void characters(char[] from, int start, int length) {
        if (reading && !tooLong) {
            tooLong = text.length() + length > LONGEST_TEXT;
            text.append(from, start, tooLong ? 0 : length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> reading = false;
            case "rPh" -> phonetic = false;
            case "c" -> {
                Cell cell = cell();
                if (!cell.isBlank()) {
                    cells.put(column, cell);
                }
            }
            case "row" -> {
                if (!cells.isEmpty() && !target.row(row, cells)) {
                    stop();
                }
            }
            default -> {}
        }
    }

    private Cell cell() {
        if (formula) {
            return new Cell(Cell.Kind.FORMULA, "");
        }
        if (tooLong) {
            return new Cell(Cell.Kind.TOO_LONG, text.toString());
        }
        return switch (type) {
            case "s" -> shared(text.toString().strip());
            case OWN_TEXT, "str" -> text(unescaped(text.toString()));
            case "b" -> new Cell(Cell.Kind.BOOLEAN, text.toString().strip());
            case "e" -> new Cell(Cell.Kind.ERROR, text.toString());
            case "d" -> new Cell(Cell.Kind.DATE, text.toString());
            default -> number(text.toString().strip());
        };
    }

    /** A cell may be said to have a shared text and have none. */
    private Cell shared(String index) {
        return text(
                index.isEmpty() ? "" : shared.getItemAt(Integer.parseInt(index)).getString());
    }

    private static Cell text(String unescaped) {
        String text = IMPOSSIBLE.matcher(unescaped).replaceAll("");
        boolean tooLong = text.length() > LONGEST_TEXT;
        boolean formula = text.stripLeading().startsWith("=");
        return new Cell(tooLong ? Cell.Kind.TOO_LONG : formula ? Cell.Kind.FORMULA : Cell.Kind.TEXT, text);
    }

    /** What is stored has more digits than people see: 1.15 is kept as 1.1499999999999999. */
    private Cell number(String stored) {
        if (stored.isEmpty()) {
            return new Cell(Cell.Kind.TEXT, "");
        }
        if (stored.length() > LONGEST_NUMBER) {
            return new Cell(Cell.Kind.ERROR, stored);
        }
        try {
            BigDecimal number = new BigDecimal(stored).round(SHOWN_DIGITS).stripTrailingZeros();
            boolean sane = Math.abs((long) number.scale()) <= LONGEST_NUMBER;
            return new Cell(sane ? styles.of(style) : Cell.Kind.ERROR, sane ? number.toPlainString() : stored);
        } catch (ArithmeticException | NumberFormatException e) {
            return new Cell(Cell.Kind.ERROR, stored);
        }
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }

    /** The column of a reference such as {@code AB12}, from zero. */
    static int column(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("reference of a cell: " + reference);
        }
        int column = 0;
        for (char letter : matcher.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}
