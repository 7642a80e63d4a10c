package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.rulebooks.api.RuleReports;
import ir.hamedan.esup.rulebooks.api.RuleReports.Filing;
import ir.hamedan.esup.rulebooks.api.RuleReports.Outcome;
import ir.hamedan.esup.rulebooks.api.RuleReports.Place;
import ir.hamedan.esup.rulebooks.api.RuleReports.Report;
import ir.hamedan.esup.rulebooks.api.RuleReports.ReportState;
import ir.hamedan.esup.rulebooks.api.RuleReports.Subject;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReportsTest {
    private static final RenewalCode PARCEL = RenewalCode.parse("1-5-67-3");
    private static final RenewalCode OTHER = RenewalCode.parse("1-5-67-4");
    private static final String WORDS = "عرض گذر شمالی ده متر است نه هشت";

    private final Office house = new Office();
    private final RuleReportsBean reports = new RuleReportsBean();

    RuleReportsTest() {
        reports.source = house.database.application();
        reports.audited = house.audited;
        reports.clock = house.clock;
        reports.caller = () -> "planner-1";
        reports.registered = List.of(PARCEL, OTHER)::contains;
        reports.inCity = place -> place.latitude() < 35_000_000;
    }

    private Filing filing(RenewalCode parcel, String words) {
        return new Filing(
                Optional.of(parcel), Optional.empty(), Office.TODAY, house.clock.instant(), Subject.MAP, words);
    }

    private Report filed(RenewalCode parcel, String words) {
        return house.database.transaction(() -> reports.file(filing(parcel, words)));
    }

    private Report replied(Report report, Outcome outcome) {
        return house.database.transaction(() -> reports.reply(report.reference(), outcome, "نقشه اصلاح می‌شود، سپاس"));
    }

    @Test
    void a_report_is_followed_by_its_reference_however_it_is_typed() {
        long book = house.published(DemoBook.book(), Office.TODAY).id();
        Report report = filed(PARCEL, "  عرض   گذر شمالی ده متر است نه هشت ");
        assertEquals(ReportState.OPEN, report.state());
        assertEquals(WORDS, report.words());
        assertEquals(OptionalLong.of(book), report.book());
        assertEquals(Optional.of(PARCEL), report.parcel());
        assertTrue(report.reference().matches("[0-9]{16}"), report.reference());
        String typed = PersianText.digits(report.reference()).replaceAll("(.{4})(?=.)", "$1-");
        assertEquals(report, reports.follow(typed));
        assertNotEquals(report.reference(), filed(PARCEL, WORDS).reference());
    }

    @Test
    void a_report_of_a_day_without_a_book_is_kept_all_the_same() {
        assertEquals(OptionalLong.empty(), filed(PARCEL, WORDS).book());
    }

    @Test
    void a_report_has_one_reply_which_goes_into_the_journal() {
        Report report = filed(PARCEL, WORDS);
        house.clock.pass(Duration.ofDays(1));
        Report answered = replied(report, Outcome.RIGHT);
        assertEquals(ReportState.ANSWERED, answered.state());
        assertEquals(Outcome.RIGHT, answered.reply().orElseThrow().outcome());
        assertEquals(house.clock.instant(), answered.reply().orElseThrow().at());
        assertEquals(answered, reports.follow(report.reference()));
        assertEquals("rulebooks.report-answered", refused(() -> replied(report, Outcome.NOT_RIGHT)));
        assertEquals(
                List.of("rulebooks.report-answered"),
                house.audited.all().stream().map(event -> event.action()).toList());
    }

    @Test
    void the_oldest_open_report_comes_first_and_an_answered_one_no_more() {
        Report first = filed(PARCEL, WORDS);
        Report second = filed(OTHER, WORDS);
        Report third = filed(PARCEL, WORDS);
        Report answered = replied(first, Outcome.PARTLY_RIGHT);
        var open = reports.reports(true, Office.FIRST);
        assertEquals(List.of(second, third), open.rows());
        assertEquals(2, open.total());
        var all = reports.reports(false, Office.FIRST);
        assertEquals(List.of(third, second, answered), all.rows());
        assertEquals(3, all.total());
    }

    private Report filed(Place place) {
        Filing filing = new Filing(
                Optional.empty(), Optional.of(place), Office.TODAY, house.clock.instant(), Subject.MISSING, WORDS);
        return house.database.transaction(() -> reports.file(filing));
    }

    @Test
    void a_place_where_no_parcel_is_may_be_reported_as_well() {
        Report report = filed(Place.parse("48.5148", "۳۴.۷۹۸۳۰۰۴"));
        assertEquals(Optional.empty(), report.parcel());
        assertEquals(Optional.of(new Place(48_514_800, 34_798_300)), report.place());
        assertEquals("34.798300, 48.514800", report.of());
        assertEquals(report, reports.follow(report.reference()));
        assertEquals(List.of(report), reports.reports(true, Office.FIRST).rows());
        assertEquals("parcels.outside-city", refused(() -> filed(Place.parse("48.5", "35.1"))));
        for (String wrong : new String[] {"", "north", "181", "1e2"}) {
            assertEquals("parcels.point-wrong", refused(() -> Place.parse(wrong, "34")));
        }
    }

    @Test
    void of_one_place_only_so_many_wait_and_another_is_not_held_up() {
        for (int i = 0; i < RuleReports.MOST_OPEN; i++) {
            filed(new Place(48_514_800 + i, 34_798_300 - i));
        }
        assertEquals("rulebooks.reports-waiting", refused(() -> filed(new Place(48_514_800, 34_798_300))));
        filed(new Place(48_516_000, 34_798_300));
        filed(PARCEL, WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "         \u200b \n ", "کوتاه است", "TOO LONG"})
    void words_are_bounded(String typed) {
        String words = typed.equals("TOO LONG") ? "ز".repeat(RuleReports.LONGEST + 1) : typed;
        Problem problem = assertThrows(Problem.class, () -> reports.file(filing(PARCEL, words)));
        assertEquals("rulebooks.report-words", problem.code());
        assertEquals("words", problem.field().orElseThrow());
        Report report = filed(PARCEL, WORDS);
        assertEquals("rulebooks.report-words", refused(() -> reports.reply(report.reference(), Outcome.RIGHT, words)));
    }

    @Test
    void of_one_parcel_only_so_many_wait_and_a_reply_makes_room() {
        Report first = filed(PARCEL, WORDS);
        for (int i = 1; i < RuleReports.MOST_OPEN; i++) {
            filed(PARCEL, WORDS);
        }
        assertEquals("rulebooks.reports-waiting", refused(() -> filed(PARCEL, WORDS)));
        filed(OTHER, WORDS);
        replied(first, Outcome.NOT_RIGHT);
        filed(PARCEL, WORDS);
    }

    @Test
    void what_is_not_there_is_not_reported_and_not_followed() {
        assertEquals("parcels.unknown-code", refused(() -> filed(RenewalCode.parse("9-9-9-9"), WORDS)));
        Filing later = new Filing(
                Optional.of(PARCEL),
                Optional.empty(),
                Office.TODAY,
                house.clock.instant().plusSeconds(1),
                Subject.RULE,
                WORDS);
        assertEquals("rulebooks.known-in-the-future", refused(() -> reports.file(later)));
        assertEquals("rulebooks.unknown-report", refused(() -> reports.follow("1234567890123456")));
        assertEquals("rulebooks.unknown-report", refused(() -> reports.follow(null)));
        assertEquals("rulebooks.unknown-report", refused(() -> reports.reply("12", Outcome.RIGHT, WORDS)));
    }

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }
}
