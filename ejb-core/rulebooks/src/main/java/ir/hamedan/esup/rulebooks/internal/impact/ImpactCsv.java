package ir.hamedan.esup.rulebooks.internal.impact;

import ir.hamedan.esup.rulebooks.api.ImpactReports.ParcelImpact;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Parcels as lines of a CSV file: percent and square metres with their decimals. */
final class ImpactCsv {
    private static final String HEAD = "code,region,zone,outcome,reason,verdictBefore,verdictAfter,densityBefore,"
            + "densityAfter,buildableBefore,buildableAfter\r\n";

    private final Writer writer;

    ImpactCsv(OutputStream out) {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(HEAD);
    }

    void add(ParcelImpact parcel) {
        write(String.join(
                        ",",
                        parcel.code().text(),
                        Integer.toString(parcel.region()),
                        cell(parcel.zone()),
                        parcel.outcome().name(),
                        parcel.reason().name(),
                        verdict(parcel.before()),
                        verdict(parcel.after()),
                        decimal(parcel.before().density(), 1),
                        decimal(parcel.after().density(), 1),
                        decimal(parcel.before().buildable(), 2),
                        decimal(parcel.after().buildable(), 2))
                + "\r\n");
    }

    void end() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String verdict(Side side) {
        return side.verdict().map(Enum::name).orElse("");
    }

    private static String decimal(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
    }

    /** The code of a zone comes from a file: a spreadsheet must take it neither for a formula nor for two cells. */
    private static String cell(String text) {
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
