package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Reads the lines of all sheets of a file, a row at a time. Nothing in it is computed or followed. */
public final class WorkbookFile {
    /** Bytes. */
    public static final int LARGEST = FileCheck.LARGEST_FILE;

    private static final int MOST_SHEETS = 60;

    private final List<SheetForm> forms;
    private final Faults faults;
    private final Map<SheetForm, Lines> sheets = new HashMap<>();

    /** A file with these sheets, whose faults go there. */
    public WorkbookFile(List<? extends SheetForm> forms, Faults faults) {
        this.forms = List.copyOf(forms);
        this.faults = faults;
    }

    /**
     * The names of the sheets of a file, as many as are read.
     *
     * @throws Problem as {@link #read} does
     */
    public static List<String> sheetNames(byte[] file) {
        List<String> names = new ArrayList<>();
        FileCheck.check(file);
        open(file, (reader, archive) -> {
            XSSFReader.SheetIterator parts = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (parts.hasNext() && names.size() < MOST_SHEETS) {
                parts.next().close();
                names.add(parts.getSheetName());
            }
        });
        return names;
    }

    /**
     * Reads the file; faults go where faults go.
     *
     * @throws Problem when it is no workbook, or one that could do harm: {@code workbooks.file-too-large}, {@code
     *     workbooks.file-not-a-workbook}, {@code workbooks.file-bomb}, {@code workbooks.file-doctype}, {@code
     *     workbooks.file-macros}, {@code workbooks.file-links}
     */
    public void read(byte[] file) {
        FileCheck.check(file);
        open(file, (reader, archive) -> {
            Styles styles = new Styles();
            try (InputStream part = reader.getStylesData()) {
                if (part != null) {
                    parse(part, styles);
                }
            }
            SharedStrings shared = new ReadOnlySharedStringsTable(archive, false);
            sheets(reader, shared, styles);
        });
        for (SheetForm sheet : forms) {
            if (!has(sheet)) {
                faults.add(sheet.title(), 0, -1, "", "sheet-missing", sheet.title(), sheet.name());
            }
        }
    }

    /** What is done with a file that is open. */
    @FunctionalInterface
    private interface Opened {
        void read(XSSFReader reader, OPCPackage archive)
                throws IOException, OpenXML4JException, SAXException, ParserConfigurationException;
    }

    private static void open(byte[] file, Opened work) {
        try (OPCPackage archive = OPCPackage.open(new ByteArrayInputStream(file))) {
            work.read(new XSSFReader(archive), archive);
        } catch (Problem problem) {
            throw problem;
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                // Whatever a library makes of a broken file, it is the file that is broken.
                | RuntimeException e) {
            throw Problem.invalid("workbooks.file-not-a-workbook").because(e);
        }
    }

    /** The lines of a sheet in their order; none when it is not there. */
    public List<Line> lines(SheetForm sheet) {
        Lines lines = sheets.get(sheet);
        return lines == null ? List.of() : lines.all();
    }

    /** The name the file has for a sheet. */
    public String name(SheetForm sheet) {
        Lines lines = sheets.get(sheet);
        return lines == null ? sheet.title() : lines.name();
    }

    /** Whether the sheet is there. */
    public boolean has(SheetForm sheet) {
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
                if (SheetForm.isGuide(name)) {
                    continue;
                }
                Optional<SheetForm> form =
                        forms.stream().filter(one -> one.isNamed(name)).findFirst();
                SheetForm sheet = form.orElse(null);
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
