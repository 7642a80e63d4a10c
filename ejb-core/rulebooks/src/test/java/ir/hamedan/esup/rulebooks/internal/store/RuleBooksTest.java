package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.SearchWords.Mark;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.RuleBooks.ChapterView;
import ir.hamedan.esup.rulebooks.api.RuleBooks.Found;
import ir.hamedan.esup.rulebooks.api.RuleBooks.Hit;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBooksTest {
    private static final LocalDate DAY = Office.TODAY.plusDays(10);

    private final Office house = new Office();

    @Test
    void the_published_book_is_the_one_that_was_handed_in() {
        long id = house.published(DemoBook.book(), Office.TODAY).id();
        var inForce = house.books.inForce(Office.TODAY, house.clock.instant()).orElseThrow();
        assertEquals(id, inForce.edition().id());
        assertEquals(DemoBook.book().from(Office.TODAY), inForce.book(), "from the day that was signed");
        assertSame(inForce.book(), house.books.book(id).book());
        house.books.memory = new BookMemory();
        assertEquals(inForce.book(), house.books.book(id).book());
    }

    @Test
    void a_book_holds_from_its_day_until_the_next_one_and_only_since_it_was_known() {
        Instant before = house.clock.instant();
        house.clock.pass(Duration.ofHours(1));
        long first = house.published(Office.version("1"), Office.TODAY.minusDays(100))
                .id();
        house.clock.pass(Duration.ofHours(1));
        Instant between = house.clock.instant();
        house.clock.pass(Duration.ofHours(1));
        long second = house.published(Office.version("2"), DAY).id();
        Instant now = house.clock.instant();

        assertTrue(house.books.inForce(Office.TODAY, before).isEmpty());
        assertTrue(house.books.inForce(Office.TODAY.minusDays(101), now).isEmpty());
        assertEquals(first, inForce(Office.TODAY.minusDays(100), now));
        assertEquals(first, inForce(DAY.minusDays(1), now));
        assertEquals(second, inForce(DAY, now));
        assertEquals(first, inForce(DAY, between));
        assertEquals(second, house.books.coming(Office.TODAY, now).orElseThrow().id());
        assertTrue(house.books.coming(Office.TODAY, between).isEmpty());
        assertTrue(house.books.coming(DAY, now).isEmpty());
        assertEquals(2, house.books.editions(Office.FIRST).total());
    }

    @Test
    void a_withdrawn_book_holds_no_more_but_did_as_far_as_was_known() {
        long first = house.published(Office.version("1"), Office.TODAY.minusDays(100))
                .id();
        long second = house.published(Office.version("2"), Office.TODAY).id();
        Instant held = house.clock.instant();
        house.clock.pass(Duration.ofDays(3));
        house.database.inTransaction(() -> house.office.withdraw(second, "جدول نادرست بود"));
        Instant now = house.clock.instant();
        assertEquals(first, inForce(DAY, now));
        assertEquals(second, inForce(DAY, held));
        assertEquals("2", house.books.book(second).edition().version());

        LocalDate today = Office.TODAY.plusDays(3);
        long third = house.published(Office.version("3"), today).id();
        assertEquals(third, inForce(today, house.clock.instant()));
        assertEquals(first, inForce(today.minusDays(1), house.clock.instant()));
    }

    @Test
    void equal_books_have_equal_hashes_and_others_have_others() {
        String one = house.books
                .book(house.published(Office.version("1"), DAY).id())
                .edition()
                .hash();
        String other = house.books
                .book(house.published(Office.version("2"), DAY.plusDays(1)).id())
                .edition()
                .hash();
        Office elsewhere = new Office();
        String again = elsewhere
                .books
                .book(elsewhere.published(Office.version("1"), DAY).id())
                .edition()
                .hash();
        assertEquals(one, again);
        assertNotEquals(one, other);
    }

    @Test
    void a_draft_is_not_public() {
        long draft = house.importBook(DemoBook.book()).id();
        assertEquals("rulebooks.unknown-book", refused(() -> house.books.book(draft)));
        assertEquals("rulebooks.unknown-book", refused(() -> house.books.clause(draft, "1")));
        assertEquals("rulebooks.unknown-book", refused(() -> house.books.chapters(draft, Office.FIRST)));
        assertEquals("rulebooks.unknown-book", refused(() -> house.books.clauses(draft, "1", Office.FIRST)));
        assertEquals("rulebooks.unknown-book", refused(() -> house.books.search(draft, "پخ", Office.FIRST)));
    }

    @Test
    void chapters_and_clauses_are_paged_in_the_order_of_the_book() {
        long book = house.published(DemoBook.book(), DAY).id();
        List<ChapterView> chapters = house.books.chapters(book, Office.FIRST).rows();
        assertEquals(
                IntStream.rangeClosed(1, 14).mapToObj(Integer::toString).toList(),
                chapters.stream().map(ChapterView::number).toList());
        assertEquals(
                DemoBook.book().clauses().size(),
                chapters.stream().mapToLong(ChapterView::clauses).sum());
        Page<Clause> page = house.books.clauses(book, "۱", new Page.Request(1, 4));
        assertEquals(
                List.of("6", "7", "8", "12"),
                page.rows().stream().map(Clause::number).toList());
        assertEquals(chapters.get(0).clauses(), page.total());
        assertEquals("پخ در ملک دونبش", house.books.clause(book, "۶").title());
        assertEquals("rulebooks.unknown-clause", refused(() -> house.books.clause(book, "99")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            عقب‌نشینی | 12,1
            عقبنشینی | 12,1
            نشینی عقب | 12,1
            پيش آمدگي | 7
            تراکم مازاد | ''
            تراک | 2,5,6,11,12,17
            هگمتانه ۱۰٫۵ | 14
            گسل؛ قنات! | 19
            """)
    void clauses_are_found_however_their_words_are_typed(String typed, String numbers) {
        long book = house.published(DemoBook.book(), DAY).id();
        assertEquals(numbers, String.join(",", besidesTables(house.books.search(book, typed, Office.FIRST))));
    }

    /** The clauses that say the tables of the zones speak of everything; the others keep their order among themselves. */
    private static List<String> besidesTables(Page<Hit> hits) {
        return hits.rows().stream()
                .map(Hit::clause)
                .filter(clause -> !clause.title().startsWith("جدول پهنه"))
                .map(Clause::number)
                .toList();
    }

    @Test
    void the_title_counts_more_and_what_was_found_is_marked() {
        long book = house.published(DemoBook.book(), DAY).id();
        Page<Hit> hits = house.books.search(book, "پارکینگ", Office.FIRST);
        assertEquals(List.of("9", "10", "2", "25"), besidesTables(hits));
        assertEquals(23, hits.total(), "and in the tables of nineteen zones");
        Hit first = hits.rows().get(0);
        assertEquals("پارکینگ", part(first.clause().title(), first.inTitle().get(0)));
        assertEquals("پارکینگ", part(first.clause().text(), first.inText().get(0)));
        Hit half = house.books.search(book, "عقب نشینی", Office.FIRST).rows().get(0);
        assertEquals("عقب‌نشینی", part(half.clause().title(), half.inTitle().get(0)));
        assertEquals(1, half.inTitle().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"' | '", "a & !b:*", "\\", "');--", "<->", "٪ ؟ ،", "%_", "‌‌"})
    void what_means_something_to_the_database_is_only_text(String typed) {
        long book = house.published(DemoBook.book(), DAY).id();
        try {
            assertEquals(0, house.books.search(book, typed, Office.FIRST).total());
        } catch (Problem nothing) {
            assertEquals("rulebooks.search-empty", nothing.code());
        }
    }

    @Test
    void all_books_that_hold_or_will_are_searched_at_once() {
        long past = house.published(Office.version("1"), Office.TODAY.minusDays(100))
                .id();
        long held = house.published(Office.version("2"), Office.TODAY).id();
        long coming = house.published(Office.version("3"), DAY).id();
        long withdrawn = house.published(Office.version("4"), DAY.plusDays(1)).id();
        house.clock.pass(Duration.ofHours(1));
        Instant before = house.clock.instant();
        house.clock.pass(Duration.ofHours(1));
        house.database.inTransaction(() -> house.office.withdraw(withdrawn, "جدول نادرست بود"));
        house.importBook(Office.version("5"));
        house.clock.pass(Duration.ofHours(1));
        Instant now = house.clock.instant();

        Page<Found> hits = house.books.search("پارکینگ", Office.TODAY, now, Office.FIRST);
        assertEquals(46, hits.total());
        assertEquals(List.of(held, held, coming, coming), books(hits).subList(0, 4), "the best match first");
        Found best = hits.rows().get(0);
        assertEquals("9", best.hit().clause().number());
        assertEquals("2", best.edition().version());
        assertEquals(
                "پارکینگ",
                part(best.hit().clause().title(), best.hit().inTitle().get(0)));
        assertEquals(
                hits.rows().subList(6, 8),
                house.books
                        .search("پارکینگ", Office.TODAY, now, new Page.Request(3, 2))
                        .rows());
        assertEquals(
                Set.of(held, coming, withdrawn),
                Set.copyOf(books(house.books.search("پارکینگ", Office.TODAY, before, Office.FIRST))));
        assertEquals(
                Set.of(past, held, coming),
                Set.copyOf(books(house.books.search("پارکینگ", Office.TODAY.minusDays(1), now, Office.FIRST))));
        assertEquals(
                Set.of(past, held, coming),
                Set.copyOf(books(house.books.search("پارکینگ", Office.TODAY.minusDays(200), now, Office.FIRST))));
        assertEquals("rulebooks.search-empty", refused(() -> house.books.search("؟", Office.TODAY, now, Office.FIRST)));
    }

    private static List<Long> books(Page<Found> hits) {
        return hits.rows().stream().map(found -> found.edition().id()).toList();
    }

    @Test
    void a_search_has_its_limits() {
        long book = house.published(DemoBook.book(), DAY).id();
        assertEquals(
                "rulebooks.search-too-long", refused(() -> house.books.search(book, "پ".repeat(201), Office.FIRST)));
        assertEquals("rulebooks.search-empty", refused(() -> house.books.search(book, null, Office.FIRST)));
    }

    private long inForce(LocalDate on, Instant known) {
        return house.books.inForce(on, known).orElseThrow().edition().id();
    }

    private static String part(String text, Mark mark) {
        return text.substring(mark.from(), mark.until());
    }

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }
}
