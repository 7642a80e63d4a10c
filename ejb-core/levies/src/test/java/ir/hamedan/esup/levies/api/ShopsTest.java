package ir.hamedan.esup.levies.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.levies.api.PermitQuestion.Trade;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopsTest {
    private static List<String> wrong(Shops shops) {
        return shops.problems().stream()
                .map(problem -> problem.field().orElse("") + " " + problem.code())
                .toList();
    }

    @Test
    void sizes_are_read_as_people_write_them() {
        for (Shops shops : List.of(
                Shops.of("2", "30.5", "4", "4.5"),
                Shops.of("۲", "۳۰٫۵", "۴", "۴/۵"),
                Shops.of(" ٢ ", "٣٠٫٥٠", "4.00", "۴٫۵"))) {
            assertEquals(Optional.of(new Trade(30_50, 2, 4_00, 4_50)), shops.trade());
            assertEquals(List.of(), shops.problems());
        }
    }

    @Test
    void nothing_said_is_not_none() {
        Shops untold = Shops.of("", " ", "", "");
        assertTrue(untold.isUntold());
        assertEquals(Optional.empty(), untold.trade());
        assertEquals(List.of(), untold.problems());
        assertEquals("", untold.parameters());
        Shops none = Shops.of("۰", "", "", "");
        assertFalse(none.isUntold());
        assertEquals(0, none.trade().orElseThrow().wholeArea());
    }

    @Test
    void what_is_missing_or_wrong_is_told_at_its_field_and_shown_again() {
        Shops shops = Shops.of("2", "", "4.555", "hoch");
        assertEquals(
                List.of(
                        "tradeArea kernel.measure.missing",
                        "tradeSpan kernel.measure.too-fine",
                        "tradeHeight kernel.measure.not-a-number"),
                wrong(shops));
        assertEquals(Optional.empty(), shops.trade(), "half of an answer is none");
        assertEquals("hoch", shops.typed("tradeHeight"));
        assertEquals(List.of("tradeUnits", "tradeArea", "tradeSpan", "tradeHeight"), shops.getFields());
        assertEquals(List.of("tradeUnits kernel.measure.too-fine"), wrong(Shops.of("1.5", "30", "4", "4")));
        assertEquals(List.of("tradeUnits kernel.measure.missing"), wrong(Shops.of("", "30", "4", "4")));
    }

    @Test
    void no_shop_is_larger_than_can_be() {
        Problem height = Shops.of("1", "30", "4", "100.01").problems().get(0);
        assertEquals("kernel.measure.too-much", height.code());
        assertEquals("tradeHeight", height.field().orElseThrow());
        assertEquals(List.of(), wrong(Shops.of("1", "200000", "100", "100")));
        assertEquals(List.of("tradeArea levies.shops.too-much-together"), wrong(Shops.of("2", "100000.01", "4", "4")));
    }

    @Test
    void the_address_says_what_was_typed() {
        assertEquals(
                "&tradeUnits=2&tradeArea=30&tradeSpan=4&tradeHeight=4.5",
                Shops.of("2", "30", "4", "4.5").parameters());
    }
}
