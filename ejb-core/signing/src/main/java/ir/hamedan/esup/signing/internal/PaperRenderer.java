package ir.hamedan.esup.signing.internal;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import ir.hamedan.esup.kernel.PersianText;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Sets a draft in type: a PDF/A-3u of one page where it fits, with the answer attached. Thread safe; fonts, their
 * metrics and the colour profile are read once.
 */
final class PaperRenderer {
    private static final Pattern MARKS = Pattern.compile("qr|code128|emblem");

    private final PaperFonts fonts = new PaperFonts();
    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();

    PaperRenderer() {
        XRLog.setLoggingEnabled(false);
    }

    /** The unsigned bytes. */
    byte[] pdf(Draft draft) {
        PaperFonts.Pair pair = fonts.borrow();
        try (PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
            PDType0Font regular = pair.regular(document);
            PDType0Font bold = pair.bold(document);
            typeset(draft, document, regular, bold);
            Archive.prepare(document, draft);
            // The first writing makes the subsets; what they say of their characters is put right before the second.
            document.save(OutputStream.nullOutputStream(), CompressParameters.NO_COMPRESSION);
            ReadableText.repair(regular);
            ReadableText.repair(bold);
            ByteArrayOutputStream out = new ByteArrayOutputStream(60_000);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fonts.giveBack(pair);
        }
    }

    private void typeset(Draft draft, PDDocument document, PDType0Font regular, PDType0Font bold) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useFont(new PDFontSupplier(regular), "vazirmatn", 400, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(bold), "vazirmatn", 700, FontStyle.NORMAL, true);
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new PersianShaping());
        builder.defaultTextDirection(TextDirection.RTL);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false,
                com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(PaperPage.xhtml(draft), null);
        builder.toStream(OutputStream.nullOutputStream());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            drawMarks(draft, document, renderer.findPagePositionsByID(MARKS));
        }
        drawPageNumbers(document, regular);
    }

    private static void drawMarks(Draft draft, PDDocument document, List<PagePosition<Box>> positions)
            throws IOException {
        Map<String, PagePosition<Box>> places = new HashMap<>();
        positions.forEach(position -> places.put(position.getId(), position));
        for (PagePosition<Box> place : places.values()) {
            PDPage page = document.getPage(place.getPageNo());
            try (PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                Marks marks = new Marks(out, place.getX(), place.getY(), place.getWidth(), place.getHeight());
                switch (place.getId()) {
                    case "qr" -> marks.qr(draft.qr());
                    case "code128" -> marks.code128(draft.number().digits());
                    default -> marks.emblem();
                }
            }
        }
    }

    /** Only where there is more than one page. */
    private static void drawPageNumbers(PDDocument document, PDType0Font font) throws IOException {
        int pages = document.getNumberOfPages();
        for (int i = 0; pages > 1 && i < pages; i++) {
            String text = PersianText.digits("صفحهٔ " + (i + 1) + " از " + pages);
            String shaped = new PersianShaping().shapeText(text);
            String visual = new Bidi(shaped, Bidi.DIRECTION_RIGHT_TO_LEFT).writeReordered(Bidi.DO_MIRRORING);
            try (PDPageContentStream out =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                out.setNonStrokingColor(new Color(0x51626b));
                out.beginText();
                out.setFont(font, 7.5f);
                out.newLineAtOffset(46, 30);
                out.showText(visual);
                out.endText();
            }
        }
    }
}
