package ir.hamedan.esup.jobs.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.jobs.api.JobCount;
import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.api.Severity;
import ir.hamedan.esup.jobs.internal.Office;
import ir.hamedan.esup.jobs.internal.Shaken;
import ir.hamedan.esup.jobs.internal.Shaken.Moment;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerImportTest {
    private static final Map<String, String> GARDENS = Map.of(Jobs.LAYER, "GARDEN");

    private final Office office = new Office();

    @BeforeEach
    void clear() {
        office.clear();
    }

    /** A square of ten metres, in metres from the middle of the city. */
    private static String garden(String properties, int east) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[%2$d,3853000],[%3$d,3853000],[%3$d,3853010],[%2$d,3853010],[%2$d,3853000]]]}}",
                properties.replace('\'', '"'),
                272_000 + east,
                272_010 + east);
    }

    private static String collection(List<String> features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
    }

    private static String gardens(int count) {
        return collection(java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> garden("'id':'g" + i + "','name':'باغ " + i + "'", 20 * i))
                .toList());
    }

    private JobRun start(String text, Map<String, String> parameters) {
        return office.start(JobKind.IMPORT_LAYER, parameters, "باغ‌ها.geojson", text.getBytes(StandardCharsets.UTF_8));
    }

    private LayerVersion version(JobRun run) {
        return office.layers.version(LayerImport.version(run.parameters()));
    }

    private String refused(String text, Map<String, String> parameters) {
        return assertThrows(Problem.class, () -> start(text, parameters)).code();
    }

    @Test
    void a_layer_is_read_and_checked_and_opened_by_the_one_who_sent_it() {
        JobRun run = start(gardens(25), GARDENS);
        assertEquals("supervisor", version(run).openedBy());
        new Shaken(office, 10).beat();
        LayerVersion read = version(run);
        assertEquals(LayerKind.GARDEN, read.kind());
        assertEquals(25, read.position());
        assertTrue(read.complete() && read.checkedAt().isPresent());
        assertEquals(JobState.FINISHED, office.find(run).state());
        assertEquals(100, office.find(run).percent());
        assertEquals(25, office.count(run, "FEATURES"));
        assertEquals(25, office.rows("parcels.feature"));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_run_whose_node_dies_goes_on_where_the_draft_stands_and_takes_everything_once(Moment moment) {
        for (int step = 1; step <= 4; step++) {
            office.clear();
            JobRun run = start(gardens(25), GARDENS);
            Shaken first = new Shaken(office, 10);
            first.dieAt(moment, step);
            first.loseConnection();
            new Shaken(office, 7).beat();
            assertEquals(JobState.FINISHED, office.find(run).state());
            assertEquals(25, office.count(run, "FEATURES"), moment + " of step " + step);
            assertEquals(25, office.rows("parcels.feature"));
            assertEquals(1, office.rows("parcels.layer_version"));
        }
    }

    @Test
    void every_fault_is_in_the_report_with_the_feature_and_the_place() {
        String text = collection(List.of(
                garden("'id':'g1'", 0),
                garden("'id':'g1'", 20),
                garden("'name':'بی‌شناسه'", 40),
                garden("'id':'far'", 40_000_000),
                "{\"type\":\"Feature\",\"properties\":{\"id\":\"none\"},\"geometry\":null}"));
        JobRun run = start(text, GARDENS);
        new Shaken(office, 2).beat();
        LayerVersion read = version(run);
        Page<LayerFault> faults = office.layers.faults(read.id(), new Page.Request(0, 200));
        List<JobNote> notes = office.notes(run);
        assertEquals(
                faults.rows().stream()
                        .map(fault ->
                                "parcels.fault-code." + fault.code() + " " + fault.feature() + " " + fault.parameters())
                        .toList(),
                notes.stream()
                        .map(note -> note.code() + " " + note.place() + " " + note.arguments())
                        .toList());
        JobNote twice = notes.stream()
                .filter(note -> note.code().endsWith("ID_TWICE"))
                .findFirst()
                .orElseThrow();
        assertEquals("g1", twice.place());
        assertTrue(twice.value().matches("34\\.7[0-9]{5}, 48\\.5[0-9]{5}"), twice.value());
        assertEquals(read.blocking(), office.count(run, "BLOCKING"));
        assertEquals(
                read.blocking(),
                notes.stream().filter(note -> note.severity() == Severity.ERROR).count());
        assertTrue(
                office.counts(run).contains(new JobCount("parcels.fault-code.GEOMETRY_MISSING", true, 1, List.of())));
        assertEquals(JobState.FINISHED, office.find(run).state());
    }

    @Test
    void what_cannot_be_a_layer_is_refused_before_a_version_is_opened() {
        assertEquals("jobs.parameter-wrong", refused(gardens(1), Map.of()));
        assertEquals("jobs.parameter-wrong", refused(gardens(1), Map.of(Jobs.LAYER, "MOON")));
        assertEquals("jobs.parameter-wrong", refused(gardens(1), Map.of(Jobs.LAYER, "GARDEN", "id", " ")));
        assertEquals("jobs.unknown-parameter", refused(gardens(1), Map.of(Jobs.LAYER, "GARDEN", "fast", "true")));
        assertEquals("jobs.unknown-parameter", refused(gardens(1), Map.of(Jobs.LAYER, "GARDEN", Jobs.VERSION, "1")));
        assertEquals("jobs.not-geojson", refused("PK\u0003\u0004 a shape file", GARDENS));
        assertEquals("jobs.not-geojson", refused("[1]", GARDENS));
        assertEquals(0, office.rows("parcels.layer_version"));
        assertEquals(0, office.rows("jobs.input_file"));
    }

    @Test
    void the_same_file_is_one_run_until_its_version_is_withdrawn() {
        JobRun run = start(gardens(3), GARDENS);
        assertEquals(run, start(gardens(3), GARDENS));
        assertEquals("parcels.layer-file-known", refused(gardens(3), Map.of(Jobs.LAYER, "GARDEN", "id", "code")));
        new Shaken(office, 10).beat();
        assertEquals(office.find(run), start(gardens(3), GARDENS));
        office.layers.withdraw(version(run).id(), "پروندهٔ نادرست");
        JobRun again = start(gardens(3), GARDENS);
        assertEquals(2, version(again).number());
        new Shaken(office, 10).beat();
        assertEquals(3, version(again).position());
    }

    @Test
    void properties_of_other_names_are_read_as_they_were_named() {
        JobRun run = start(
                collection(List.of(garden("'plot':'g1','title':'باغ بهشت'", 0))),
                Map.of(Jobs.LAYER, "GARDEN", "id", "plot", "name", "title"));
        new Shaken(office, 10).beat();
        assertEquals(0, version(run).blocking());
        assertEquals(1, office.rows("parcels.feature where id = 'g1' and name = 'باغ بهشت'"));
    }

    @Test
    void a_draft_that_was_withdrawn_meanwhile_ends_the_run_with_the_reason() {
        JobRun run = start(gardens(25), GARDENS);
        Shaken node = new Shaken(office, 10);
        node.before(2, () -> office.layers.withdraw(version(run).id(), "پروندهٔ نادرست"));
        node.beat();
        JobRun failed = office.find(run);
        assertEquals(JobState.FAILED, failed.state());
        assertEquals(1, failed.attempts() + office.rows("jobs.job_run where attempts = 0"));
        assertEquals("parcels.layer-not-a-draft", failed.failure().orElseThrow().code());
        assertEquals(List.of("1"), failed.failure().orElseThrow().arguments());
        assertEquals(LayerState.WITHDRAWN, version(run).state());
        assertEquals(10, office.rows("parcels.feature"), "nothing came in after that");
    }
}
