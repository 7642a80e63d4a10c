package ir.hamedan.esup.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.PlanMaps.Part;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.web.Look;
import ir.hamedan.esup.web.MapLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MapWordsTest {
    private static final List<Messages> BOTH = List.of(Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH));

    private static String resource(String name) throws IOException {
        try (InputStream in = MapLayer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_text_the_map_asks_for_is_there_for_both_maps_of_planners() throws IOException {
        String template = resource("/META-INF/resources/WEB-INF/templates/map/map.xhtml");
        Matcher asked =
                Pattern.compile("map\\.words\\(\\)\\.concat\\('([a-z-]+)'\\)").matcher(template);
        Set<String> keys = new HashSet<>();
        while (asked.find()) {
            keys.add(asked.group(1));
        }
        // What is told of a tap is the public map's alone.
        assertTrue(keys.removeAll(Set.of("nothing", "report")), keys.toString());
        assertTrue(keys.size() >= 10, keys.toString());
        for (Messages messages : BOTH) {
            for (String key : keys) {
                assertTrue(!messages.text("staff.plan.map." + key, "#").isBlank());
                assertTrue(!messages.text("staff.impact.map." + key, "#").isBlank());
            }
        }
    }

    @Test
    void what_is_planned_is_told_apart_without_colours() {
        Messages persian = BOTH.get(0);
        List<Look> parts = Stream.of(Part.values())
                .map(part -> PlanLook.of(part, persian, true).look())
                .toList();
        List<Look> outcomes = Stream.of(Outcome.values())
                .map(outcome -> PlanLook.of(outcome, persian).look())
                .toList();
        for (List<Look> looks : List.of(parts, outcomes)) {
            long shapes = looks.stream()
                    .map(look -> (look.fill().startsWith("url") ? look.fill() : "") + "/" + look.dash())
                    .distinct()
                    .count();
            assertEquals(looks.size(), shapes, "two have one pattern and one stroke");
        }
    }

    @Test
    void a_fault_is_said_with_its_place_in_the_digits_of_the_language() {
        LayerFault gap =
                new LayerFault(FaultCode.GAP, LayerFault.Severity.BLOCK, "", Optional.empty(), List.of("12.50"));
        assertEquals("No zone covers this place of 12.50 m².", Said.fault(BOTH.get(1), gap));
        assertTrue(Said.fault(BOTH.get(0), gap).contains("۱۲"), Said.fault(BOTH.get(0), gap));
        LayerFault unknown = new LayerFault(
                FaultCode.CODE_UNKNOWN, LayerFault.Severity.BLOCK, "z1", Optional.empty(), List.of("R999"));
        assertEquals("The code “R999” is not among the codes of this layer.", Said.fault(BOTH.get(1), unknown));
    }

    @Test
    void a_decimal_has_the_mark_and_separators_of_the_language_and_a_code_stays_as_it_is() {
        assertEquals("هیچ پهنه‌ای این ۳۴۱٬۲۱۵٫۳۷ مترمربع را نمی‌پوشاند.", said(FaultCode.GAP, "341215.37"));
        assertEquals(
                "ملکی با کد نوسازی \u20661-5-67-16-0-0-0\u2069 در دفتر نیست.",
                said(FaultCode.UNKNOWN_PARCEL, "1-5-67-16-0-0-0"));
        assertEquals("شناسهٔ «۱۲۳۴۵» دو بار آمده است؛ عارضهٔ نخست نگه داشته شد.", said(FaultCode.ID_TWICE, "12345"));
    }

    @Test
    void an_id_is_wrong_by_the_rule_of_its_layer() {
        String parcel = said(FaultCode.ID_WRONG, "house", "PARCEL");
        assertTrue(parcel.contains("کد نوسازی"), parcel);
        String zone = said(FaultCode.ID_WRONG, "z", "LAYER");
        assertTrue(!zone.contains("کد نوسازی") && zone.contains("۱۰۰ نویسه"), zone);
        assertEquals("شناسهٔ «z» پذیرفتنی نیست.", said(FaultCode.ID_WRONG, "z"), "kept before layers were told apart");
    }

    private static String said(FaultCode code, String... values) {
        LayerFault fault = new LayerFault(code, LayerFault.Severity.BLOCK, "", Optional.empty(), List.of(values));
        return Said.fault(BOTH.get(0), fault);
    }

    @Test
    void the_whole_file_is_named_where_a_fault_has_no_feature() {
        LayerFault gap =
                new LayerFault(FaultCode.GAP, LayerFault.Severity.BLOCK, "", Optional.empty(), List.of("12.50"));
        assertEquals("No zone covers this place of 12.50 m².", MapServlet.words(BOTH.get(1), gap));
        LayerFault bow =
                new LayerFault(FaultCode.SELF_CROSSING, LayerFault.Severity.BLOCK, "z7", Optional.empty(), List.of());
        assertEquals(
                "z7 – A ring crosses or touches itself here; it was repaired.", MapServlet.words(BOTH.get(1), bow));
    }
}
