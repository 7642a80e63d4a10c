package ir.hamedan.esup.signing.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.awt.Color;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws barcodes and the emblem as vectors into a box of the page; the origin of the page is its lower left corner. */
final class Marks {
    private static final int QUIET = 4;
    private static final Color TURQUOISE = new Color(0x0b7a85);

    private final PDPageContentStream out;
    private final float x;
    private final float y;
    private final float width;
    private final float height;

    Marks(PDPageContentStream out, float x, float y, float width, float height) {
        this.out = out;
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    /** The text as a QR code that stands a stain on a seventh of it. */
    void qr(String text) throws IOException {
        ByteMatrix matrix = matrix(text);
        int size = matrix.getWidth();
        float module = Math.min(width, height) / (size + 2 * QUIET);
        out.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < size; row++) {
            float bottom = y + height - (QUIET + row + 1) * module;
            for (int column = 0; column < size; column++) {
                int start = column;
                while (column < size && matrix.get(column, row) == 1) {
                    column++;
                }
                if (column > start) {
                    // A hair of overlap keeps readers from seeing white lines between rows.
                    out.addRect(x + (QUIET + start) * module, bottom, (column - start) * module, module * 1.02f);
                }
            }
        }
        out.fill();
    }

    private static ByteMatrix matrix(String text) {
        try {
            QRCode code =
                    Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"));
            return code.getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("a QR code for " + text.length() + " characters", e);
        }
    }

    void code128(String digits) throws IOException {
        BitMatrix bars =
                new Code128Writer().encode(digits, BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
        int modules = bars.getWidth();
        float module = width / (modules + 20);
        out.setNonStrokingColor(Color.BLACK);
        for (int i = 0; i < modules; i++) {
            int start = i;
            while (i < modules && bars.get(i, 0)) {
                i++;
            }
            if (i > start) {
                out.addRect(x + (10 + start) * module, y, (i - start) * module, height);
            }
        }
        out.fill();
    }

    /** An eight-pointed star in a star, as on the tiles of the city's domes. */
    void emblem() throws IOException {
        float radius = Math.min(width, height) / 2;
        star(radius, TURQUOISE);
        star(radius * 0.78f, Color.WHITE);
        star(radius * 0.66f, TURQUOISE);
        star(radius * 0.34f, Color.WHITE);
    }

    private void star(float radius, Color color) throws IOException {
        float centreX = x + width / 2;
        float centreY = y + height / 2;
        // Where the edges of two crossed squares meet.
        double inner = radius * Math.cos(Math.PI / 4) / Math.cos(Math.PI / 8);
        out.setNonStrokingColor(color);
        for (int i = 0; i < 16; i++) {
            double reach = i % 2 == 0 ? radius : inner;
            float px = (float) (centreX + reach * Math.cos(i * Math.PI / 8));
            float py = (float) (centreY + reach * Math.sin(i * Math.PI / 8));
            if (i == 0) {
                out.moveTo(px, py);
            } else {
                out.lineTo(px, py);
            }
        }
        out.closePath();
        out.fill();
    }
}
