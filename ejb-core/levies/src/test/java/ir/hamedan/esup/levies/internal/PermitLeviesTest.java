package ir.hamedan.esup.levies.internal;

import static ir.hamedan.esup.levies.internal.PermitTariffTest.DAY;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.DEMONSTRATION;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.FIRST;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.LAST;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.NOW;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.amounts;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.assertRefused;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.book;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.example4;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.floor;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.price;
import static ir.hamedan.esup.levies.internal.PermitTariffTest.reasons;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.PermitLevies.Book;
import ir.hamedan.esup.levies.api.PermitLevies.Counted;
import ir.hamedan.esup.levies.api.PermitLevies.Estimate;
import ir.hamedan.esup.levies.api.PermitLevies.Hit;
import ir.hamedan.esup.levies.api.PermitLevies.Listed;
import ir.hamedan.esup.levies.api.PermitLevies.Part;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.levies.api.PermitLevyLoad;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Example 4 of the domain guide by the demonstration tariff, and the tables behind an estimate. */
class PermitLeviesTest {
    /** Work with a load. */
    @FunctionalInterface
    interface Loading {
        void on(PermitLevyLoad load) throws SQLException;
    }

    /** A database of its own with what a test publishes. */
    static final class Tables {
        final TestDatabase database = TestDatabase.fresh();
        final PermitLeviesBean levies = new PermitLeviesBean();

        Tables() {
            levies.source = database.application();
        }

        Tables load(Loading work) {
            return load(NOW, work);
        }

