package ir.hamedan.esup.restapi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MapResourceTest {
    private static MapViews.View view(double degrees, double scale) {
        return new MapViews.View(
                48.5,
                34.7,
                48.5 + degrees,
                34.7 + degrees,
                scale,
                Set.of(LayerKind.PARCEL),
                LocalDate.of(2026, 11, 24),
                Instant.EPOCH);
    }

    @Test
    void a_view_no_screen_could_show_is_refused() {
        assertDoesNotThrow(() -> MapResource.requireScreen(view(0.07, 1)));
        Problem problem = assertThrows(Problem.class, () -> MapResource.requireScreen(view(0.08, 1)));
        assertEquals("restapi.view-too-wide", problem.code());
        assertEquals("scale", problem.field().orElseThrow());
        assertDoesNotThrow(() -> MapResource.requireScreen(view(0.5, 10)));
        assertThrows(Problem.class, () -> MapResource.requireScreen(view(1, 10)));
    }

    @Test
    void layers_are_named_and_the_base_of_the_map_is_the_default() {
        Set<LayerKind> base = EnumSet.of(LayerKind.PARCEL, LayerKind.ZONE, LayerKind.STREET);
        assertEquals(base, MapResource.kinds(null));
        assertEquals(base, MapResource.kinds(" "));
        assertEquals(EnumSet.of(LayerKind.RIVER, LayerKind.FAULT), MapResource.kinds("RIVER,FAULT,RIVER"));
        for (String wrong : new String[] {"river", "RIVER,", "RIVER,OWNERS", "RIVER," + "RIVER,".repeat(1_000)}) {
            Problem problem = assertThrows(Problem.class, () -> MapResource.kinds(wrong));
            assertEquals("restapi.not-one-of", problem.code());
        }
    }
}
