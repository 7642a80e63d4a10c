package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTest {
    private static final RenewalCode ONE = RenewalCode.parse("1-5-67-16");
    private static final RenewalCode TWO = RenewalCode.parse("1-5-67-17");

    private static Typed with(String... values) {
        return new Typed(List.of(values), "", "", List.of());
    }

    @Test
    void codes_are_read_however_they_are_set_apart() {
        for (String text : List.of(
                "1-5-67-16 1-5-67-17",
                "۱-۵-۶۷-۱۶، ۱-۵-۶۷-۱۷",
                "1 - 5 - 67 - 16 , 1-5-67-17 ",
                "1-5-67-16\n1-5-67-17")) {
            assertEquals(List.of(ONE, TWO), with(text).codes(), text);
        }
        assertEquals(
                List.of(ONE, TWO), with("1-5-67-16-0-0-0", " ", "1-5-67-17").codes());
    }

    @Test
    void what_cannot_be_read_is_told_at_its_field_and_shown_again() {
        Typed typed = new Typed(List.of("1-5-67-16-0-0-0", "1-5-x 7"), "zwölf", "", List.of("", "SHOP", "SHOP"));
        assertEquals(
                List.of("with", "with", "ceded"),
                typed.problems().stream()
                        .map(problem -> problem.field().orElse(""))
                        .toList());
        assertEquals(
                List.of("kernel.renewal-code.malformed", "kernel.renewal-code.malformed", "rulebooks.ceded-wrong"),
                typed.problems().stream().map(Problem::code).toList());
        assertTrue(typed.has(ONE));
        assertEquals("1-5-x 7", typed.others(List.of(ONE, TWO)));
        assertEquals("zwölf", typed.ceded());
        assertEquals(List.of("SHOP"), typed.uses());
    }

    @Test
    void a_neighbour_of_the_list_that_was_typed_as_well_is_not_lost() {
        Typed twice = with("1-5-67-16-0-0-0", "1-5-67-16-0-0-0 4-4-4-4");
        assertEquals("1-5-67-16-0-0-0 4-4-4-4", twice.others(List.of(ONE)));
    }

    @Test
    void the_address_says_what_is_supposed_in_one_form() {
        Typed typed = new Typed(List.of("۱-۵-۶۷-۱۶-۲"), "۲۰", "", List.of("SHOP"));
        assertEquals("&with=1-5-67-16-0-0-0&ceded=20&use=SHOP", typed.parameters());
        assertEquals(20_00, typed.supposed().ceded());
        assertTrue(typed.isOtherPlot());
        Typed nothing = new Typed(List.of(" "), "0", "", List.of(""));
        assertTrue(nothing.isNothing());
        assertEquals("", nothing.parameters());
        assertFalse(new Typed(List.of(), "", "", List.of("SHOP")).isOtherPlot());
    }

    @Test
    void no_more_is_read_than_anybody_types() {
        assertEquals(40, with("1-5-67-16 ".repeat(500)).codes().size());
    }
}
