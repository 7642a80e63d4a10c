package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.rulebooks.api.RuleBooks.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookAddressesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "/7, 7, book, ''",
        "/7/clause/12, 7, clause, 12",
        "/7/clause/12/3, 7, clause, 12/3",
        "/7/chapter/2, 7, chapter, 2",
        "/7/table, 7, table, ''",
        "/900000000000000000/table, 900000000000000000, table, ''"
    })
    void an_address_names_its_place(String path, long book, String view, String number) {
        assertEquals(Optional.of(new BookAddresses.Place(book, Optional.of(view), number)), BookAddresses.place(path));
    }

    @Test
    void a_table_is_downloaded_under_its_own_address() {
        assertEquals(
                Optional.of(new BookAddresses.Place(7, Optional.empty(), "")), BookAddresses.place("/7/table.dmn"));
        assertEquals("/book/7/table.dmn", BookAddresses.dmn(7, "", ""));
        assertEquals("/book/7/table.dmn?zone=R121&use=DWELLING", BookAddresses.dmn(7, "R121", "DWELLING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/0",
                "/-7",
                "/seven",
                "/7/clause",
                "/7/clause/",
                "/7/table/3",
                "/7/table.dmn/3",
                "/7/other",
                "/../7",
                "/1000000000000000000000"
            })
    void what_names_nothing_is_not_found(String path) {
        assertEquals(Optional.empty(), BookAddresses.place(path));
    }

    @Test
    void numbers_and_codes_of_any_script_are_coded_in_addresses() {
        assertEquals("/book/7/clause/12/3", BookAddresses.clause(7, "12/3"));
        assertEquals("/book/7/clause/%D8%A7%20%22%3C", BookAddresses.clause(7, "ا \"<"));
        assertEquals("/book/7/table?zone=R1&use=A%26B&row=13/12", BookAddresses.table(7, "R1", "A&B", "13/12"));
        assertEquals("/book/7/table?zone=R1&use=A", BookAddresses.table(7, "R1", "A", ""));
    }

    @Test
    void the_older_form_of_an_address_leads_on() {
        assertEquals("/book/7", BookAddresses.old("7"));
        assertEquals("/books", BookAddresses.old(null));
        assertEquals("/books", BookAddresses.old("//elsewhere.example"));
    }

    @Test
    void a_book_stands_as_its_days_say() {
        assertEquals(BooksPage.Standing.IN_FORCE, standing(edition(2, TODAY, false)));
        assertEquals(BooksPage.Standing.PAST, standing(edition(1, TODAY, false)));
        assertEquals(BooksPage.Standing.COMING, standing(edition(3, TODAY.plusDays(1), false)));
        assertEquals(BooksPage.Standing.WITHDRAWN, standing(edition(3, TODAY.plusDays(1), true)));
    }

    private static BooksPage.Standing standing(Edition edition) {
        return BooksPage.ruleBook(edition, TODAY, Optional.of(2L)).standing();
    }

    private static Edition edition(long id, LocalDate from, boolean withdrawn) {
        return new Edition(
                id,
                "B",
                "1",
                "title",
                true,
                from,
                Instant.EPOCH,
                withdrawn ? Optional.of(Instant.EPOCH) : Optional.empty(),
                "hash");
    }

    @Test
    void a_reference_is_shown_in_groups() {
        assertEquals("1234-5678-9012-3456", FollowPage.grouped("1234567890123456"));
    }
}
