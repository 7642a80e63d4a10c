package ir.hamedan.esup.rulebooks.demo;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sites for tests, every layer known. */
public final class Places {
    public static final LocalDate DAY = LocalDate.of(2026, 4, 4);
    public static final Instant KNOWN = Instant.parse("2026-04-04T08:00:00Z");

    private Places() {}

    /** A plot in one zone at one street, lengths in centimetres, areas in hundredths of a square metre. */
    public static Site plot(String zone, long area, int width, Site.Concern... concerns) {
        return plot(
                area,
                area,
                List.of(new Site.Zone(zone, zone, area)),
                List.of(new Site.Frontage("s1", "خیابان", width, width, 10_00, 0)),
                List.of(),
                List.of(concerns));
    }

    public static Site plot(
            long deedArea,
            long area,
            List<Site.Zone> zones,
            List<Site.Frontage> frontages,
            List<Site.Corner> corners,
            List<Site.Concern> concerns) {
        Set<LayerKind> clear = EnumSet.allOf(LayerKind.class);
        concerns.forEach(concern -> clear.remove(concern.layer()));
        return new Site(
                Optional.empty(),
                DAY,
                KNOWN,
                deedArea,
                area,
                zones,
                frontages,
                corners,
                concerns,
                clear,
                Set.of(),
                List.of());
    }

    /** The same site, but nothing is known of these layers. */
    public static Site without(Site site, LayerKind... kinds) {
        Set<LayerKind> noData = EnumSet.copyOf(List.of(kinds));
        Set<LayerKind> clear = EnumSet.noneOf(LayerKind.class);
        clear.addAll(site.clear());
        clear.removeAll(noData);
        List<Site.Concern> concerns = new ArrayList<>(site.concerns());
        concerns.removeIf(concern -> noData.contains(concern.layer()));
        return new Site(
                site.parcel(),
                site.on(),
                site.known(),
                site.deedArea(),
                site.area(),
                site.zones(),
                site.frontages(),
                site.corners(),
                concerns,
                clear,
                noData,
                site.versions());
    }

    /** The whole plot or a part of it lies in a feature. */
    public static Site.Concern in(LayerKind layer, String grade, long value, long area) {
        return new Site.Concern(layer, layer + "-1", layer + " " + grade, grade, value, area, 0);
    }

    /** The plot is near a feature. */
    public static Site.Concern near(LayerKind layer, long distance) {
        return new Site.Concern(layer, layer + "-1", layer.name(), "", 0, 0, distance);
    }

    /** The worked example: 240 m2 at a street of 10 m that takes 12 m2, buffer 2, worn-out fabric, slope 12 percent. */
    public static Site worked() {
        return plot(
                240_00,
                240_00,
                List.of(new Site.Zone("R122", "R122", 240_00)),
                List.of(new Site.Frontage("s1", "خیابان", 10_00, 12_00, 12_00, 12_00)),
                List.of(),
                List.of(
                        in(LayerKind.HERITAGE, "BUFFER_2", 0, 240_00),
                        in(LayerKind.WORN_OUT, "", 0, 240_00),
                        in(LayerKind.SLOPE, "", 120, 240_00)));
    }
}
