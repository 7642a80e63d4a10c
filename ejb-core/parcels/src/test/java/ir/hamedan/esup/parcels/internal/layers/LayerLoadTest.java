package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerLoad;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerLoadTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 5, 1);

    private final CityLayers city = new CityLayers();

    private static LayerVersion gardens(LayerLoad load, Drawing drawing) {
        return load.layer(
                LayerKind.GARDEN,
                "gardens.geojson",
                CityLayers.hash(drawing.text()),
                FeatureNames.of(LayerKind.GARDEN),
                drawing.stream(),
                LONG_AGO);
    }

    @Test
    void a_whole_layer_is_published_in_the_transaction_of_its_connection() throws SQLException {
        try (Connection connection = city.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            LayerLoad load = new LayerLoad(connection, CityLayers.NOW, "demo-1", "demo-2");
            load.limit(LONG_AGO, new Drawing().box("city", "", 0, 0, 100, 100).stream());
            LayerVersion published = gardens(load, new Drawing().box("g", "", 10, 10, 20, 20));
            assertEquals(LayerState.PUBLISHED, published.state());
            assertEquals(Optional.of("demo-1"), published.signedBy());
            assertEquals(Optional.of("demo-2"), published.publishedBy());
            assertEquals(0, published.warnings(), "the limit is known");
            assertEquals(0, published());
            connection.commit();
            assertEquals(1, published());
        }
    }

    @Test
    void a_layer_with_faults_stays_a_draft_and_nobody_signs_twice() throws SQLException {
        try (Connection connection = city.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            LayerLoad load = new LayerLoad(connection, CityLayers.NOW, "demo-1", "demo-1");
            assertEquals(LayerState.DRAFT, gardens(load, new Drawing().raw("7")).state());
            assertThrows(Sql.Failure.class, () -> gardens(load, new Drawing().box("g", "", 10, 10, 20, 20)));
        }
    }

    private long published() {
        return new Sql(city.database.application())
                .one(
                        "select count(*) as n from parcels.layer_version where state = 'PUBLISHED'",
                        row -> row.number("n"));
    }
}
