package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a plot of 12 by 20 metres, 5 metres north of its street. */
class ZonesOfPlotsTest {
    private static final LocalDate TODAY = CityLayers.TODAY;
    private static final Instant NOW = CityLayers.NOW;
    private static final RenewalCode PLOT = RenewalCode.parse("1-5-67-15");

    private final CityLayers city = new CityLayers();
    private final Sites sites = city.sites();

    @BeforeEach
    void plot() {
        city.register(PLOT, 24_000);
        city.published(LayerKind.PARCEL, new Drawing().box(PLOT.text(), "", 0, 5, 12, 25), TODAY);
    }

    @Test
    void a_plot_of_which_a_part_lies_in_no_zone_has_no_data_of_zones_and_says_the_rest() {
        Drawing zones = new Drawing().box("a", "'code':'R111'", -300, -300, 300, 20);
        city.published(LayerKind.ZONE, zones, TODAY);
        Site site = sites.of(PLOT, TODAY, NOW);
        assertEquals(List.of(new Site.Zone("R111", "", 18_000)), site.zones());
        assertTrue(site.noData().contains(LayerKind.ZONE), "60 of its 240 square metres lie in none");
    }

    @Test
    void a_plot_in_two_zones_is_split_by_area_and_a_sliver_is_noise() {
        Drawing zones = new Drawing()
                .box("a", "'code':'R111'", -300, -300, 300, 11)
                .box("b", "'code':'R112'", -300, 11, 300, 24.96)
                .box("c", "'code':'R131'", -300, 24.96, 300, 300);
        city.published(LayerKind.ZONE, zones, TODAY);
        Site site = sites.of(PLOT, TODAY, NOW);
        assertEquals(
                List.of(new Site.Zone("R112", "", 16_752), new Site.Zone("R111", "", 7_200)),
                site.zones(),
                "48 hundredths of a square metre in R131 are below the tolerance");
    }

    @Test
    void a_small_share_of_a_plot_in_another_zone_is_noise_and_still_no_hole() {
        Drawing zones = new Drawing()
                .box("a", "'code':'R111'", -300, -300, 300, 5.9)
                .box("b", "'code':'R112'", -300, 5.9, 300, 300);
        city.published(LayerKind.ZONE, zones, TODAY);
        assertEquals(2, sites.of(PLOT, TODAY, NOW).zones().size(), "10.8 of 240 square metres, nobody calls it noise");
        city.set("ZONE", "share", "44");
        assertEquals(2, sites.of(PLOT, TODAY, NOW).zones().size());
        city.set("ZONE", "share", "46");
        Site site = sites.of(PLOT, TODAY, NOW);
        assertEquals(List.of(new Site.Zone("R112", "", 22_920)), site.zones());
        assertFalse(site.noData().contains(LayerKind.ZONE), "every part lies in a zone");
    }
}
