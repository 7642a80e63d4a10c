package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenewalCodeTest {
    @Test
    void missing_lower_parts_are_zero() {
        assertEquals("1-5-67-15-0-0-0", RenewalCode.parse("1-5-67-15").text());
        assertEquals(RenewalCode.parse("1-5-67-15-0-0-0"), RenewalCode.parse("1-5-67-15"));
        assertEquals("1-5-67-15-1-0-2", RenewalCode.parse("1-5-67-15-1-0-2").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "۱-۵-۶۷-۱۵",
                "١-٥-٦٧-١٥",
                " 1 - 5 - 67 - 15 ",
                "\u20661-5-67-15\u2069",
                "01-005-67-15",
                "1–5–67–15",
                "1\u20105\u201067\u201015",
                "1\u22125\u221267\u221215",
                "1-5-67-15-0-0-0"
            })
    void digits_of_all_scripts_spaces_and_other_hyphens_are_read(String typed) {
        assertEquals(new RenewalCode(1, 5, 67, 15, 0, 0, 0), RenewalCode.parse(typed));
        assertEquals(Optional.of(RenewalCode.parse(typed)), RenewalCode.ifOne(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-5",
                "1-5-67-15-1-0-2-9",
                "0-5-67-15",
                "1-0-67-15",
                "1-5-0-15",
                "1-5-67-0-1",
                "1-5-67--15",
                "1-5-67-15-",
                "-1-5-67-15",
                "1-5-67-1234567",
                "1-5-67-x",
                "e-1000-1000-1000",
                "1/5/67/15",
                "1-5-67-1.5"
            })
    void a_malformed_code_is_refused(String typed) {
        assertEquals(
                "kernel.renewal-code.malformed",
                assertThrows(Problem.class, () -> RenewalCode.parse(typed)).code());
        assertEquals(Optional.empty(), RenewalCode.ifOne(typed));
    }

    @Test
    void nothing_is_refused_as_malformed() {
        assertThrows(Problem.class, () -> RenewalCode.parse(null));
        assertEquals(Optional.empty(), RenewalCode.ifOne(null));
    }

    @Test
    void parts_compare_as_numbers_never_as_text() {
        assertTrue(RenewalCode.parse("1-5-9-15").compareTo(RenewalCode.parse("1-5-67-15")) < 0);
        assertTrue(RenewalCode.parse("1-5-67-9").compareTo(RenewalCode.parse("1-5-67-15")) < 0);
        assertTrue(RenewalCode.parse("1-5-67-15").compareTo(RenewalCode.parse("1-5-67-15-1")) < 0);
    }

    @Test
    void the_level_is_the_lowest_part_that_is_there() {
        assertEquals(RenewalCode.Level.BLOCK, RenewalCode.parse("1-5-67").level());
        assertEquals(RenewalCode.Level.PARCEL, RenewalCode.parse("1-5-67-15").level());
        assertEquals(
                RenewalCode.Level.BUILDING, RenewalCode.parse("1-5-67-15-1").level());
        assertEquals(
                RenewalCode.Level.APARTMENT, RenewalCode.parse("1-5-67-15-1-4").level());
        assertEquals(
                RenewalCode.Level.SHOP, RenewalCode.parse("1-5-67-15-1-0-2").level());
        assertEquals(
                RenewalCode.parse("1-5-67-15"),
                RenewalCode.parse("1-5-67-15-1-0-2").ofParcel());
    }

    @Test
    void a_provisional_code_begins_with_d() {
        RenewalCode code = RenewalCode.parse("D-1000-1000-1000-0-0-0");
        assertTrue(code.provisional());
        assertEquals("d-1000-1000-1000-0-0-0", code.text());
        assertFalse(RenewalCode.parse("1-5-67").provisional());
    }

    @Test
    void the_column_holds_the_canonical_text() {
        RenewalCodeConverter converter = new RenewalCodeConverter();
        RenewalCode code = RenewalCode.parse("1-5-67-15");
        assertEquals("1-5-67-15-0-0-0", converter.convertToDatabaseColumn(code));
        assertEquals(code, converter.convertToEntityAttribute("1-5-67-15-0-0-0"));
    }

    @Property
    void parse_of_print_is_identity(@ForAll("codes") RenewalCode code) {
        assertEquals(code, RenewalCode.parse(code.text()));
        assertEquals(code, RenewalCode.parse(PersianText.digits(code.text())));
    }

    @Property
    void the_order_of_sort_keys_is_the_order_of_codes(
            @ForAll("codes") RenewalCode one, @ForAll("codes") RenewalCode other) {
        assertEquals(
                Integer.signum(one.compareTo(other)),
                Integer.signum(one.sortKey().compareTo(other.sortKey())));
        assertEquals(42, one.sortKey().length());
    }

    @Test
    void an_object_stands_on_its_block_parcel_building_and_unit() {
        assertEquals(List.of(), RenewalCode.parse("1-5-67").above());
        assertEquals(
                List.of(RenewalCode.parse("1-5-67")),
                RenewalCode.parse("1-5-67-15").above());
        assertEquals(
                List.of(
                        RenewalCode.parse("1-5-67"),
                        RenewalCode.parse("1-5-67-15"),
                        RenewalCode.parse("1-5-67-15-1"),
                        RenewalCode.parse("1-5-67-15-1-3")),
                RenewalCode.parse("1-5-67-15-1-3-2").above());
    }

    @Provide
    Arbitrary<RenewalCode> codes() {
        Arbitrary<Integer> upper = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 30), Arbitraries.integers().between(1, 999_999));
        Arbitrary<Integer> lower = Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.integers().between(0, 30),
                Arbitraries.integers().between(0, 999_999));
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.integers().between(0, 4), upper, upper, upper, lower, lower, lower)
                .as(RenewalCode::new);
    }
}
