package ir.hamedan.esup.rulebooks.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever follows a number of the demonstration book to its clause finds the number there. */
class DemoZonesTest {
    private static final Map<String, Clause> CLAUSES =
            DemoBook.book().clauses().stream().collect(Collectors.toMap(Clause::number, Function.identity()));

    @Test
    void every_row_cites_first_the_clause_that_says_it() {
        for (Row row : DemoBook.book().rows()) {
            Clause clause = CLAUSES.get(row.clauses().get(0));
            String words = "ردیف " + PersianText.digits(row.id()) + "،";
            assertTrue(clause.text().contains(words), row.id() + " is not said by " + clause);
        }
    }

    @Test
    void a_clause_says_the_numbers_of_its_rows_in_words() {
        assertEquals(
                "ردیف ۳۵، ساختمان پارک، قطعه با هر مساحت، گذر با هر عرض: تراکم ۵٪، سطح اشغال ۴٪، ۱ طبقه، ارتفاع ۵ متر،"
                        + " بدون عقب‌نشینی.",
                clauseOf("35").text());
        assertTrue(
                clauseOf("10")
                        .text()
                        .endsWith(
                                "ردیف ۱۰، مسکونی، قطعهٔ ۳۰۰ مترمربع و بیشتر، گذر ۱۲ متری و عریض‌تر: تراکم ۲۴۰٪، سطح اشغال"
                                        + " ۵۵٪، ۴ طبقه روی پیلوت، ارتفاع ۱۴٫۵ متر، فضای باز هر واحد ۲۵ مترمربع، ۱ پارکینگ برای هر"
                                        + " واحد، عقب‌نشینی ۱ متر."),
                clauseOf("10").text());
        assertEquals("جدول پهنهٔ مسکونی با تراکم متوسط یک", clauseOf("10").title());
    }

    @Test
    void coverage_and_setback_of_an_answer_cite_the_table_of_the_zone() {
        Answer answer = new Engine(DemoBook.book()).answer(Places.plot("R121", 320_00, 12_00), Given.NOTHING);
        for (NumberName name : List.of(NumberName.COVERAGE, NumberName.DENSITY)) {
            String first = answer.uses()
                    .get(0)
                    .number(name)
                    .orElseThrow()
                    .clauses()
                    .get(0)
                    .number();
            assertEquals(clauseOf("10").number(), first, name.key());
        }
    }

    private static Clause clauseOf(String row) {
        return DemoBook.book().rows().stream()
                .filter(one -> one.id().equals(row))
                .map(one -> CLAUSES.get(one.clauses().get(0)))
                .findFirst()
                .orElseThrow();
    }
}
