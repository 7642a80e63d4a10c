package ir.hamedan.esup.jobs.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.jobs.api.JobCount;
import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.internal.Office;
import ir.hamedan.esup.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelImportTest {
    private static final String GOOD = Office.row("1-5-67-1", Office.ARMAN, "1");

    private final Office office = new Office();

    @BeforeEach
    void clear() {
        office.clear();
    }

    @Test
    void a_row_is_recorded_as_it_says() {
        office.done(Office.HEADER
                + Office.row("۱-۵-۶۷-۱", "۷۴۰۱۰۰۳۷۱۶", "۳/۶")
                + Office.row("1-5-67-1", Office.SARA, "1/2"));
        String same =
                "1-5-67-1-0-0-0|2345/17|بخش ۲|6516738695|خیابان بوعلی، پلاک ۱۲|DWELLING|SINGLE_SHEET|25050|12000|f|"
                        + "2011-03-25|LOAD|";
        List<String> register = office.register();
        assertEquals(2, register.size());
        assertTrue(register.get(0).startsWith(same), register.get(0));
        assertTrue(
                register.get(0).endsWith("|2016-04-22|1|7401003716|مالک ۷۴۰۱۰۰۳۷۱۶|1|2|2016-04-22"), register.get(0));
        assertTrue(register.get(1).endsWith("|2|7401733900|مالک 7401733900|1|2|2016-04-22"), register.get(1));
    }

    @Test
    void headers_in_persian_in_any_order_with_semicolons_and_a_mark_are_understood() {
        String csv =
                "\uFEFFسهم;شناسه مالك;نام مالک;مالک از تاریخ;کد نوسازی;نشانی;کاربری;نوع سند;مساحت عرصه;تاریخ ثبت\r\n"
                        + "۱;" + Office.ARMAN + ";آرمان;۱۳۹۵/۲/۳;1-5-67-1;همدان، بوعلی;باغ;مشاع;۳۰۰٫۲۵;1390/1/5\r\n";
        JobRun run = office.done(csv);
        assertEquals(List.of(), office.faults(run));
        assertTrue(
                office.register().get(0).contains("|همدان، بوعلی|GARDEN|UNDIVIDED|30025|0|f|"),
                office.register().get(0));
    }

    @Test
    void a_packed_file_is_the_file_in_it() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((Office.HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        }
        JobRun run = office.start(packed.toByteArray(), false);
        assertEquals(run, office.start(Office.HEADER + GOOD, false));
    }

    @Test
    void what_unpacks_beyond_the_limit_is_refused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i <= JobKind.IMPORT_PARCELS.megabytes(); i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        assertEquals("jobs.file-too-large", code(packed.toByteArray()));
    }

    @Test
    void a_file_that_cannot_begin_is_refused_at_once_and_leaves_nothing() {
        assertEquals("jobs.file-empty", code(new byte[0]));
        assertEquals("jobs.file-unreadable", code(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}));
        assertEquals("jobs.header-missing", code(GOOD));
        assertEquals("jobs.header-missing", code("\n" + Office.HEADER + GOOD));
        assertEquals("jobs.header-unreadable", code("\u0000" + Office.HEADER + GOOD));
        assertEquals("jobs.header-unreadable", code(Office.HEADER.getBytes(StandardCharsets.UTF_16)));
        assertEquals("jobs.header-unreadable", code("\"" + Office.HEADER + GOOD));
        assertEquals("jobs.no-rows", code(Office.HEADER.strip()));
        assertEquals("jobs.column-unknown", code(Office.HEADER.replace("garden", "colour") + GOOD));
        assertEquals("jobs.column-twice", code(Office.HEADER.replace("garden", "کد نوسازی") + GOOD));
        assertEquals("jobs.column-missing", code(Office.HEADER.replace(",share", "") + GOOD));
        assertEquals(0, office.rows("jobs.input_file"));
    }

    @Test
    void lines_that_cannot_be_read_spoil_no_other() {
        String good = Office.row("1-5-67-9", Office.MINA, "1");
        JobRun run = office.done(concatenated(
                Office.HEADER + GOOD,
                "x".repeat(1 << 20) + "\n",
                "1-5-67-2,\u0000\n",
                "\"1-5-67-3,\n",
                "1-5-67-4,a\n",
                "\n",
                "1-5-67-5,\u00ff\u00fe\n",
                good));
        assertEquals(
                List.of("3  LINE_TOO_LONG", "4  CONTROL_CHARACTER", "5  QUOTES", "6  CELLS", "8  NOT_UTF_8"),
                office.faults(run));
        assertEquals(2, office.register().size());
        assertEquals(7, office.count(run, "READ"));
        assertEquals(5, office.count(run, "REFUSED"));
        assertEquals(JobState.FINISHED, run.state());
    }

    /** Every char of the texts as a byte where it is one, so that bytes can be wrong. */
    private static byte[] concatenated(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            boolean raw = text.chars().anyMatch(c -> c == 0xff);
            bytes.writeBytes(text.getBytes(raw ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void a_last_line_that_may_have_been_cut_is_not_believed() {
        String cut = Office.row("1-5-67-2", Office.ARMAN, "1");
        for (int length : new int[] {cut.length() - 1, cut.length() - 2, 20}) {
            office.clear();
            JobRun run = office.done(Office.HEADER + GOOD + cut.substring(0, length));
            assertEquals(List.of("3  LINE_CUT"), office.faults(run));
            assertEquals(1, office.register().size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-5-67-1 | 1-5 | CODE CODE",
                "1-5-67-1 | 1-5-67 | CODE BLOCK",
                "1-5-67-1 | 100-5-67-1 | CODE BLOCK",
                "6516738695 | 6516738 | POSTAL_CODE POSTAL_CODE",
                "مسکونی | کوه | USE USE",
                "SINGLE_SHEET | کاغذ | DEED DEED",
                "250.5 | -1 | LAND_AREA AREA",
                "250.5 | 1.234 | LAND_AREA AREA",
                "خیر | شاید | GARDEN YES_OR_NO",
                "1390/01/05 | 1390/13/05 | REGISTERED_ON DAY",
                "1395/02/03 | 1499/02/03 | OWNED_SINCE DAY_TO_COME",
                "7401003716 | 7401003717 | OWNER_ID PARTY",
                "1,1395 | 7/6,1395 | SHARE SHARE",
                "1,1395 | 1-1/6,1395 | SHARE SHARE",
                "1,1395 | 1/2,1395 | SHARE SHARES",
                "1,1395 | ,1395 | SHARE OWNER_INCOMPLETE",
                "250.5 | '' | LAND_AREA MISSING",
            })
    void a_wrong_cell_is_named_by_its_line_and_column(String right, String wrong, String fault) {
        assertTrue(GOOD.contains(right));
        String other = Office.row("1-5-67-2", Office.SARA, "1");
        JobRun run = office.done(Office.HEADER + other + GOOD.replaceFirst(Pattern.quote(right), wrong));
        assertEquals(List.of("3 " + fault), office.faults(run));
        assertEquals(1, office.register().size());
        assertEquals(1, office.count(run, "REFUSED"));
    }

    @Test
    void a_property_is_recorded_whole_or_not_at_all() {
        JobRun run = office.done(
                Office.HEADER
                        + Office.row("1-5-67-1", Office.ARMAN, "1/2")
                        + Office.row("1-5-67-1", "12", "1/2")
                        + Office.row("1-5-67-2", Office.ARMAN, "1/2")
                        + Office.row("1-5-67-2", Office.SARA, "1/2").replace("250.5", "251")
                        + Office.row("1-5-67-3", Office.ARMAN, "1/2")
                        + Office.row("1-5-67-3", Office.ARMAN, "1/2")
                        + Office.row("1-5-67-4", Office.ARMAN, "1/2")
                        + Office.row("1-5-67-4", Office.SARA, "2/3")
                        + Office.row("1-5-67-5", Office.ARMAN, "1")
                        + "1-5-67-5,2345/17,بخش ۲,6516738695,\"خیابان بوعلی، پلاک ۱۲\",مسکونی,SINGLE_SHEET,250.5,۱۲۰,خیر,1390/01/05,,,,\n");
        assertEquals(
                List.of(
                        "2 CODE WITH_OTHERS",
                        "3 OWNER_ID PARTY",
                        "4 CODE WITH_OTHERS",
                        "5  OBJECT_DIFFERS",
                        "6 OWNER_ID OWNER_TWICE",
                        "7 CODE WITH_OTHERS",
                        "8 SHARE SHARES",
                        "9 CODE WITH_OTHERS",
                        "10 CODE WITH_OTHERS",
                        "11 OWNER_ID OWNER_MISSING"),
                office.faults(run));
        assertEquals(List.of(), office.register());
    }

    @Test
    void what_is_recorded_already_stays_and_what_was_corrected_comes_in() {
        String wrong = Office.row("1-5-67-2", "12", "1");
        office.done(Office.HEADER + GOOD + wrong);
        JobRun again = office.done(Office.HEADER + GOOD + wrong.replace(",12,مالک 12,", "," + Office.SARA + ",سارا,"));
        assertEquals(List.of(), office.faults(again));
        assertEquals(1, office.count(again, "OBJECTS"));
        assertEquals(1, office.count(again, "KNOWN_OBJECTS"));
        assertEquals(1, office.count(again, "KNOWN_SHARES"));
        assertEquals(2, office.register().size());
    }

    @Test
    void a_file_is_the_whole_register_only_when_nothing_in_it_was_refused() {
        String sources = "parcels.source_load where source in ('LAND_OBJECTS', 'OWNERS')";
        JobRun partly = office.start(Office.HEADER + GOOD + "1-5\n", true);
        office.work();
        assertEquals(List.of("3  CELLS", "0  not-marked-complete"), office.faults(partly));
        assertEquals(0, office.rows(sources));
        JobRun whole = office.start(Office.HEADER + GOOD, true);
        office.work();
        assertEquals(List.of("0  marked-complete"), office.faults(whole));
        assertEquals(2, office.rows(sources));
        assertEquals("import-parcels-complete-" + whole.file().orElseThrow().sha256(), whole.key());
    }

    @Test
    void the_report_counts_all_names_the_first_thousand_and_gives_examples_of_each_reason() {
        StringBuilder csv = new StringBuilder(Office.HEADER);
        for (int i = 1; i <= 1_100; i++) {
            csv.append("1-5\n");
        }
        csv.append(Office.row("1-5-67-2", "12", "1"));
        JobRun run = office.done(csv.toString());
        assertEquals(1_101, office.count(run, "REFUSED"));
        assertEquals(Jobs.MOST_NOTES, office.total(run));
        assertEquals(
                List.of(
                        new JobCount("jobs.tally.READ", false, 1_101, List.of()),
                        new JobCount("jobs.tally.REFUSED", false, 1_101, List.of()),
                        new JobCount("jobs.row-fault.CELLS", true, 1_100, List.of(2L, 3L, 4L, 5L, 6L)),
                        new JobCount("jobs.row-fault.PARTY", true, 1, List.of())),
                office.counts(run));
    }

    @Test
    void a_line_with_several_faults_of_one_kind_is_one_example() {
        JobRun run = office.done(Office.HEADER + "1-5-67-1,,,,,,,,,,,,,,\n1-5-67-2,,,,,,,,,,,,,,\n");
        assertTrue(office.counts(run).contains(new JobCount("jobs.row-fault.MISSING", true, 2, List.of(2L, 3L))));
        assertEquals(10, office.total(run));
    }

    @Test
    void more_owners_than_a_property_can_have_are_refused_together() {
        StringBuilder csv = new StringBuilder(Office.HEADER);
        for (int i = 1; i <= 450; i++) {
            csv.append(Office.row("1-5-67-1", Office.ARMAN, i == 450 ? "1" : "1/450"));
        }
        JobRun run = office.done(csv + Office.row("1-5-67-2", Office.SARA, "1"));
        assertEquals(450, office.count(run, "OWNERS_TOO_MANY"));
        assertEquals(1, office.register().size());
    }

    private String code(String csv) {
        return code(csv.getBytes(StandardCharsets.UTF_8));
    }

    private String code(byte[] csv) {
        return assertThrows(Problem.class, () -> office.start(csv, false)).code();
    }
}
