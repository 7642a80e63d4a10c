package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What a place is part of: its zones by area, and the overlays that touch it or are near enough. Pure. */
final class Parts {
    private final Geometry place;
    private final Settings settings;
    private final Shapes shapes;

    /** Square metres of the place that lie in zones, slivers too; since {@link #zones}. */
    private double zoned;

    Parts(Geometry place, Settings settings, Shapes shapes) {
        this.place = place;
        this.settings = settings;
        this.shapes = shapes;
    }

    /** Hundredths of a square metre. */
    static long hundredths(double squareMetres) {
        return Math.round(squareMetres * 100);
    }

    /** The area of what the place and the geometry share, in square metres. */
    private double shared(Feature feature) {
        Geometry geometry = feature.geometry();
        if (place.getDimension() < 2 || geometry.getDimension() < 2 || !shapes.intersects(feature, place)) {
            return 0;
        }
        return shapes.covers(feature, place)
                ? place.getArea()
                : OverlayNGRobust.overlay(place, geometry, OverlayNG.INTERSECTION)
                        .getArea();
    }

    /** By falling area; of a point those that cover it, with no area. A sliver is dropped unless it is all there is. */
    List<Site.Zone> zones(List<Feature> features) {
        Map<String, Double> areas = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        features.stream().sorted(Comparator.comparing(Feature::id)).forEach(feature -> {
            double area = shared(feature);
            boolean holds = place.getDimension() == 2 ? area > 0 : shapes.covers(feature, place);
            if (holds) {
                areas.merge(feature.grade(), area, Double::sum);
                names.putIfAbsent(feature.grade(), feature.name());
            }
        });
        zoned = areas.values().stream().mapToDouble(area -> area).sum();
        double noise = Math.max(settings.sliver(LayerKind.ZONE), settings.leastShare() * place.getArea());
        double largest = areas.values().stream().mapToDouble(area -> area).max().orElse(0);
        double tolerance = Math.min(noise, largest);
        List<Site.Zone> zones = new ArrayList<>();
        areas.forEach((code, area) -> {
            if (area >= tolerance) {
                zones.add(new Site.Zone(code, names.get(code), hundredths(area)));
            }
        });
        zones.sort(Comparator.comparingLong(Site.Zone::area).reversed().thenComparing(Site.Zone::code));
        return whole(zones);
    }

    /** Whether more of the place than a sliver lies in none of its zones. Where there is no zone at all that is said already. */
    boolean isPartlyWithoutZone() {
        return zoned > 0
                && hundredths(place.getArea()) - hundredths(zoned) >= hundredths(settings.sliver(LayerKind.ZONE));
    }

    /** The shares are rounded one by one; what that leaves over goes to the largest. */
    private List<Site.Zone> whole(List<Site.Zone> zones) {
        long over = hundredths(place.getArea())
                - zones.stream().mapToLong(Site.Zone::area).sum();
        if (zones.size() < 2 || Math.abs(over) > zones.size()) {
            return zones;
        }
        Site.Zone largest = zones.get(0);
        zones.set(0, new Site.Zone(largest.code(), largest.name(), largest.area() + over));
        return zones;
    }

    /** What of an overlay concerns the place: the nearest first, then the largest. */
    List<Site.Concern> concerns(LayerKind kind, List<Feature> features) {
        List<Site.Concern> concerns = new ArrayList<>();
        for (Feature feature : features) {
            double distance = shapes.distance(feature, place);
            double area = distance > 0 ? 0 : shared(feature);
            if (distance > 0 ? distance <= settings.near(kind) : touches(kind, feature.geometry(), area)) {
                concerns.add(new Site.Concern(
                        kind, feature.id(), feature.name(), feature.grade(), feature.value(), hundredths(area), (long)
                                Math.ceil(distance * 100 - 0.01)));
            }
        }
        concerns.sort(Comparator.comparingLong(Site.Concern::distance)
                .thenComparing(Comparator.comparingLong(Site.Concern::area).reversed())
                .thenComparing(Site.Concern::feature));
        return concerns;
    }

    /** Areas that only share a border or a sliver do not concern the place, unless being near is enough. */
    private boolean touches(LayerKind kind, Geometry geometry, double area) {
        boolean areas = place.getDimension() == 2 && geometry.getDimension() == 2;
        return !areas
                || settings.near(kind) > 0
                || area > 0 && area >= Math.min(settings.sliver(kind), place.getArea());
    }
}
