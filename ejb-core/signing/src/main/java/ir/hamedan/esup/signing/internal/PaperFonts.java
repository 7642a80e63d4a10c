package ir.hamedan.esup.signing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The two faces of Vazirmatn, parsed once and lent to one writer at a time: a parsed font is not thread safe. */
final class PaperFonts {
    private static final byte[] REGULAR = read("Vazirmatn-Regular.ttf");
    private static final byte[] BOLD = read("Vazirmatn-Bold.ttf");

    private final ConcurrentLinkedQueue<Pair> free = new ConcurrentLinkedQueue<>();

    /** Both faces, for one document at a time. */
    static final class Pair {
        private final TrueTypeFont regular = parse(REGULAR);
        private final TrueTypeFont bold = parse(BOLD);

        PDType0Font regular(PDDocument document) throws IOException {
            return PDType0Font.load(document, regular, true);
        }

        PDType0Font bold(PDDocument document) throws IOException {
            return PDType0Font.load(document, bold, true);
        }
    }

    /** At most as many pairs come to be as threads set type at once. */
    Pair borrow() {
        Pair pair = free.poll();
        return pair == null ? new Pair() : pair;
    }

    void giveBack(Pair pair) {
        free.add(pair);
    }

    private static TrueTypeFont parse(byte[] bytes) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // Joining is done by PersianShaping; PDFBox's own substitution knows no Arabic script.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in =
                PaperFonts.class.getResourceAsStream("/ir/hamedan/esup/signing/third-party/vazirmatn/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
