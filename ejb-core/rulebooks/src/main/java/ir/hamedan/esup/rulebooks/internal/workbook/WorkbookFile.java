package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the lines of all sheets of a file, a row at a time. */
final class WorkbookFile {
    private static final int MOST_SHEETS = 60;

    private final Faults faults;
    private final Map<Sheet, Lines> sheets = new EnumMap<>(Sheet.class);

    WorkbookFile(Faults faults) {
        this.faults = faults;
    }

    /**
     * Reads the file; faults go where faults go.
     *
     * @throws Problem when it is no workbook, or one that could do harm: see {@link FileCheck}
     */
    void read(byte[] file) {
        FileCheck.check(file);
        try (OPCPackage archive = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(archive);
            Styles styles = new Styles();
            try (InputStream part = reader.getStylesData()) {
                if (part != null) {
                    parse(part, styles);
                }
            }
            SharedStrings shared = new ReadOnlySharedStringsTable(archive, false);
            sheets(reader, shared, styles);
        } catch (Problem problem) {
            throw problem;
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                // Whatever a library makes of a broken file, it is the file that is broken.
                | RuntimeException e) {
            throw Problem.invalid("rulebooks.file-not-a-workbook").because(e);
        }
        for (Sheet sheet : Sheet.values()) {
            if (!sheets.containsKey(sheet)) {
                faults.add(sheet.title(), 0, -1, "", "sheet-missing", sheet.title(), sheet.name());
            }
        }
    }

    List<Line> lines(Sheet sheet) {
        Lines lines = sheets.get(sheet);
        return lines == null ? List.of() : lines.all();
    }

    /** The name the file has for a sheet. */
    String name(Sheet sheet) {
        Lines lines = sheets.get(sheet);
        return lines == null ? sheet.title() : lines.name();
    }

    boolean has(Sheet sheet) {
        return sheets.containsKey(sheet);
    }

    private void sheets(XSSFReader reader, SharedStrings shared, Styles styles)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader.SheetIterator parts = (XSSFReader.SheetIterator) reader.getSheetsData();
        for (int count = 0; parts.hasNext(); count++) {
            try (InputStream part = parts.next()) {
                String name = parts.getSheetName();
                if (count >= MOST_SHEETS) {
                    faults.add("", 0, -1, "", "too-many-sheets", MOST_SHEETS);
                    return;
                }
                Sheet sheet = Sheet.named(name).orElse(null);
                if (Sheet.isGuide(name)) {
                    continue;
                }
                if (sheet == null) {
                    faults.add(name, 0, -1, "", "unknown-sheet", name);
                } else if (sheets.containsKey(sheet)) {
                    faults.add(name, 0, -1, "", "sheet-twice", sheets.get(sheet).name());
                } else {
                    Lines lines = new Lines(sheet, name, faults);
                    sheets.put(sheet, lines);
                    read(part, new CellHandler(shared, styles, lines));
                    lines.end();
                }
            }
        }
    }

    private static void read(InputStream part, CellHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        try {
            parse(part, handler);
        } catch (SAXException e) {
            if (!handler.isEnough()) {
                throw e;
            }
        }
    }

    private static void parse(InputStream part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.parse(new InputSource(part));
    }
}
