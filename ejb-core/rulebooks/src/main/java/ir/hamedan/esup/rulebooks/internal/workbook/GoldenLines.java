package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.workbooks.SheetLines.Written;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes golden parcels, and what lies on and around them, as lines. Versions of layers are no part of them. */
final class GoldenLines {
    private GoldenLines() {}

    static void write(BookLines lines, List<Golden> goldens) {
        for (Golden golden : goldens) {
            golden(lines, golden);
            around(lines, golden.id(), golden.site());
        }
    }

    private static void golden(BookLines lines, Golden golden) {
        Site site = golden.site();
        Written line = lines.add(Sheet.GOLDENS)
                .text("id", golden.id())
                .text("title", golden.title())
                .text("use", golden.use())
                .text("verdict", golden.verdict().name())
                .maybe("parcel", site.parcel())
                .date("on", site.on())
                .text("known", site.known().toString())
                .number("deedArea", Measure.AREA, site.deedArea())
                .number("area", Measure.AREA, site.area())
                .list("noData", names(site.noData()));
        if (site.clear().isEmpty()) {
            line.text("clear", "-");
        } else if (!site.clear().equals(GoldenReader.elsewhere(site.concerns(), site.noData()))) {
            line.list("clear", names(site.clear()));
        }
        given(line, golden.given());
        new TreeMap<>(golden.expected())
                .forEach((name, value) -> line.number(Sheet.expected(name), GoldenReader.measureOf(name), value));
        new TreeMap<>(golden.bases()).forEach((name, basis) -> basis(lines, golden.id(), name, basis));
    }

    private static void basis(BookLines lines, String golden, NumberName name, Answer.Basis basis) {
        Written line = lines.add(Sheet.GOLDEN_BASES)
                .text("golden", golden)
                .text("number", name.name())
                .text("basis", basis.kind().name());
        if (basis.kind().decimals().isPresent()) {
            line.number("amount", GoldenReader.measureOf(basis.kind()), basis.amount());
        }
    }

    private static void given(Written line, Given given) {
        line.list("locks", names(given.locks()))
                .optional("groundLevel", Measure.LENGTH, given.groundLevel())
                .optional("rooms", Measure.COUNT, given.rooms());
        if (given.merged() > 1) {
            line.number("mergedPlots", Measure.COUNT, given.merged());
        }
        if (given.ceded() > 0) {
            line.number("ceded", Measure.AREA, given.ceded());
        }
        given.decision().ifPresent(decision -> {
            line.text("decisionNumber", decision.number())
                    .date("decisionDate", decision.date())
                    .text("decisionMap", decision.map());
            BookLines.limits(line, decision.limits(), Sheet::ofDecision);
        });
    }

    private static void around(BookLines lines, String golden, Site site) {
        site.zones().forEach(zone -> lines.add(Sheet.GOLDEN_ZONES)
                .text("golden", golden)
                .text("code", zone.code())
                .text("name", zone.name())
                .number("area", Measure.AREA, zone.area()));
        site.frontages().forEach(front -> lines.add(Sheet.GOLDEN_FRONTAGES)
                .text("golden", golden)
                .text("street", front.street())
                .text("name", front.name())
                .number("width", Measure.WIDTH, front.width())
                .number("plannedWidth", Measure.WIDTH, front.plannedWidth())
                .number("length", Measure.LENGTH, front.length())
                .number("widening", Measure.AREA, front.widening()));
        site.corners().forEach(corner -> lines.add(Sheet.GOLDEN_CORNERS)
                .text("golden", golden)
                .text("street", corner.street())
                .text("other", corner.other())
                .number("angle", Measure.DEGREES, corner.angle()));
        site.concerns().forEach(near -> lines.add(Sheet.GOLDEN_CONCERNS)
                .text("golden", golden)
                .text("layer", near.layer().name())
                .text("feature", near.feature())
                .text("name", near.name())
                .text("grade", near.grade())
                .number("value", OverlayReader.measureOf(Optional.of(near.layer())), near.value())
                .number("area", Measure.AREA, near.area())
                .number("distance", Measure.LENGTH, near.distance()));
    }

    private static Collection<String> names(Collection<? extends Enum<?>> constants) {
        return new TreeSet<>(constants.stream().map(Enum::name).toList());
    }
}
