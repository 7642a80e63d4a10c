package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CityPictureTest {
    private static final MapViews.Bounds CITY = new MapViews.Bounds(48.50, 34.78, 48.54, 34.82);

    @Test
    void a_tap_in_the_middle_of_the_picture_opens_the_map_in_the_middle_of_the_city() {
        MapViews.Bounds near = CityPicture.tapped("170", Integer.toString(CityPicture.height(CITY) / 2), CITY)
                .orElseThrow();
        assertEquals(48.52, (near.west() + near.east()) / 2, 0.0001);
        assertEquals(34.80, (near.south() + near.north()) / 2, 0.0001);
        assertTrue(near.east() - near.west() < (CITY.east() - CITY.west()) / 5, "nearer than the whole city");
    }

    @Test
    void the_corner_at_the_left_and_the_top_is_the_north_west_and_no_tap_leaves_the_city() {
        MapViews.Bounds corner = CityPicture.tapped("0", "0", CITY).orElseThrow();
        assertEquals(CITY.west(), (corner.west() + corner.east()) / 2, 0.0001);
        assertEquals(CITY.north(), (corner.south() + corner.north()) / 2, 0.0001);
        MapViews.Bounds beyond = CityPicture.tapped("9999", "9999", CITY).orElseThrow();
        assertEquals(CITY.east(), (beyond.west() + beyond.east()) / 2, 0.0001);
        assertEquals(CITY.south(), (beyond.south() + beyond.north()) / 2, 0.0001);
    }

    @Test
    void what_is_no_tap_is_none() {
        assertEquals(Optional.empty(), CityPicture.tapped("", "", CITY));
        assertEquals(Optional.empty(), CityPicture.tapped("-1", "12", CITY));
        assertEquals(Optional.empty(), CityPicture.tapped("12", "1e3", CITY));
    }

    @Test
    void the_picture_needs_nothing_from_the_page_it_stands_on() {
        Extract.Shape zone =
                new Extract.Shape(LayerKind.ZONE, false, "M0 0L1 0L1 1Z", "url(#p-ZONE)", "#0a6065", 2, null);
        String svg = CityPicture.drawn(new Extract(600, 500, List.of(zone), List.of(), 3_000));
        assertTrue(svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 500\">"), svg);
        assertTrue(svg.contains("d=\"M0 0L1 0L1 1Z\""), svg);
        assertFalse(svg.contains("url("), svg);
    }
}
