package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.rulebooks.api.Amounts;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Condition;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.workbooks.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes overlay rules of their lines. */
final class OverlayReader {
    private final Known known;

    OverlayReader(Known known) {
        this.known = known;
    }

    List<Overlay> all(List<Line> lines) {
        List<Overlay> all = new ArrayList<>();
        OverlayBands bands = new OverlayBands();
        for (Line line : lines) {
            Overlay overlay = overlay(line);
            if (!line.isWrong()) {
                all.add(overlay);
                bands.add(line, overlay);
            }
        }
        if (!lines.stream().allMatch(line -> line.hasColumns(Sheet.OVERLAYS.columns()))) {
            return all;
        }
        bands.overlaps();
        if (all.size() == lines.size()) {
            bands.holes();
        }
        return all;
    }

    private Overlay overlay(Line line) {
        String id = line.requiredCode("id");
        known.overlay(line, id);
        Optional<LayerKind> layer =
                line.text("layer").isEmpty() ? Optional.empty() : Optional.of(line.constant("layer", LayerKind.class));
        Condition when = condition(line, layer);
        Effect effect = line.constant("effect", Effect.class);
        Amounts amounts = amounts(line);
        String missing = missing(effect, amounts, layer);
        if (!missing.isEmpty() && !line.isWrong()) {
            line.fault(missing, "rulebooks.fault.effect-needs", effect.name());
        }
        List<String> clauses = line.requiredCodes("clauses");
        known.needClauses(line, "clauses", clauses);
        return new Overlay(id, layer, line.code("grade"), when, effect, amounts, line.code("needs"), clauses);
    }

    private Condition condition(Line line, Optional<LayerKind> layer) {
        List<String> zones = line.codes("zones");
        known.needZones(line, "zones", zones);
        List<String> uses = line.codes("uses");
        known.needUses(line, "uses", uses);
        boolean touching = line.text("distanceFrom").isEmpty()
                && line.text("distanceUntil").isEmpty();
        return new Condition(
                line.hasColumn("layer")
                        ? line.band("valueFrom", "valueUntil", measureOf(layer), Band.OPEN, Band::new)
                        : Band.ANY,
                touching
                        ? Condition.TOUCHING
                        : line.band("distanceFrom", "distanceUntil", Measure.LENGTH, Band.OPEN, Band::new),
                Math.toIntExact(line.number("leastShare", Measure.SHARE, 0)),
                line.band("plotFrom", "plotUntil", Measure.AREA, Band.OPEN, Band::new),
                line.band("streetFrom", "streetUntil", Measure.WIDTH, Band.OPEN, Band::new),
                line.band("mergedFrom", "mergedUntil", Measure.COUNT, Band.OPEN, Band::new),
                set(zones),
                set(uses),
                set(line.codes("streets")));
    }

    private Amounts amounts(Line line) {
        OptionalInt density = line.optional("density", Measure.DENSITY);
        String zone = line.code("onlyZone");
        known.needZones(line, "onlyZone", List.of(zone));
        return new Amounts(
                density,
                line.optional("coverage", Measure.SHARE),
                line.optional("storeys", Measure.STOREYS),
                line.optional("height", Measure.HEIGHT),
                line.optional("setback", Measure.HEIGHT),
                zone,
                line.code("alternative"));
    }

    /** The column without which the effect would be none; empty when nothing is missing. */
    private static String missing(Effect effect, Amounts amounts, Optional<LayerKind> layer) {
        boolean none = amounts.density().isEmpty() && amounts.storeys().isEmpty();
        return switch (effect) {
            case ONLY_ZONE -> amounts.zone().isEmpty() ? "onlyZone" : "";
            case BONUS, REDUCTION -> none ? "density" : "";
            case CEDED_BONUS -> amounts.density().isEmpty() ? "density" : "";
            case CAP -> none && amounts.coverage().isEmpty() && amounts.height().isEmpty() ? "height" : "";
            case CAP_OF_MAP_HEIGHT, CAP_OF_MAP_LEVEL -> layer.isEmpty() ? "layer" : "";
            case STREET_WALL -> amounts.height().isEmpty() ? "height" : "";
            case LOCK, OPEN_SPACE_ONLY, FORBIDDEN, REPORT -> "";
        };
    }

    /** In which unit a layer gives its value. */
    static Measure measureOf(Optional<LayerKind> layer) {
        if (layer.isEmpty()) {
            return Measure.WHOLE;
        }
        return switch (layer.get()) {
            case SLOPE -> Measure.TENTHS;
            case AIRPORT -> Measure.LENGTH;
            case PARCEL, ZONE, STREET, HERITAGE, WORN_OUT, RIVER, FAULT, SECURITY, GARDEN, ROAD_PLAN -> Measure.WHOLE;
        };
    }

    private static Set<String> set(List<String> codes) {
        return new LinkedHashSet<>(codes);
    }
}
