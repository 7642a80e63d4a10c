package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** What the layers in force have around many places, in one statement for all of them. */
final class AroundMany {
    /** More features of one layer than lie around a piece of any city. */
    private static final int MOST = 500_000;

    /** Metres: places of one square are looked for by one box. */
    private static final double SQUARE = 200;

    /** Metres: the boxes of PostgreSQL meet a little before those of Java do. */
    private static final double FUZZ = 1e-5;

    private static final String FEATURES = "with " + Used.VERSIONS + """
            , hit as (
                select distinct f.version, f.id
                from unnest(?::text[]) as place (box)
                cross join used u
                join parcels.feature f on f.version = u.id and f.bounds && place.box::box
                where u.kind <> 'PARCEL' limit ?)
            select u.kind, u.number, u.valid_from, u.hash, f.id, f.place, f.name, f.grade, f.value, f.planned, f.geometry,
                case when row_number() over (partition by u.kind) = 1 then u.coverage end as coverage
            from used u
            left join (hit h join parcels.feature f on f.version = h.version and f.id = h.id) on f.version = u.id""";

    private record Square(long east, long north) {}

    private final Around all = new Around(MOST);
    private final Map<LayerKind, STRtree> trees = new EnumMap<>(LayerKind.class);
    private final double reach;

    AroundMany(Sql sql, Used used, Collection<Geometry> places, double reach) {
        this.reach = reach;
        sql.list(FEATURES, all::read, used.arguments(boxes(places, reach), MOST));
        for (LayerKind kind : LayerKind.values()) {
            STRtree tree = new STRtree();
            all.of(kind).forEach(feature -> tree.insert(feature.geometry().getEnvelopeInternal(), feature));
            tree.build();
            trees.put(kind, tree);
        }
    }

    private static List<String> boxes(Collection<Geometry> places, double reach) {
        Map<Square, Envelope> squares = new HashMap<>();
        for (Geometry place : places) {
            Envelope box = place.getEnvelopeInternal();
            Coordinate middle = box.centre();
            box.expandBy(reach);
            squares.computeIfAbsent(
                            new Square(Math.round(middle.x / SQUARE), Math.round(middle.y / SQUARE)),
                            square -> new Envelope())
                    .expandToInclude(box);
        }
        return squares.values().stream().map(Wkb::box).toList();
    }

    /** What one statement for this place alone would have found. */
    Around of(Geometry place) {
        Envelope box = place.getEnvelopeInternal();
        box.expandBy(reach + FUZZ);
        return all.among(kind -> query(trees.get(kind), box));
    }

    @SuppressWarnings("unchecked")
    private static List<Feature> query(STRtree tree, Envelope box) {
        return tree.query(box);
    }
}
