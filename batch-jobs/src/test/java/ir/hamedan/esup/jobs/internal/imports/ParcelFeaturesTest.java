package ir.hamedan.esup.jobs.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.internal.Office;
import ir.hamedan.esup.jobs.internal.Shaken;
import ir.hamedan.esup.jobs.internal.Shaken.Moment;
import ir.hamedan.esup.kernel.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelFeaturesTest {
    private static final String OUTLINE =
            "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[48.5,34.8],[48.6,34.8],[48.6,34.9],[48.5,34.8]]]}";

    private final Office office = new Office();

    @BeforeEach
    void clear() {
        office.clear();
    }

    /** The cells of {@link Office#row} as properties. */
    private static String feature(String code, String owner, String share) {
        return ("{'type':'Feature','id':7," + OUTLINE + ",'properties':{'code':'" + code
                        + "','plate':'2345/17','section':'بخش ۲','postalCode':6516738695,"
                        + "'address':'خیابان بوعلی، پلاک ۱۲','use':'مسکونی','deed':'SINGLE_SHEET','landArea':250.5,"
                        + "'floorArea':'۱۲۰','garden':false,'registeredOn':'1390/01/05','ownerId':'" + owner
                        + "','ownerName':'مالک " + owner + "','share':'" + share + "','ownedSince':'1395/02/03'}}")
                .replace('\'', '"');
    }

    private static String collection(String... features) {
        return "\uFEFF{\"type\":\"FeatureCollection\",\"name\":\"املاک\",\"features\":[" + String.join(",\n", features)
                + "],\"bbox\":[1,2,3,4]}\n";
    }

    @Test
    void features_leave_the_same_register_as_the_rows_they_stand_for() {
        office.done(Office.HEADER
                + Office.row("1-5-67-1", Office.ARMAN, "1/2")
                + Office.row("1-5-67-1", Office.SARA, "3/6")
                + Office.row("1-5-67-2", Office.MINA, "1"));
        List<String> rows = withoutRun(office.register());
        office.clear();
        JobRun run = office.done(collection(
                feature("1-5-67-1", Office.ARMAN, "1/2"),
                feature("1-5-67-1", Office.SARA, "3/6"),
                feature("1-5-67-2", Office.MINA, "1")));
        assertEquals(List.of(), office.faults(run));
        assertEquals(rows, withoutRun(office.register()));
        assertEquals(3, run.total());
    }

    private static List<String> withoutRun(List<String> register) {
        return register.stream()
                .map(row -> row.replaceFirst("import-parcels-[0-9a-f]{64}", ""))
                .toList();
    }

    @Test
    void a_wrong_property_is_named_by_the_number_of_its_feature_and_spoils_no_other() {
        JobRun run = office.done(collection(
                feature("1-5-67-1", Office.ARMAN, "1"),
                feature("1-5-67-2", "12", "1"),
                "{\"type\":\"Feature\"," + OUTLINE + ",\"properties\":{\"code\":[1]}}",
                "null",
                feature("1-5-67-3", Office.SARA, "1/2"),
                feature("1-5-67-4", Office.SARA, "1").replace("بوعلی", "بوعلی\\u0000")));
        assertEquals(
                List.of("2 OWNER_ID PARTY", "3  FEATURE", "4  FEATURE", "5 SHARE SHARES", "6  CONTROL_CHARACTER"),
                office.faults(run));
        assertEquals(1, office.register().size());
        assertEquals(6, office.count(run, "READ"));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_run_whose_node_dies_goes_on_at_the_feature_where_it_was(Moment moment) {
        String[] features = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> feature("1-5-67-" + i, Office.ARMAN, "1"))
                .toArray(String[]::new);
        JobRun run = office.start(collection(features), false);
        Shaken first = new Shaken(office, 2);
        first.dieAt(moment, 3);
        first.loseConnection();
        new Shaken(office, 2).beat();
        assertEquals(JobState.FINISHED, office.find(run).state());
        assertEquals(9, office.count(run, "OBJECTS"));
        assertEquals(0, office.count(run, "KNOWN_OBJECTS"));
        assertEquals(9, office.register().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"features\":[",
                "{\"features\":[{\"properties\":{\"code\":\"1-5-67-1\"}}",
                "{\"features\":[{\"properties\":{\"code\":}}]}",
                "{\"features\":[{\"properties\":{\"code\":\"1-5-67-1\"}}]} and more"
            })
    void what_is_no_json_to_its_end_is_refused_at_once(String text) {
        assertEquals("jobs.not-geojson", refused(text));
        assertEquals(0, office.rows("jobs.input_file"));
    }

    @Test
    void a_collection_with_nothing_or_with_other_properties_is_refused_at_once() {
        assertEquals("jobs.no-rows", refused("{\"features\":[]}"));
        assertEquals("jobs.no-rows", refused("{\"type\":\"FeatureCollection\"}"));
        assertEquals(
                "jobs.column-unknown",
                refused(collection(feature("1-5-67-1", Office.ARMAN, "1").replace("garden", "colour"))));
        assertEquals(
                "jobs.column-twice",
                refused(collection(feature("1-5-67-1", Office.ARMAN, "1").replace("garden", "کد نوسازی"))));
        assertEquals(
                "jobs.column-missing",
                refused(collection(feature("1-5-67-1", Office.ARMAN, "1").replace("\"share\"", "\"garden\""))));
        assertTrue(office.register().isEmpty());
    }

    private String refused(String text) {
        return assertThrows(Problem.class, () -> office.start(text, false)).code();
    }
}
