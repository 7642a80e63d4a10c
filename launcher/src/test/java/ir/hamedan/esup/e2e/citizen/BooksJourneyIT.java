package ir.hamedan.esup.e2e.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import ir.hamedan.esup.e2e.InPublic;
import ir.hamedan.esup.e2e.RuleAnswers;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The rule book as everybody reads it: by chapter, by clause, by search, and as decision tables. */
class BooksJourneyIT extends InPublic {
    @Test
    void a_clause_is_found_by_its_chapter_and_has_an_address_for_ever() {
        open("/books");
        click("tbody th a");
        String title = heading();
        click("ol.plain a");
        assertTrue(page.url().contains("/chapter/"), page.url());
        String clause = page.locator("main section h2").first().innerText().strip();
        click("main section h2 a");
        assertEquals(clause, heading());
        assertTrue(main().contains(title), "the book is named");
        String address = page.url().replace(city.base().toString(), "").replaceFirst("^/?", "/");
        assertTrue(main().contains(address), address + " is not shown on\n" + main());
        String words = page.locator("p.lead").innerText();
        open(address);
        assertEquals(words, page.locator("p.lead").innerText());
    }

    @Test
    void the_levy_books_stand_beside_with_their_articles() {
        open("/books");
        click(".tabs a:not([aria-current])");
        assertTrue(page.locator("tbody tr").first().innerText().contains("معتبر"), main());
        String title = page.locator("tbody th a").first().innerText();
        click("tbody th a");
        assertEquals(title, heading());
        assertTrue(page.locator("main section[id^=article-] p").count() > 0, main());
    }

    @Test
    void a_search_marks_the_words_whatever_keyboard_typed_them() {
        open(book());
        page.fill("#q", "تراكم");
        click("form.search button");
        assertTrue(page.locator("article mark").count() > 0, main());
        for (String marked : page.locator("article mark").allInnerTexts()) {
            assertTrue(marked.contains("تراکم"), marked);
        }
        assertTrue(page.locator("article a[href*='/clause/']").count() > 0);

        open(book() + "?q=ژرفاسنجی");
        assertEquals(0, page.locator("article").count());
        assertTrue(page.locator("section[aria-labelledby=found]").innerText().contains("۰"), main());
    }

    @Test
    void all_books_in_force_are_searched_at_once_and_a_find_leads_to_its_permanent_address() {
        open("/books");
        page.fill("#q", "تراكم");
        click("form.search button");
        assertTrue(page.locator("article mark").count() > 0, main());
        assertTrue(page.locator("article").first().innerText().contains("معتبر"), main());
        String clause = page.locator("article h3 bdi").first().innerText().strip();
        click("article h3 a");
        assertTrue(page.url().matches(".*/book/[0-9]+/clause/.+"), page.url());
        assertTrue(heading().contains(clause), heading());
        open("/books?q=ژرفاسنجی");
        assertEquals(0, page.locator("article").count());
        open("/books?q=%D8%9F");
        assertEquals(0, page.locator("article").count(), "nothing to look for");
    }

    @Test
    void a_levy_book_is_searched_and_a_find_leads_to_its_line_or_article() {
        open("/books?of=levies");
        click("tbody th a");
        page.fill("#q", "پيش آمدگي");
        click("form.search button");
        assertTrue(page.locator("article mark").count() > 1, main());
        click("article h3 a");
        assertEquals(
                1, page.locator("tr[id^=line-P-30], section#article-4").first().count());
        assertTrue(page.url().matches(".*#(line|article)-.+"), page.url());
    }

    @Test
    void the_workbooks_of_both_kinds_can_be_had_by_everybody() {
        for (String kind : new String[] {"/books", "/books?of=levies"}) {
            open(kind);
            assertTrue(main().contains("نمایشی"), "the sample says what it is");
            List<String> files = page.locator("a[href^='workbooks/']").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertEquals(2, files.size(), kind);
            for (String file : files) {
                assertEquals('P', (char) city.bytes("/" + file)[0], file);
                APIResponse again = page.request().get(city.address("/" + file).toString());
                assertEquals("public, max-age=3600", again.headers().get("cache-control"));
                APIResponse unchanged = page.request()
                        .get(
                                city.address("/" + file).toString(),
                                RequestOptions.create()
                                        .setHeader(
                                                "If-None-Match", again.headers().get("etag")));
                assertEquals(304, unchanged.status(), file);
            }
        }
        assertEquals(404, answered("/workbooks/de/rule-book.xlsx").status());
    }

    @Test
    void the_table_of_an_answer_marks_the_row_that_counted() {
        JsonObject answer = answers.first("RULED");
        String row = RuleAnswers.firstUse(answer).getAsJsonArray("rows").get(0).getAsString();
        open("/rules?code=" + answer.get("parcel").getAsString());
        click("a:text('جدول این ضابطه')");
        Locator marked = page.locator("tr.chosen");
        assertEquals(1, marked.count(), page.url());
        assertTrue(marked.innerText().contains(RuleAnswers.persian(row)), marked.innerText());
        assertEquals("row", marked.getAttribute("id"));
        assertTrue(page.locator("tbody tr").count() > 1, "the other rows stand beside it");

        JsonObject density = RuleAnswers.number(RuleAnswers.firstUse(answer), "density");
        assertTrue(density.getAsJsonArray("clauses").size() > 0);
        Element table = dmn(page.locator("a[href*='table.dmn']").getAttribute("href"));
        assertEquals(1, table.getElementsByTagNameNS("*", "decisionTable").getLength());
    }

    @Test
    void the_whole_book_is_a_file_of_dmn() {
        Element book = dmn(book() + "/table.dmn");
        assertEquals(1, book.getElementsByTagNameNS("*", "decisionTable").getLength());
        assertTrue(book.getElementsByTagNameNS("*", "rule").getLength() > 40);
    }

    @Test
    void what_no_book_has_is_not_found() {
        for (String path : new String[] {
            "/book/999999", book() + "/clause/999", book() + "/chapter/999", book() + "/table?zone=X&use=Y", "/book/1/x"
        }) {
            assertEquals(404, answered(path).status(), path);
        }
        open("/book");
        assertTrue(page.url().endsWith("/books"), page.url());
    }

    private String book() {
        page.navigate(city.address("/books"));
        return page.getAttribute("tbody th a", "href");
    }

    private Element dmn(String path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(city.bytes(path)))
                    .getDocumentElement();
            assertEquals("definitions", root.getLocalName());
            assertTrue(root.getNamespaceURI().contains("/DMN/"), root.getNamespaceURI());
            return root;
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }
}