        Tables load(Instant now, Loading work) {
            try (Connection connection = database.owner().getConnection()) {
                connection.setAutoCommit(false);
                work.on(new PermitLevyLoad(connection, now, "test"));
                connection.commit();
                return this;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final Page.Request PAGE = new Page.Request(0, 50);

    @Test
    void example_4_an_apartment_house_by_the_demonstration_tariff() {
        Estimate estimate =
                new Tables().load(load -> load.demonstration(1405)).levies.of(example4());

        assertEquals(
                Map.of(
                        "P-10", 590_760_000L,
                        "P-20", 165_360_000L,
                        "P-30", 7_560_000L,
                        "P-40", 210_000_000L,
                        "P-50", 360_000_000L),
                amounts(estimate));
        assertEquals(OptionalLong.of(1_333_680_000), estimate.total());
        assertTrue(estimate.isComplete());
        assertEquals(
                Map.of(
                        "P-60", Reason.OFF,
                        "P-70", Reason.NOTHING,
                        "P-80", Reason.OFF,
                        "T-10", Reason.NOT_CLAIMED,
                        "T-20", Reason.NOT_CLAIMED),
                reasons(estimate));
        assertEquals(List.of("5"), estimate.lines().get(3).articles());
        Book book = estimate.book().orElseThrow();
        assertEquals(new Book(1405, 1, DEMONSTRATION.title(), DEMONSTRATION.approval(), FIRST, true), book);
        assertEquals(Rial.of(6_000_000), estimate.price().orElseThrow().amount());
        Counted parking = estimate.lines().get(3);
        assertEquals("عوارض کسری پارکینگ", parking.title());
        assertTrue(parking.legalBasis().contains("مادهٔ ۸۰"), parking.legalBasis());
        assertEquals(
                "۱ جای پارک کسری × ۲۵ مترمربع × ۱٬۴۰۰ در هزار × ۶٬۰۰۰٬۰۰۰ ریال = ۲۱۰٬۰۰۰٬۰۰۰ ریال",
                parking.words(Messages.in(Messages.PERSIAN)));
    }

    @Test
    void a_day_without_a_book_is_no_data_and_not_nothing() {
        Estimate estimate = new Tables()
                .load(load -> load.demonstration(1405))
                .levies
                .of(PermitQuestion.of(LAST.plusDays(1), 1, "DWELLING", true, 10_000, 2));

        assertEquals(OptionalLong.empty(), estimate.total());
        assertFalse(estimate.isComplete());
        assertEquals(Optional.empty(), estimate.book());
        assertEquals(Map.of("", Reason.NO_BOOK), reasons(estimate));
        assertEquals(
                "No levy book is published for 1406/01/01; no estimate can be made.",
                estimate.leftOut().get(0).words(Messages.in(Locale.ENGLISH)));
    }

    @Test
    void a_place_without_a_price_is_no_data_and_not_nothing() {
        Estimate estimate = new Tables()
                .load(load -> load.demonstration(1405))
                .levies
                .of(PermitQuestion.of(DAY, 0, "DWELLING", true, 10_000, 2));

        assertEquals(OptionalLong.empty(), estimate.total());
        assertFalse(estimate.isComplete());
        assertEquals(Reason.NO_PRICE, reasons(estimate).get("P-10"));
        assertEquals(Reason.NOTHING, reasons(estimate).get("P-20"));
        assertEquals(Reason.OFF, reasons(estimate).get("P-60"));
    }

    @Test
    void the_narrowest_price_counts_and_of_two_the_later() {
        Tables tables = new Tables().load(load -> {
            load.publish(book(1, FIRST, floor(FIRST, Factor.of(Factor.ANY, 1_000))));
            load.price(price(0, "", 1));
            load.price(price(2, "", 2));
            load.price(price(2, "", 3));
            load.price(price(0, "R122", 4));
            load.price(price(2, "R122", 5));
        });
        PermitQuestion question = PermitQuestion.of(DAY, 9, "DWELLING", true, 100, 1);
        PermitQuestion inTwo = PermitQuestion.of(DAY, 2, "DWELLING", true, 100, 1);

        assertEquals(OptionalLong.of(1), tables.levies.of(question).total());
        assertEquals(OptionalLong.of(3), tables.levies.of(inTwo).total());
        assertEquals(
                OptionalLong.of(4), tables.levies.of(question.pricedBy("R122")).total());
        assertEquals(
                OptionalLong.of(5), tables.levies.of(inTwo.pricedBy("R122")).total());
        assertEquals(
                OptionalLong.of(3), tables.levies.of(inTwo.pricedBy("R999")).total());
    }

    @Test
    void a_new_version_holds_from_its_day_on_and_not_for_what_was_known_before_it() {
        LocalDate mid = new PersianDate(1405, 7, 1).toLocalDate();
        Instant later = NOW.plusSeconds(60);
        Tables tables = new Tables()
                .load(load -> {
                    load.publish(book(1, FIRST, floor(FIRST, Factor.of(Factor.ANY, 1_000))));
                    load.price(price(1, "", 10));
                })
                .load(later, load -> {
                    load.publish(book(2, mid, floor(mid, Factor.of(Factor.ANY, 2_000))));
                    load.price(price(1, "", 20));
                });
        PermitQuestion question = PermitQuestion.of(DAY, 1, "DWELLING", true, 100, 1);

        assertEquals(OptionalLong.of(40), tables.levies.of(question).total());
        assertEquals(
                OptionalLong.of(20),
                tables.levies
                        .of(PermitQuestion.of(mid.minusDays(1), 1, "DWELLING", true, 100, 1))
                        .total());
        assertEquals(
                OptionalLong.of(10), tables.levies.of(question.knownAt(NOW)).total());
        assertEquals(
                OptionalLong.empty(),
                tables.levies.of(question.knownAt(NOW.minusSeconds(1))).total());

        assertEquals(List.of("2 true", "1 false"), listed(tables, DAY));
        assertEquals(List.of("2 false", "1 true"), listed(tables, mid.minusDays(1)));
        new Sql(tables.database.owner()).run("""
                insert into levies.tariff_withdrawal (book, withdrawn_at) select id, ? from levies.tariff_book where version = 2""", later);
        assertEquals(List.of("2 false withdrawn", "1 true"), listed(tables, DAY));
        Page<Listed> second = tables.levies.books(DAY, new Page.Request(1, 1));
        assertEquals(2, second.total());
        assertEquals(1, second.rows().get(0).book().version());
    }

    private static List<String> listed(Tables tables, LocalDate on) {
        return tables.levies.books(on, new Page.Request(0, 20)).rows().stream()
                .map(listed -> listed.book().version() + " " + listed.inForce()
                        + (listed.withdrawnAt().isPresent() ? " withdrawn" : ""))
                .toList();
    }

    @Test
    void lines_and_articles_of_a_book_are_found_however_their_words_are_typed_and_titles_count_more() {
        Tables tables = new Tables().load(load -> load.demonstration(1405));
        assertEquals(List.of("P-30", "4"), found(tables, "پيش آمدگي"));
        assertEquals(List.of("P-30", "4"), found(tables, "پیش‌آمدگی"));
        assertEquals(List.of("10", "T-30"), found(tables, "یکجا"));
        assertEquals(List.of("7"), found(tables, "دهانه ارتفاع"));
        assertEquals(List.of("P-70"), found(tables, "p 70"));
        assertEquals(List.of(), found(tables, "پیش‌آمدگی هتل"));
        Hit hit = tables.levies.search(1405, 1, "دهانه", PAGE).rows().get(0);
        assertEquals(Part.ARTICLE, hit.part());
        assertEquals(
                "دهانه",
                hit.text()
                        .substring(
                                hit.inText().get(0).from(), hit.inText().get(0).until()));
        Page<Hit> all = tables.levies.search(1405, 1, "عوارض", PAGE);
        assertEquals(
                all.rows().subList(2, 4),
                tables.levies.search(1405, 1, "عوارض", new Page.Request(1, 2)).rows());
    }

    @Test
    void a_search_in_a_levy_book_has_its_limits() {
        Tables tables = new Tables().load(load -> load.demonstration(1405));
        assertRefused("levies.search-empty", () -> tables.levies.search(1405, 1, "؟ ٪", PAGE));
        assertRefused("levies.search-empty", () -> tables.levies.search(1405, 1, null, PAGE));
        assertRefused("levies.search-too-long", () -> tables.levies.search(1405, 1, "پ".repeat(201), PAGE));
        assertRefused("levies.unknown-book", () -> tables.levies.search(1405, 9, "زیربنا", PAGE));
    }

    private static List<String> found(Tables tables, String typed) {
        return tables.levies.search(1405, 1, typed, PAGE).rows().stream()
                .map(Hit::number)
                .toList();
    }

    @Test
    void a_published_book_stays_as_it_is() {
        Tables tables = new Tables().load(load -> load.demonstration(1405));
        Sql application = new Sql(tables.database.application());
        for (String sql : List.of(
                "update levies.tariff_book set title = ''",
                "update levies.tariff_line set is_on = false",
                "delete from levies.tariff_factor",
                "update levies.tariff_price set amount = 1",
                "truncate levies.tariff_publication")) {
            assertEquals("42501", refused(application, sql), sql);
        }
        Sql owner = new Sql(tables.database.owner());
        for (String sql : List.of(
                "insert into levies.tariff_factor select line, 'SHOP', 0, 9, 0, 9, 1 from levies.tariff_factor limit 1",
                "update levies.tariff_line set title = ''",
                "insert into levies.tariff_line (book, place, code, title, formula, legal_basis, is_on, off_reason,"
                        + " valid_from, area_each) select book, 39, 'P-99', 't', 'FLOOR', 'l', true, '', valid_from, 0"
                        + " from levies.tariff_line limit 1")) {
            assertEquals("23514", refused(owner, sql), sql);
        }
    }

    private static String refused(Sql as, String sql) {
        return assertThrows(Sql.Failure.class, () -> as.run(sql), sql).state();
    }

    @Test
    void a_version_is_published_once_and_a_price_is_an_amount() {
        Tables tables = new Tables().load(load -> load.publish(DEMONSTRATION));

        assertRefused("levies.book-published", () -> tables.load(load -> load.publish(DEMONSTRATION)));
        assertRefused("levies.price-wrong", () -> tables.load(load -> load.price(price(1, "", 0))));
    }
}
