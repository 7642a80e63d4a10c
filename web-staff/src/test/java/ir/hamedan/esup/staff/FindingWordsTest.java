package ir.hamedan.esup.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.workbooks.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FindingWordsTest {
    private static final Clause COVERAGE = new Clause("3-12", "سطح اشغال", "3", "سطح اشغال شصت درصد است.");

    private final FindingWords persian = new FindingWords(Optional.of(book()), Messages.in(Messages.PERSIAN));
    private final FindingWords english = new FindingWords(Optional.of(book()), Messages.in(Locale.ENGLISH));

    private static RuleBook book() {
        Row row = new Row(
                "13", "R131", List.of("DWELLING"), Band.ANY, Band.ANY, null, List.of("3-12", "9-9"), Optional.empty());
        return new RuleBook(
                null,
                List.of(),
                List.of(COVERAGE),
                List.of(new Zone("R131", "مسکونی ویژه")),
                List.of(new Use("DWELLING", "مسکونی", 0, true)),
                List.of(row),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static Finding gap(String use, Band plot, Band street) {
        return new Finding(Finding.Kind.GAP, "R131", use, plot, street, List.of(), Finding.Settlement.OPEN, "");
    }

    @Test
    void a_region_is_read_as_areas_and_widths() {
        Finding small = gap("DWELLING", Band.below(30_000), Band.from(600));
        assertEquals("قطعهٔ زیر ۳۰۰ مترمربع؛ گذر از ۶ متر به بالا", persian.region(small));
        assertEquals("plots under 300 m²; streets from 6 m on", english.region(small));
        assertEquals(
                "plots from 0.5 to under 1234.56 m²; streets under 2.05 m",
                english.region(gap("", Band.of(50, 123_456), Band.below(205))));
        assertEquals("قطعه با هر مساحت؛ گذر با هر عرض", persian.region(gap("", Band.ANY, Band.ANY)));
    }

    @Test
    void zone_and_use_are_named_with_their_codes_and_unknown_ones_by_the_code_alone() {
        assertEquals(
                "پهنهٔ مسکونی ویژه (\u2066R131\u2069)، کاربری مسکونی (\u2066DWELLING\u2069)",
                persian.where(gap("DWELLING", Band.ANY, Band.ANY)));
        assertEquals(
                "پهنهٔ مسکونی ویژه (\u2066R131\u2069)، همهٔ کاربری‌ها", persian.where(gap("", Band.ANY, Band.ANY)));
        assertEquals(
                "zone مسکونی ویژه (\u2066R131\u2069), use \u2066SHOP\u2069",
                english.where(gap("SHOP", Band.ANY, Band.ANY)));
    }

    @Test
    void the_clauses_of_a_row_are_those_of_the_row_it_came_from_too() {
        List<Clause> clauses = List.of(COVERAGE, new Clause("9-9", "", "", ""));
        assertEquals(clauses, persian.clauses("13"));
        assertEquals(clauses, persian.clauses("13/6"));
        assertEquals(List.of(), persian.clauses("77"));
    }

    @Test
    void a_fault_is_a_sentence_with_its_values_in_it() {
        Fault fault = new Fault("جدول پایه", 7, "C", "zone", "rulebooks.fault.unknown-zone", List.of("R9"));
        assertEquals("پهنهٔ «R9» در برگهٔ پهنه‌ها نیست.", persian.say(fault));
        Fault many = new Fault("", 0, "", "", "workbooks.fault.too-many-faults", List.of("1999"));
        assertEquals("بیش از ۱۹۹۹ خطا", persian.say(many).substring(0, 15));
        assertEquals("The zone “R9” is not in the sheet of zones.", english.say(fault));
    }

    @Test
    void what_differs_at_a_golden_parcel_has_its_unit() {
        GoldenDifference density =
                difference(new GoldenDifference.Value(NumberName.DENSITY, 1_800, OptionalLong.of(1_205)));
        assertEquals("تراکم مجاز", persian.part(density));
        assertEquals("۱۸۰ درصد", persian.expected(density));
        assertEquals("۱۲۰٫۵ درصد", persian.computed(density));
        assertEquals(
                "—",
                persian.computed(
                        difference(new GoldenDifference.Value(NumberName.HEIGHT, 1_200, OptionalLong.empty()))));
        GoldenDifference verdict = difference(new GoldenDifference.End(Verdict.RULED, Verdict.REFERRAL));
        assertEquals("ضابطه معلوم است", persian.expected(verdict));
        assertEquals("ارجاع به کمیسیون مادهٔ ۵", persian.computed(verdict));
    }

    @Test
    void what_a_golden_parcel_is_counted_from_is_said_in_words() {
        GoldenDifference parking = difference(new GoldenDifference.CountedFrom(
                NumberName.PARKING, new Answer.Basis(Answer.BasisKind.PER_UNIT, 120), Optional.empty()));
        assertEquals("مبنای پارکینگ لازم", persian.part(parking));
        assertEquals("۱٫۲ جای خودرو برای هر واحد", persian.expected(parking));
        assertEquals("—", persian.computed(parking));
        GoldenDifference rule = difference(new GoldenDifference.CountedFrom(
                NumberName.REACHABLE_DENSITY,
                Answer.Basis.RULE,
                Optional.of(new Answer.Basis(Answer.BasisKind.STOREYS_BIND, 0))));
        assertEquals("ضابطه", persian.expected(rule));
        assertEquals("شمار طبقه‌ها تعیین‌کننده است", persian.computed(rule));
    }

    private static GoldenDifference difference(GoldenDifference.Part part) {
        return new GoldenDifference("G1", "نمونه", part);
    }
}
