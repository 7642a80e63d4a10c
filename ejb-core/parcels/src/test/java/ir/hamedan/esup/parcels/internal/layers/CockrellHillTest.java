package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.parcels.api.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real town of another country: its own UTM zone, its own names, and its own faults. */
class CockrellHillTest {
    private static final String FOLDER = "/ir/hamedan/esup/parcels/third-party/cockrell-hill/";

    private final CityLayers city = new CityLayers();

    @BeforeEach
    void in_texas() {
        city.office.setEpsg(32614);
        city.set("ZONE", "codes", "R R-S R-M C C-A PD");
    }

    private static String file(String name) throws IOException {
        try (InputStream file =
                new GZIPInputStream(CockrellHillTest.class.getResourceAsStream(FOLDER + name + ".gz"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private LayerVersion zoning() throws IOException {
        String text = file("Cockrell_Hill_zoning.geojson");
        return city.database.transaction(() -> {
            LayerVersion draft = city.office.open(
                    LayerKind.ZONE,
                    "Cockrell_Hill_zoning.geojson",
                    CityLayers.hash(text),
                    new FeatureNames("dist_abbr", "dist_name", "dist_abbr", "", ""));
            try (FeatureFile file = CityLayers.file(text)) {
                city.office.stage(draft.id(), file, 100);
            }
            return city.office.check(draft.id());
        });
    }

    @Test
    void its_zones_are_loaded_and_each_of_their_faults_is_told() throws IOException {
        LayerVersion checked = zoning();
        assertEquals(6, checked.position());
        assertEquals(
                List.of(
                        "BLOCK GEOMETRY_MISSING R []",
                        "BLOCK GEOMETRY_MISSING PD []",
                        "WARN NO_CITY_LIMIT  []",
                        "WARN SLIVER C [0.01, R-M]",
                        "WARN SLIVER C-A [0.01, R-S]",
                        "WARN SLIVER C-A [0.01, R-S]",
                        "WARN SLIVER C-A [0.03, R-S]",
                        "WARN SLIVER  [0.21, ]",
                        "WARN SLIVER  [0.21, ]"),
                city.faults(checked).stream()
                        .map(f -> f.severity() + " " + f.code() + " " + f.feature() + " " + f.parameters())
                        .toList());
    }

    /** Counted apart from the product: ray casting in degrees over the same two files. */
    @Test
    void the_middle_of_each_of_its_parcels_is_in_the_zone_that_a_straightforward_reading_finds() throws IOException {
        city.set("ZONE", "fault.GEOMETRY_MISSING", "WARN");
        city.published(zoning(), CityLayers.TODAY);
        SitesBean sites = city.sites();
        Map<String, Integer> found = new TreeMap<>();
        List<Node> middles = middles();
        city.database.inTransaction(() -> middles.forEach(middle -> {
            Site site = sites.at(middle.x(), middle.y(), CityLayers.TODAY, CityLayers.NOW);
            found.merge(site.zones().get(0).code(), 1, Integer::sum);
        }));
        assertEquals(Map.of("R-S", 780, "R-M", 142, "C", 87, "C-A", 10), found);
    }

    private static List<Node> middles() throws IOException {
        List<Node> middles = new ArrayList<>();
        try (GeoJsonFile file = (GeoJsonFile) CityLayers.file(file("Cockrell_Hill_parcels.geojson"))) {
            Optional<RawFeature> next = file.next(Set.of());
            while (next.isPresent()) {
                next.filter(raw -> raw.type().equals("Point"))
                        .flatMap(RawFeature::coordinates)
                        .ifPresent(middles::add);
                next = file.next(Set.of());
            }
        }
        return middles;
    }
}
