package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerSetting;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LayerOfficeTest {
    private final CityLayers city = new CityLayers();
    private final LayerOfficeBean office = city.office;

    private static Drawing gardens(int count) {
        Drawing drawing = new Drawing();
        for (int i = 0; i < count; i++) {
            drawing.box("g" + i, "'name':'باغ " + i + "'", 20 * i, 0, 20 * i + 10, 10);
        }
        return drawing;
    }

    private static void refused(String code, Executable work) {
        assertEquals(code, assertThrows(Problem.class, work).code());
    }

    private long features(LayerVersion version) {
        return new Sql(city.database.application())
                .one(
                        "select count(*) as n from parcels.feature where version = ?",
                        row -> row.number("n"),
                        version.id());
    }

    @Test
    void a_file_is_taken_piece_by_piece_and_once_whoever_restarts() {
        String text = gardens(25).text();
        LayerVersion draft = city.open(LayerKind.GARDEN, text);
        try (FeatureFile file = CityLayers.file(text)) {
            assertEquals(10, office.stage(draft.id(), file, 10).position());
        }
        try (FeatureFile anew = CityLayers.file(text);
                FeatureFile other = CityLayers.file(text)) {
            assertEquals(20, office.stage(draft.id(), anew, 10).position());
            assertEquals(
                    25, office.stage(draft.id(), other, 10_000).position(), "the other goes on where the first ended");
            refused("parcels.layer-position", () -> {
                LayerVersion fresh = city.open(LayerKind.ROAD_PLAN, text);
                office.stage(fresh.id(), anew, 10);
            });
        }
        assertEquals(25, features(draft));
        LayerVersion whole = city.staged(office.version(draft.id()), text, 10);
        assertTrue(whole.complete());
        assertEquals(25, features(draft));
        assertEquals(0, whole.blocking());
    }

    @Test
    void a_piece_that_fails_leaves_nothing_behind() {
        String text = gardens(5).text();
        LayerVersion draft = city.open(LayerKind.GARDEN, text);
        assertThrows(
                IllegalStateException.class,
                () -> city.database.transaction(() -> {
                    office.stage(draft.id(), CityLayers.file(text), 3);
                    throw new IllegalStateException("the node dies");
                }));
        assertEquals(0, office.version(draft.id()).position());
        assertEquals(0, features(draft));
    }

    @Test
    void another_file_than_the_announced_one_is_refused_at_its_end() {
        LayerVersion draft = city.open(LayerKind.GARDEN, gardens(3).text());
        refused(
                "parcels.layer-file-changed",
                () -> city.staged(draft, gardens(4).text(), 100));
        assertEquals(0, features(draft));
        refused(
                "parcels.layer-file-known",
                () -> city.open(LayerKind.GARDEN, gardens(3).text()));
        office.withdraw(draft.id(), "پروندهٔ نادرست");
        city.open(LayerKind.GARDEN, gardens(3).text());
    }

    @Test
    void every_fault_has_its_feature_and_place_and_loses_no_other() {
        Drawing drawing = new Drawing()
                .box("good", "'code':'R111','name':'یک'", 0, 0, 100, 100)
                .area("bow", "'code':'R112'", 200, 0, 300, 100, 300, 0, 200, 100)
                .raw(Drawing.feature(
                        "open", "'code':'R112'", "Polygon", "[[[272400,3853000],[272500,3853000],[272500,3853100]]]"))
                .raw(Drawing.feature(
                        "swap", "'code':'R112'", "Polygon", "[[[34.8,48.51],[34.8,48.52],[34.81,48.52],[34.8,48.51]]]"))
                .raw(Drawing.feature("far", "'code':'R112'", "Polygon", "[[[2.1,4.8],[2.2,4.8],[2.2,4.9],[2.1,4.8]]]"))
                .raw(Drawing.feature(
                        "thin", "'code':'R112'", "Polygon", "[[[272400,3853000],[272500,3853000],[272400,3853000]]]"))
                .raw(Drawing.feature("line", "'code':'R112'", "LineString", "[[272400,3853000],[272500,3853000]]"))
                .box("what", "'code':'X9'", 600, 0, 700, 100)
                .box("none", "'name':'بی‌کد'", 800, 0, 900, 100)
                .box("good", "'code':'R111'", 900, 0, 1000, 100)
                .box("", "'code':'R111'", 1000, 0, 1100, 100)
                .box("last", "'code':'R۱۲۱'", 1100, 0, 1200, 100);
        LayerVersion version = city.staged(LayerKind.ZONE, drawing.text(), 3);

        assertEquals(5, features(version), "good, bow, open, what and last");
        List<String> found = city.faults(version).stream()
                .map(fault ->
                        fault.code() + " " + fault.feature() + (fault.place().isPresent() ? "" : " nowhere"))
                .toList();
        assertEquals(
                List.of(
                        "SELF_CROSSING bow",
                        "RING_OPEN open",
                        "COORDINATES_SWAPPED swap",
                        "FAR_AWAY far",
                        "TOO_FEW_POINTS thin",
                        "GEOMETRY_TYPE line",
                        "CODE_UNKNOWN what",
                        "PROPERTY_MISSING none",
                        "ID_MISSING #11",
                        "ID_TWICE good"),
                found);
        LayerFault crossing = city.faults(version).get(0);
        assertEquals(48.5095, crossing.place().orElseThrow().longitude(), 0.002);
        assertEquals(34.794, crossing.place().orElseThrow().latitude(), 0.002);
        assertEquals(10, version.blocking());
    }

    @Test
    void a_street_says_its_width_and_a_slope_its_percent() {
        Drawing streets = new Drawing()
                .line("s1", "'name':'بوعلی','width':10,'plannedWidth':'۱۲٫۵'", 0, 0, 100, 0)
                .line("s2", "'width':8", 0, 20, 100, 20)
                .line("s3", "'width':'broad'", 0, 40, 100, 40)
                .line("s4", "'width':[10]", 0, 60, 100, 60)
                .line("s5", "'width':-3", 0, 80, 100, 80)
                .line("s6", "'width':1e99", 0, 90, 100, 90)
                .line("s7", "", 0, 95, 100, 95);
        LayerVersion version = city.staged(LayerKind.STREET, streets.text(), 100);
        assertEquals(
                List.of("s1 1000 1250", "s2 800 800"),
                new Sql(city.database.application())
                        .list(
                                "select concat_ws(' ', id, value, planned) as line from parcels.feature where version = ? order by place",
                                row -> row.text("line"),
                                version.id()));
        assertEquals(
                List.of("broad", "", "-3", "1e99"),
                city.faults(version).stream()
                        .filter(fault -> fault.code() == FaultCode.PROPERTY_WRONG)
                        .map(fault -> fault.parameters().get(1))
                        .toList());
        assertEquals(FaultCode.PROPERTY_MISSING, city.codes(version).get(4));
    }

    @Test
    void a_parcel_is_known_by_its_renewal_code() {
        city.register(RenewalCode.parse("1-5-67-15"), 24_000);
        Drawing parcels = new Drawing()
                .box("۱-۵-۶۷-۱۵", "", 0, 0, 10, 10)
                .box("1-5-67-16-0-0-0", "", 10, 0, 20, 10)
                .box("1-5-67-15-1", "", 20, 0, 30, 10)
                .box("house", "", 30, 0, 40, 10);
        LayerVersion version = city.checked(LayerKind.PARCEL, parcels);
        assertEquals(
                List.of("ID_WRONG 1-5-67-15-1", "ID_WRONG house", "UNKNOWN_PARCEL 1-5-67-16-0-0-0"),
                city.faults(version).stream()
                        .filter(fault -> fault.severity() == LayerFault.Severity.BLOCK)
                        .map(fault -> fault.code() + " " + fault.feature())
                        .toList());
        assertEquals(List.of("house", "PARCEL"), wrongId(version).parameters());
        Drawing zones = new Drawing().box("z".repeat(101), "'code':'R121'", 0, 0, 10, 10);
        assertEquals(
                "LAYER",
                wrongId(city.checked(LayerKind.ZONE, zones)).parameters().get(1));
    }

    private LayerFault wrongId(LayerVersion version) {
        return city.faults(version).stream()
                .filter(fault -> fault.code() == FaultCode.ID_WRONG)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void what_blocks_is_a_dated_setting_of_the_layer() {
        Drawing drawing = new Drawing().box("z", "'code':'X9'", 0, 0, 100, 100);
        city.set("ZONE", "fault.CODE_UNKNOWN", "WARN");
        LayerVersion version = city.checked(LayerKind.ZONE, drawing);
        assertEquals(List.of(FaultCode.CODE_UNKNOWN, FaultCode.NO_CITY_LIMIT), city.codes(version));
        assertEquals(0, version.blocking());
        assertEquals(2, version.warnings());
        for (String[] wrong : new String[][] {
            {"ZONE", "fault.NOTHING", "WARN"}, {"ZONE", "sliver", "x"}, {"SEA", "sliver", "1"}, {"*", "width", "1"}
        }) {
            refused("parcels.wrong-layer-setting", () -> city.set(wrong[0], wrong[1], wrong[2]));
        }
        refused(
                "parcels.layer-day-in-the-past",
                () -> office.set(new LayerSetting("*", "sliver", CityLayers.TODAY.minusDays(1), "1", "آزمون")));
        assertEquals(
                "WARN",
                office.settings().stream()
                        .filter(setting ->
                                setting.kind().equals("ZONE") && setting.name().equals("fault.CODE_UNKNOWN"))
                        .findFirst()
                        .orElseThrow()
                        .value());
    }

    @Test
    void two_people_publish_what_was_checked() {
        LayerVersion version = city.staged(LayerKind.GARDEN, gardens(2).text(), 100);
        refused("parcels.layer-not-checked", () -> office.sign(version.id(), CityLayers.TODAY));
        refused("parcels.layer-not-signed", () -> office.publish(version.id()));
        office.check(version.id());
        office.sign(version.id(), CityLayers.TODAY);
        refused("parcels.second-signer-needed", () -> office.publish(version.id()));
        city.caller = "planner-2";
        LayerVersion published = office.publish(version.id());

        assertEquals(LayerState.PUBLISHED, published.state());
        assertEquals(Optional.of("planner-1"), published.signedBy());
        assertEquals(Optional.of("planner-2"), published.publishedBy());
        assertEquals(
                List.of("parcels.layer-opened", "parcels.layer-signed", "parcels.layer-published"),
                city.audited.all().stream().map(Audited::action).toList());
        refused("parcels.layer-not-a-draft", () -> office.check(version.id()));
        refused("parcels.layer-not-a-draft", () -> office.publish(version.id()));
        LayerVersion withdrawn = office.withdraw(version.id(), "نقشهٔ نادرست");
        assertEquals(LayerState.WITHDRAWN, withdrawn.state());
        refused("parcels.layer-withdrawn-already", () -> office.withdraw(version.id(), "نقشهٔ نادرست"));
        assertEquals(
                1,
                office.versions(Optional.of(LayerKind.GARDEN), new Page.Request(0, 10))
                        .total());
        assertEquals(
                0,
                office.versions(Optional.of(LayerKind.ZONE), new Page.Request(0, 10))
                        .total());
    }

    @Test
    void a_later_version_takes_effect_today_or_later_and_never_with_faults() {
        city.published(LayerKind.GARDEN, gardens(1), CityLayers.TODAY.minusYears(3));
        LayerVersion second = city.checked(LayerKind.GARDEN, gardens(2));
        refused("parcels.layer-day-in-the-past", () -> office.sign(second.id(), CityLayers.TODAY.minusDays(1)));
        LayerVersion wrong = city.checked(LayerKind.GARDEN, gardens(3).raw("7"));
        refused("parcels.layer-has-faults", () -> office.sign(wrong.id(), CityLayers.TODAY));
        refused("parcels.unknown-layer-version", () -> office.version(999_999));
    }

    @Test
    void the_tables_keep_what_is_published_whoever_writes() {
        LayerVersion version = city.published(LayerKind.GARDEN, gardens(1), CityLayers.TODAY);
        Sql owner = new Sql(city.database.owner());
        for (String change : new String[] {
            "insert into parcels.feature select version, 'new', place, name, grade, value, planned, geometry, bounds"
                    + " from parcels.feature where version = " + version.id(),
            "update parcels.layer_version set valid_from = valid_from - 1 where id = " + version.id(),
            "update parcels.layer_version set state = 'DRAFT' where id = " + version.id()
        }) {
            assertEquals(
                    "23514",
                    assertThrows(Sql.Failure.class, () -> owner.run(change), change)
                            .state());
        }
    }

    @Test
    void the_zone_of_the_map_is_fixed_by_the_first_layer() {
        refused("parcels.map-zone-wrong", () -> office.setEpsg(3857));
        office.setEpsg(32638);
        assertEquals(32638, office.epsg());
        office.setEpsg(32639);
        city.open(LayerKind.GARDEN, gardens(1).text());
        refused("parcels.map-in-use", () -> office.setEpsg(32640));
    }
}
