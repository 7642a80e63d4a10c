package ir.hamedan.esup.rulebooks.internal.impact;

import ir.hamedan.esup.kernel.Csv;
import ir.hamedan.esup.rulebooks.api.ImpactReports.ParcelImpact;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Side;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Sum;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parcels or sums as lines of a CSV file: percent and square metres with their decimals. */
final class ImpactCsv {
    private static final String PARCELS = "code,region,zone,outcome,reason,verdictBefore,verdictAfter,densityBefore,"
            + "densityAfter,buildableBefore,buildableAfter,clausesBefore,clausesAfter";
    private static final String SUMS = "by,key,title,outcome,reason,parcels,densityUp,densityDown,buildableUp,"
            + "buildableDown,buildableBefore,buildableAfter";

    private final Writer writer;

    private ImpactCsv(OutputStream out, String head) {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(head + "\r\n");
    }

    static ImpactCsv ofParcels(OutputStream out) {
        return new ImpactCsv(out, PARCELS);
    }

    static ImpactCsv ofSums(OutputStream out) {
        return new ImpactCsv(out, SUMS);
    }

    void add(ParcelImpact parcel) {
        line(
                parcel.code().text(),
                Integer.toString(parcel.region()),
                parcel.zone(),
                parcel.outcome().name(),
                parcel.reason().name(),
                verdict(parcel.before()),
                verdict(parcel.after()),
                decimal(parcel.before().density(), 1),
                decimal(parcel.after().density(), 1),
                decimal(parcel.before().buildable(), 2),
                decimal(parcel.after().buildable(), 2),
                clauses(parcel.before().clauses()),
                clauses(parcel.after().clauses()));
    }

    void add(Sum sum, String title) {
        line(
                sum.dimension().name(),
                sum.key(),
                title,
                sum.outcome().name(),
                sum.reason().name(),
                Long.toString(sum.parcels()),
                Long.toString(sum.densityUp()),
                Long.toString(sum.densityDown()),
                Long.toString(sum.buildableUp()),
                Long.toString(sum.buildableDown()),
                decimal(sum.buildableBefore(), 2),
                decimal(sum.buildableAfter(), 2));
    }

    void end() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String... cells) {
        write(Csv.row(List.of(cells)));
    }

    private void write(String line) {
        try {
            writer.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String verdict(Side side) {
        return side.verdict().map(Enum::name).orElse("");
    }

    private static String clauses(List<String> numbers) {
        return String.join("; ", numbers);
    }

    private static String decimal(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
    }
}
