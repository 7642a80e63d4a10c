package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Looks at a file before anything reads it as a workbook: how large it is and becomes, that it declares no document type,
 * and that it brings neither macros nor links to elsewhere. Every byte is counted while it is unpacked, so that a bomb ends
 * at its limit. The archive is unpacked by the library that the reader uses, so that both see the same parts.
 */
final class FileCheck {
    static final int LARGEST_FILE = 20 << 20;
    private static final long LARGEST_PART = 64L << 20;
    private static final long LARGEST_WHOLE = 96L << 20;
    /** Styles are kept in memory as a whole. */
    private static final long LARGEST_STYLES = 4L << 20;

    private static final int MOST_PARTS = 300;
    private static final int MOST_TIMES_SMALLER = 100;
    private static final long SMALL = 100 << 10;
    private static final List<String> XML = List.of(".xml", ".rels", ".vml");
    private static final List<String> MACROS = List.of(
            "vbaproject",
            "vbadata",
            "xl/macrosheets/",
            "xl/dialogsheets/",
            "xl/activex/",
            "customui",
            "xl/embeddings/");
    private static final List<String> LINKS =
            List.of("xl/externallinks/", "xl/connections", "xl/querytables/", "xl/webextensions/", "xl/model/");

    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final Set<String> names = new HashSet<>();
    private long whole;

    private FileCheck() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * Comes back when the file can be read.
     *
     * @throws Problem {@code workbooks.file-too-large}, {@code workbooks.file-not-a-workbook}, {@code workbooks.file-bomb},
     *     {@code workbooks.file-doctype}, {@code workbooks.file-macros}, {@code workbooks.file-links}
     */
    static void check(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw Problem.tooLarge("workbooks.file-too-large", LARGEST_FILE >> 20);
        }
        new FileCheck().parts(file);
    }

    private void parts(byte[] file) {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
                if (names.size() >= MOST_PARTS) {
                    throw Problem.tooLarge("workbooks.file-bomb");
                }
                if (!names.add(name)) {
                    throw Problem.invalid("workbooks.file-not-a-workbook");
                }
                part(name, zip);
            }
        } catch (Problem problem) {
            throw problem;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw Problem.invalid("workbooks.file-not-a-workbook").because(e);
        }
        if (!names.contains("[content_types].xml")) {
            throw Problem.invalid("workbooks.file-not-a-workbook");
        }
    }

    private void part(String name, ZipArchiveInputStream zip) throws IOException, XMLStreamException {
        if (MACROS.stream().anyMatch(name::contains)) {
            throw Problem.invalid("workbooks.file-macros");
        }
        if (LINKS.stream().anyMatch(name::contains)) {
            throw Problem.invalid("workbooks.file-links");
        }
        Counted counted = new Counted(zip, name.endsWith("/styles.xml") ? LARGEST_STYLES : LARGEST_PART);
        if (XML.stream().anyMatch(name::endsWith)) {
            boolean throughout = name.endsWith(".rels") || name.equals("[content_types].xml");
            look(counted, throughout);
        }
        counted.drain();
        long packed = zip.getCompressedCount();
        if (counted.count > SMALL && counted.count / Math.max(1, packed) > MOST_TIMES_SMALLER) {
            throw Problem.tooLarge("workbooks.file-bomb");
        }
    }

    /** A document type can only be declared before the first element; the rest is read of the small parts alone. */
    private void look(InputStream part, boolean throughout) throws XMLStreamException {
        XMLStreamReader reader = xml.createXMLStreamReader(part);
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw Problem.invalid("workbooks.file-doctype");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (!throughout) {
                        return;
                    }
                    element(reader);
                }
            }
        } finally {
            reader.close();
        }
    }

    private static void element(XMLStreamReader reader) {
        String type =
                String.valueOf(reader.getAttributeValue(null, "ContentType")).toLowerCase(Locale.ROOT);
        if (type.contains("macroenabled") || type.contains("vbaproject")) {
            throw Problem.invalid("workbooks.file-macros");
        }
        boolean external = "External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"));
        // A link somebody may click is a text; nothing follows it.
        if (external && !String.valueOf(reader.getAttributeValue(null, "Type")).endsWith("/hyperlink")) {
            throw Problem.invalid("workbooks.file-links");
        }
    }

    /** Counts what is unpacked, and never closes the archive. */
    private final class Counted extends FilterInputStream {
        private final long most;
        private long count;

        private Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            add(Math.max(0, some));
            return some;
        }

        private void add(int bytes) {
            count += bytes;
            whole += bytes;
            if (count > most || whole > LARGEST_WHOLE) {
                throw Problem.tooLarge("workbooks.file-bomb");
            }
        }

        private void drain() throws IOException {
            byte[] buffer = new byte[1 << 16];
            int some = 0;
            while (some >= 0) {
                some = read(buffer, 0, buffer.length);
            }
        }

        @Override
        public void close() {
            // The archive goes on behind this part.
        }
    }
}
