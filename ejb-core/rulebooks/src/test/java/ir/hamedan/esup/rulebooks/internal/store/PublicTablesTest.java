package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The decision tables of a published book, as everybody may see and download them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicTablesTest {
    private final Office house = new Office();
    private final long book = house.published(DemoBook.book(), Office.TODAY).id();

    @Test
    void a_table_has_the_rows_of_its_zone_and_use_and_those_narrow_streets_lead_to() {
        Set<String> seen = new HashSet<>();
        boolean narrow = false;
        for (Row row : DemoBook.book().rows()) {
            for (String use : row.uses()) {
                List<Row> rows = house.books.table(book, row.zone(), use);
                assertTrue(rows.contains(row), row.id());
                assertTrue(rows.stream()
                        .allMatch(r -> r.zone().equals(row.zone()) && r.uses().contains(use)));
                narrow = narrow || rows.stream().anyMatch(r -> r.base().isPresent());
                rows.forEach(r -> seen.add(r.id()));
            }
        }
        assertTrue(narrow, "the demonstration book has narrow streets");
        assertTrue(seen.size() > DemoBook.book().rows().size());
        assertEquals(List.of(), house.books.table(book, "NOWHERE", "DWELLING"));
    }

    @Test
    void the_whole_table_and_each_part_of_it_are_dmn() throws Exception {
        byte[] whole = house.books.dmn(book);
        assertTrue(rules(whole) >= DemoBook.book().rows().size());
        assertArrayEquals(whole, house.books.dmn(book));
        Row row = DemoBook.book().rows().get(0);
        String use = row.uses().get(0);
        byte[] cut = house.books.dmn(book, row.zone(), use);
        int part = rules(cut);
        assertEquals(part, entries(cut, "\"" + row.zone() + "\""), "no other zone");
        assertEquals(part, entries(cut, "\"" + use + "\""), "no other use");
        assertTrue(part >= 1 && part < rules(whole), part + " of " + rules(whole));
        assertTrue(part >= house.books.table(book, row.zone(), use).size());
    }

    @Test
    void a_caller_cannot_spoil_what_the_next_one_gets() {
        byte[] first = house.books.dmn(book);
        first[0] = 'x';
        assertEquals('<', house.books.dmn(book)[0]);
    }

    @Test
    void there_is_no_table_of_a_draft_or_of_nothing() {
        long draft = house.importBook(Office.version("draft")).id();
        assertEquals("rulebooks.unknown-book", refused(() -> house.books.dmn(draft)));
        assertEquals("rulebooks.unknown-book", refused(() -> house.books.table(draft, "R121", "DWELLING")));
        assertEquals("rulebooks.unknown-table", refused(() -> house.books.dmn(book, "NOWHERE", "DWELLING")));
        assertFalse(house.books.editions(Office.FIRST).rows().stream().anyMatch(edition -> edition.id() == draft));
    }

    private static int rules(byte[] dmn) throws Exception {
        return read(dmn).getElementsByTagNameNS("*", "rule").getLength();
    }

    /** How many conditions are just this. */
    private static int entries(byte[] dmn, String text) throws Exception {
        NodeList entries = read(dmn).getElementsByTagNameNS("*", "inputEntry");
        return (int) IntStream.range(0, entries.getLength())
                .filter(i -> entries.item(i).getTextContent().strip().equals(text))
                .count();
    }

    private static Document read(byte[] dmn) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(dmn));
    }

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }
}
