package ir.hamedan.esup.workbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void a_fault_has_its_place_its_code_and_what_is_said_of_it() {
        faults.add("trees", 3, 27, "height", "out-of-range", 7.5, "120.00");
        faults.add("trees", 0, -1, "", "trees.fault.none");
        assertEquals(
                List.of(
                        new Fault("trees", 3, "AB", "height", "workbooks.fault.out-of-range", List.of("7.5", "120.00")),
                        new Fault("trees", 0, "", "", "trees.fault.none", List.of())),
                faults.all());
        assertEquals(2, faults.count());
    }

    @Test
    void so_many_are_kept_and_the_last_says_that_there_are_more() {
        for (int row = 1; row < Faults.MOST; row++) {
            faults.add("trees", row, 0, "code", "empty");
        }
        assertFalse(faults.isFull());
        assertEquals(Faults.MOST - 1, faults.count());
        faults.add("trees", Faults.MOST, 0, "code", "empty");
        assertTrue(faults.isFull());
        faults.add("trees", Faults.MOST + 1, 0, "code", "empty");
        assertEquals(Faults.MOST, faults.count());
        List<Fault> all = faults.all();
        assertEquals(Faults.MOST - 1, all.get(Faults.MOST - 2).row());
        assertEquals(
                new Fault("", 0, "", "", "workbooks.fault.too-many-faults", List.of("1999")), all.get(Faults.MOST - 1));
    }

    @Test
    void what_is_said_is_shortened_between_two_letters() {
        faults.add("trees", 1, 0, "code", "twice", "🌳".repeat(100), "🌳".repeat(101), "x".repeat(101));
        assertEquals(
                List.of("🌳".repeat(100), "🌳".repeat(100) + "…", "x".repeat(100) + "…"),
                faults.all().get(0).arguments());
    }

    @Test
    void what_was_handed_out_does_not_change_any_more() {
        List<String> arguments = new ArrayList<>(List.of("a"));
        Fault fault = new Fault("trees", 1, "A", "code", "empty", arguments);
        arguments.add("b");
        assertEquals(List.of("a"), fault.arguments());
        List<Fault> before = faults.all();
        faults.add("trees", 1, 0, "code", "empty");
        assertEquals(List.of(), before);
        assertThrows(UnsupportedOperationException.class, () -> before.add(fault));
    }
}
