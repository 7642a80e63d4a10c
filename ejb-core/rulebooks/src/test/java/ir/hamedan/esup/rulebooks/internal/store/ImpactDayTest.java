package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** An impact report tells something only of a day from which the book could hold. */
class ImpactDayTest {
    private static final LocalDate LONG_AGO = new PersianDate(1300, 1, 1).toLocalDate();
    private static final LocalDate SPRING = new PersianDate(1406, 1, 1).toLocalDate();

    private final Office house = new Office();

    private static RuleBook gaping() {
        List<Row> rows = new ArrayList<>(DemoBook.book().rows());
        rows.remove(10);
        return Office.withRows(rows);
    }

    private static RuleBook gapingFrom(LocalDate day) {
        RuleBook book = gaping();
        BookData data = book.data();
        BookData later = new BookData(
                data.code(),
                data.version(),
                data.title(),
                data.authority(),
                data.approval(),
                day,
                data.supersedes(),
                data.demonstration());
        return Office.with(later, book.rows(), book.referrals(), book.goldens());
    }

    /** As it was opened when any day was taken. */
    private void openedEarlier(long book, LocalDate day) {
        new Sql(house.database.owner())
                .run(
                        "insert into rulebooks.impact (book, content_hash, on_day, known, total, opened_by, opened_at,"
                                + " finished_at) values (?, 'x', ?, ?, 0, 'planner-1', ?, ?)",
                        book,
                        day,
                        house.clock.instant(),
                        house.clock.instant(),
                        house.clock.instant());
    }

    private long gap(long book) {
        return house.office.findings(book, true, Office.FIRST).rows().get(0).id();
    }

    private void refer(long finding) {
        house.database.transaction(() -> house.office.proposeReferral(finding, "به‌عمد بی‌ضابطه است"));
    }

    @Test
    void no_report_is_opened_for_a_day_the_book_could_not_hold_from() {
        long now = house.importBook(gaping()).id();
        assertEquals("rulebooks.before-its-day", refused(() -> house.impact(now, LONG_AGO)));
        assertEquals("rulebooks.impact-day-over", refused(() -> house.impact(now, Office.TODAY.minusDays(1))));
        house.impact(now, Office.TODAY);
        long later = house.importBook(gapingFrom(SPRING)).id();
        assertEquals("rulebooks.before-its-day", refused(() -> house.impact(later, SPRING.minusDays(1))));
        house.impact(later, SPRING);
    }

    @Test
    void a_report_of_another_day_opens_no_settlement_and_counts_no_parcels() {
        long book = house.importBook(gapingFrom(SPRING)).id();
        openedEarlier(book, LONG_AGO);
        openedEarlier(book, SPRING.minusDays(1));
        assertEquals("rulebooks.impact-before-settling", refused(() -> refer(gap(book))));
        assertEquals(OptionalLong.empty(), house.reports.finding(gap(book)).report());
        Report report = house.impact(book, SPRING);
        openedEarlier(book, LONG_AGO.plusDays(1));
        assertEquals(
                OptionalLong.of(report.id()), house.reports.finding(gap(book)).report(), "not the last one");
        assertEquals(Optional.of(SPRING), house.reports.counted(book).map(Report::on));
        refer(gap(book));
    }

    @Test
    void a_report_goes_on_counting_when_its_day_is_over() {
        long book = house.importBook(gaping()).id();
        house.impact(book, Office.TODAY);
        house.clock.pass(Duration.ofDays(3));
        refer(gap(book));
    }

    @Test
    void who_signs_for_another_day_than_the_report_is_for_is_told_both_days() {
        house.published(Office.version("1"), Office.TODAY);
        house.published(Office.version("2"), Office.TODAY.plusDays(20));
        long book = house.importBook(Office.version("3")).id();
        assertEquals(
                "rulebooks.impact-missing", refused(() -> house.publish(book, Office.TODAY.plusDays(30), "planner-1")));
        house.impact(book, Office.TODAY.plusDays(10));
        Problem refused =
                assertThrows(Problem.class, () -> house.publish(book, Office.TODAY.plusDays(30), "planner-1"));
        assertEquals("rulebooks.impact-of-other-day", refused.code());
        assertEquals(List.of(Office.TODAY.plusDays(10), Office.TODAY.plusDays(30)), refused.arguments());
        assertEquals(Optional.of("effectiveFrom"), refused.field());
        house.publish(book, Office.TODAY.plusDays(10), "planner-1");
    }

    @Test
    void a_book_can_hold_from_the_day_of_its_workbook_or_from_today_when_that_is_over() {
        assertEquals(
                Office.TODAY, house.office.firstDay(house.importBook(gaping()).id()));
        assertEquals(
                SPRING,
                house.office.firstDay(house.importBook(gapingFrom(SPRING)).id()));
    }

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }
}
