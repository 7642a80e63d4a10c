package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.internal.workbook.RandomBook;
import ir.hamedan.esup.workbooks.RecordJson;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    @Property(tries = 50)
    void any_book_comes_back_from_its_text(@ForAll long seed) {
        RuleBook book = new RandomBook(seed).book();
        assertEquals(book, RecordJson.read(RuleBook.class, RecordJson.text(book)));
    }

    @Test
    void a_book_comes_back_from_its_text_and_has_one_text() {
        String text = RecordJson.text(DemoBook.book());
        RuleBook read = RecordJson.read(RuleBook.class, text);
        assertEquals(DemoBook.book(), read);
        assertEquals(text, RecordJson.text(read));
    }
}
