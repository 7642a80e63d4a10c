package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.rulebooks.api.Amounts;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Condition;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.workbooks.SheetLines;
import ir.hamedan.esup.workbooks.SheetLines.Written;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The lines of the sheets of a book, by the keys of their columns; values are texts and numbers as people write them. */
final class BookLines {
    private final SheetLines sheets = new SheetLines();

    private BookLines() {}

    static BookLines empty() {
        BookLines lines = new BookLines();
        for (ParameterName name : ParameterName.values()) {
            lines.add(Sheet.PARAMETERS).text("name", name.key());
        }
        return lines;
    }

    static BookLines of(RuleBook book) {
        BookLines lines = new BookLines();
        lines.data(book.data());
        book.chapters()
                .forEach(c ->
                        lines.add(Sheet.CHAPTERS).text("number", c.number()).text("title", c.title()));
        book.clauses().forEach(c -> lines.add(Sheet.CLAUSES)
                .text("number", c.number())
                .text("title", c.title())
                .text("chapter", c.chapter())
                .text("text", c.text()));
        book.zones().forEach(z -> lines.add(Sheet.ZONES).text("code", z.code()).text("title", z.title()));
        book.uses().forEach(u -> lines.add(Sheet.USES)
                .text("code", u.code())
                .text("title", u.title())
                .number("shopStoreys", Measure.STOREYS, u.shopStoreys())
                .flag("builds", u.builds()));
        book.rows().forEach(lines::row);
        book.overlays().forEach(lines::overlay);
        book.chamfers().forEach(lines::chamfer);
        ParameterLines.write(lines, book.parameters());
        book.precedences().forEach(p -> lines.add(Sheet.PRECEDENCES)
                .text("winner", p.winner())
                .text("loser", p.loser())
                .text("reason", p.reason())
                .list("signers", p.signers())
                .date("signedOn", p.signedOn()));
        book.referrals().forEach(r -> lines.add(Sheet.REFERRALS)
                .text("id", r.id())
                .text("zone", r.zone())
                .text("use", r.use())
                .band("plot", Measure.AREA, r.plot())
                .band("street", Measure.WIDTH, r.street())
                .text("reason", r.reason())
                .list("signers", r.signers())
                .date("signedOn", r.signedOn()));
        GoldenLines.write(lines, book.goldens());
        return lines;
    }

    SheetLines all() {
        return sheets;
    }

    List<Map<String, Object>> lines(Sheet sheet) {
        return sheets.of(sheet);
    }

    private void data(BookData data) {
        add(Sheet.BOOK)
                .text("code", data.code())
                .text("version", data.version())
                .text("title", data.title())
                .text("authority", data.authority())
                .text("approval", data.approval())
                .date("effectiveFrom", data.effectiveFrom())
                .text("supersedes", data.supersedes())
                .flag("demonstration", data.demonstration());
    }

    private void row(Row row) {
        Written line = add(Sheet.ROWS)
                .text("id", row.id())
                .text("zone", row.zone())
                .list("uses", row.uses())
                .band("plot", Measure.AREA, row.plot())
                .band("street", Measure.WIDTH, row.street())
                .list("clauses", row.clauses());
        limits(line, row.limits(), Function.identity());
    }

    static void limits(Written line, Limits limits, Function<String, String> column) {
        line.number(column.apply("density"), Measure.DENSITY, limits.density())
                .number(column.apply("coverage"), Measure.SHARE, limits.coverage())
                .number(column.apply("storeys"), Measure.STOREYS, limits.storeys())
                .flag(column.apply("pilotis"), limits.pilotis())
                .number(column.apply("height"), Measure.HEIGHT, limits.height())
                .number(column.apply("openPerUnit"), Measure.OPEN_SPACE, limits.openPerUnit())
                .text(column.apply("parkingKind"), limits.parking().kind().name())
                .number(column.apply("frontSetback"), Measure.HEIGHT, limits.frontSetback());
        if (limits.parking().kind() != Parking.Kind.NONE) {
            line.number(
                    column.apply("parkingAmount"),
                    BookReader.parkingMeasure(limits.parking().kind()),
                    limits.parking().amount());
        }
    }

    void overlay(Overlay overlay) {
        Condition when = overlay.when();
        Amounts amounts = overlay.amounts();
        Written line = add(Sheet.OVERLAYS)
                .text("id", overlay.id())
                .text("layer", overlay.layer().map(Enum::name).orElse(""))
                .text("grade", overlay.grade())
                .band("value", OverlayReader.measureOf(overlay.layer()), when.value())
                .band("plot", Measure.AREA, when.plot())
                .band("street", Measure.WIDTH, when.street())
                .band("merged", Measure.COUNT, when.merged())
                .list("zones", new TreeSet<>(when.zones()))
                .list("uses", new TreeSet<>(when.uses()))
                .list("streets", new TreeSet<>(when.streets()))
                .text("effect", overlay.effect().name())
                .optional("density", Measure.DENSITY, amounts.density())
                .optional("coverage", Measure.SHARE, amounts.coverage())
                .optional("storeys", Measure.STOREYS, amounts.storeys())
                .optional("height", Measure.HEIGHT, amounts.height())
                .optional("setback", Measure.HEIGHT, amounts.setback())
                .text("onlyZone", amounts.zone())
                .text("alternative", amounts.alternative())
                .text("needs", overlay.needs())
                .list("clauses", overlay.clauses());
        if (when.leastShare() > 0) {
            line.number("leastShare", Measure.SHARE, when.leastShare());
        }
        if (!when.distance().equals(Condition.TOUCHING)) {
            line.number("distanceFrom", Measure.LENGTH, when.distance().from())
                    .until("distanceUntil", Measure.LENGTH, when.distance());
        }
    }

    void chamfer(Chamfer chamfer) {
        add(Sheet.CHAMFERS)
                .text("id", chamfer.id())
                .band("width", Measure.WIDTH, chamfer.width())
                .band("angle", Measure.DEGREES, chamfer.angle())
                .number("length", Measure.HEIGHT, chamfer.length());
    }

    Written add(Sheet sheet) {
        return sheets.add(sheet);
    }
}
