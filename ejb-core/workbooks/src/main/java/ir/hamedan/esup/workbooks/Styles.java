package ir.hamedan.esup.workbooks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What the styles of a workbook make of a number: all that must be known of them to read it. */
final class Styles extends DefaultHandler {
    private static final int MOST = 100_000;

    private final Map<String, String> formats = new HashMap<>();
    private final List<Cell.Kind> kinds = new ArrayList<>();
    private boolean inCells;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "numFmt" -> formats.put(attributes.getValue("numFmtId"), attributes.getValue("formatCode"));
            case "cellXfs" -> inCells = true;
            case "xf" -> {
                if (inCells && kinds.size() < MOST) {
                    kinds.add(kind(attributes.getValue("numFmtId")));
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("cellXfs")) {
            inCells = false;
        }
    }

    private Cell.Kind kind(String id) {
        int number = id == null ? 0 : Integer.parseInt(id);
        String built = BuiltinFormats.getBuiltinFormat(number);
        String format = formats.getOrDefault(id, built == null ? "General" : built);
        if (format == null) {
            return Cell.Kind.NUMBER;
        }
        if (DateUtil.isADateFormat(number, format)) {
            return Cell.Kind.DATE;
        }
        return format.contains("%") || format.contains("٪") ? Cell.Kind.PERCENT : Cell.Kind.NUMBER;
    }

    /** What a number in a cell of the style is. */
    Cell.Kind of(String style) {
        int index = style == null ? 0 : Integer.parseInt(style);
        return index >= 0 && index < kinds.size() ? kinds.get(index) : Cell.Kind.NUMBER;
    }
}
