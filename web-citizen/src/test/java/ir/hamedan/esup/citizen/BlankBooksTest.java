package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlankBooksTest {
    private final BlankBooks files = new BlankBooks();

    BlankBooksTest() {
        files.ruleBooks = told(RuleBookOffice.class);
        files.levyBooks = told(LevyBookOffice.class);
    }

    /** Every file says who made it of what. */
    private static <T> T told(Class<T> office) {
        return office.cast(
                Proxy.newProxyInstance(office.getClassLoader(), new Class<?>[] {office}, (proxy, method, arguments) -> {
                    Stream<Object> more = arguments == null ? Stream.empty() : Arrays.stream(arguments);
                    return Stream.concat(Stream.of(office.getSimpleName(), method.getName()), more)
                            .map(Object::toString)
                            .collect(Collectors.joining(" "))
                            .getBytes(StandardCharsets.UTF_8);
                }));
    }

    private void assertMade(String made, String path) {
        assertArrayEquals(
                made.getBytes(StandardCharsets.UTF_8),
                files.file(path).orElseThrow().get(),
                path);
    }

    @Test
    void each_kind_of_book_has_an_empty_workbook_in_both_languages_and_a_demonstration() {
        assertMade("RuleBookOffice template fa_IR", "/fa/rule-book.xlsx");
        assertMade("RuleBookOffice template en", "/en/rule-book.xlsx");
        assertMade("LevyBookOffice template fa_IR", "/fa/levy-book.xlsx");
        assertMade("LevyBookOffice template en", "/en/levy-book.xlsx");
        assertMade("RuleBookOffice demonstration", "/rule-book-demonstration.xlsx");
        assertMade("LevyBookOffice demonstration", "/levy-book-demonstration.xlsx");
    }

    @Test
    void nothing_else_is_there() {
        for (String path :
                new String[] {"null", "/", "/de/rule-book.xlsx", "/fa/../rule-book.xlsx", "/rule-book.xlsx"}) {
            assertEquals(Optional.empty(), files.file(path), path);
        }
    }
}
