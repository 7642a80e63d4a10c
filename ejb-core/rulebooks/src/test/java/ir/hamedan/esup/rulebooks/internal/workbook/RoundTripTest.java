package ir.hamedan.esup.rulebooks.internal.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    @Test
    void the_demonstration_book_comes_back_as_it_was() {
        for (Locale locale : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
            RuleBook book = DemoBook.book();
            Workbooks.Reading reading = Workbooks.read(Workbooks.write(book, Messages.in(locale)));
            assertEquals(List.of(), reading.faults());
            assertSame(book, reading.book().orElseThrow());
        }
    }

    /** Part by part, so that a difference is found. */
    private static void assertSame(RuleBook book, RuleBook read) {
        assertEquals(book.rows(), read.rows());
        assertEquals(book.overlays(), read.overlays());
        assertEquals(book.parameters(), read.parameters());
        assertEquals(book.goldens(), read.goldens());
        assertEquals(book, read);
    }

    @Property(tries = 40)
    void any_book_comes_back_as_it_was(@ForAll long seed) {
        RuleBook book = new RandomBook(seed).book();
        Workbooks.Reading reading = Workbooks.read(Workbooks.write(book, Edited.PERSIAN));
        assertEquals(List.of(), reading.faults());
        assertSame(book, reading.book().orElseThrow());
    }
}
