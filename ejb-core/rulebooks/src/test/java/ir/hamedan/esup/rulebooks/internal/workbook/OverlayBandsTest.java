package ir.hamedan.esup.rulebooks.internal.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.rulebooks.api.Amounts;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Condition;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.workbooks.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayBandsTest {
    private static final Optional<LayerKind> SLOPE = Optional.of(LayerKind.SLOPE);

    private static List<Fault> faults(List<Overlay> rules) {
        BookLines book = BookLines.empty();
        book.add(Sheet.CLAUSES).text("number", "1");
        rules.forEach(book::overlay);
        return Workbooks.read(Workbooks.write(book, Edited.PERSIAN)).faults().stream()
                .filter(fault -> fault.sheet().equals(Sheet.OVERLAYS.title()))
                .toList();
    }

    private static Overlay rule(String id, Condition when, Effect effect, Amounts amounts) {
        return new Overlay(id, SLOPE, "", when, effect, amounts, "", List.of("1"));
    }

    private static Overlay reduction(String id, long from, long until) {
        return rule(
                id,
                Condition.TOUCHED.withValue(new Band(from, until)),
                Effect.REDUCTION,
                Amounts.NONE.withDensity(200));
    }

    /** One rule in bands of one side, in any order of lines, beside a rule of another effect over all of it. */
    private static final class Bands {
        final Random random;
        final OverlayBands.Side side;
        final Effect effect;
        final List<Band> bands = new ArrayList<>();

        Bands(long seed) {
            random = new Random(seed);
            side = List.of(OverlayBands.Side.values()).get(random.nextInt(5));
            effect = List.of(Effect.REDUCTION, Effect.BONUS, Effect.CAP).get(random.nextInt(3));
            TreeSet<Integer> cuts = new TreeSet<>();
            int number = 3 + random.nextInt(4);
            while (cuts.size() < number) {
                cuts.add(10 + 3 * random.nextInt(300));
            }
            for (Integer cut : cuts) {
                Integer next = cuts.higher(cut);
                if (next != null) {
                    bands.add(Band.of(cut, next));
                }
            }
            if (random.nextBoolean()) {
                bands.add(Band.from(cuts.last()));
            }
        }

        Condition when(Band band) {
            return switch (side) {
                case VALUE -> Condition.TOUCHED.withValue(band);
                case DISTANCE -> Condition.TOUCHED.withDistance(band);
                case PLOT -> Condition.TOUCHED.withPlot(band);
                case STREET -> Condition.TOUCHED.withStreet(band);
                case MERGED -> Condition.TOUCHED.withMerged(band);
            };
        }

        List<Fault> faults() {
            List<Overlay> rules = new ArrayList<>();
            for (int i = 0; i < bands.size(); i++) {
                Amounts amounts = Amounts.NONE.withDensity(100 * i + 100);
                rules.add(rule("b" + i, when(bands.get(i)), effect, i % 2 == 0 ? amounts : amounts.withStoreys(1)));
            }
            rules.add(rule("all", when(Band.from(5)), Effect.FORBIDDEN, Amounts.NONE));
            Collections.shuffle(rules, random);
            return OverlayBandsTest.faults(rules);
        }

        void told(String code, int first, int second, Band region) {
            List<Fault> faults = faults();
            assertEquals(1, faults.size(), faults.toString());
            Fault fault = faults.get(0);
            Measure measure = side.measure(SLOPE);
            assertEquals("rulebooks.fault." + code, fault.code());
            assertEquals(
                    List.of("b" + first, "b" + second),
                    fault.arguments().subList(0, 2).stream().sorted().toList());
            assertEquals(
                    List.of(measure.from(region), measure.until(region)),
                    fault.arguments().subList(2, 4));
            assertFalse(fault.column().isEmpty());
        }
    }

    @Property(tries = 30)
    void bands_that_meet_at_their_ends_have_no_fault(@ForAll long seed) {
        assertEquals(List.of(), new Bands(seed).faults());
    }

    @Property(tries = 30)
    void two_bands_that_both_take_effect_are_told_with_both_and_the_region(@ForAll long seed) {
        Bands rules = new Bands(seed);
        int at = rules.random.nextInt(rules.bands.size() - 1);
        Band band = rules.bands.get(at);
        int more = 1 + rules.random.nextInt(2);
        rules.bands.set(at, Band.of(band.from(), band.until() + more));
        rules.told("rules-overlap", at, at + 1, Band.of(band.until(), band.until() + more));
    }

    @Property(tries = 30)
    void a_hole_between_two_bands_is_told_with_both_and_the_region(@ForAll long seed) {
        Bands rules = new Bands(seed);
        int at = rules.random.nextInt(rules.bands.size() - 1);
        Band band = rules.bands.get(at);
        int less = 1 + rules.random.nextInt(2);
        rules.bands.set(at, Band.of(band.from(), band.until() - less));
        rules.told("rules-hole", at, at + 1, Band.of(band.until() - less, band.until()));
    }

    /** Each line a pair of rules: the layer, then of each the grade, effect, columns and alternative. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two layers               | HERITAGE |  | CAP height 7            | RIVER |  | CAP height 9
            two grades               | HERITAGE | CORE | CAP height 7 distanceFrom 0 distanceUntil 30 | HERITAGE | BUFFER_1 | CAP height 9 distanceFrom 20 distanceUntil 60
            two effects              | FAULT    |  | FORBIDDEN distanceUntil 10 | FAULT |  | REPORT distanceUntil 50.01
            alternatives             | WORN_OUT |  | BONUS density 40 mergedFrom 2 mergedUntil 4 alternative A | WORN_OUT | | BONUS density 60 mergedFrom 3 alternative A
            other conditions         | WORN_OUT |  | BONUS density 40 plotFrom 100 | WORN_OUT | | BONUS density 60 streetFrom 12
            one for all and one more | SLOPE    |  | REDUCTION density 10     | SLOPE |  | REDUCTION density 20 valueFrom 15
            other numbers            | SLOPE    |  | REDUCTION density 10 valueFrom 10 valueUntil 16 | SLOPE | | REDUCTION storeys 1 valueFrom 15
            a cap within a cap       | SECURITY |  | CAP height 9 distanceUntil 50 | SECURITY | | CAP height 6 distanceUntil 20
            forbidden twice          | RIVER    |  | FORBIDDEN distanceUntil 20 | RIVER | | FORBIDDEN distanceFrom 10 distanceUntil 30
            """)
    void what_can_be_meant_is_no_fault(
            String why, String layer, String grade, String one, String other, String otherGrade, String two) {
        assertEquals(List.of(), written(line("a", layer, grade, one), line("b", other, otherGrade, two)), why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REDUCTION density 20 valueFrom 10 valueUntil 16 | REDUCTION density 40 valueFrom 15 valueUntil 25 | D4 rules-overlap
            REDUCTION density 20 valueFrom 10 | REDUCTION density 40 valueFrom 15 | D4 rules-overlap
            CAP height 7 distanceUntil 30 | CAP height 9 distanceFrom 20 distanceUntil 60 | F4 rules-overlap
            BONUS density 20 | BONUS density 20 | A4 rules-same
            REDUCTION density 20 valueFrom 10 valueUntil 15 | REDUCTION density 40 valueFrom 16 valueUntil 25 | D4 rules-hole
            FORBIDDEN distanceUntil 10 | FORBIDDEN distanceFrom 20 distanceUntil 30 | F4 rules-hole
            """)
    void what_cannot_be_meant_is_told_at_the_second_rule(String one, String two, String told) {
        assertEquals(
                List.of(Sheet.OVERLAYS.title() + "!" + told),
                written(line("a", "SLOPE", "", one), line("b", "SLOPE", "", two)));
    }

    @Test
    void a_hole_that_is_meant_is_filled_by_a_rule_that_does_nothing() {
        List<Overlay> rules = new ArrayList<>(List.of(reduction("a", 100, 150), reduction("b", 160, Band.OPEN)));
        assertEquals(1, faults(rules).size());
        rules.add(rule("c", Condition.TOUCHED.withValue(Band.of(150, 160)), Effect.REPORT, Amounts.NONE));
        assertEquals(List.of(), faults(rules));
        rules.set(2, rule("c", Condition.TOUCHED.withValue(Band.of(150, 155)), Effect.REPORT, Amounts.NONE));
        assertEquals(1, faults(rules).size());
    }

    @Test
    void every_fault_is_a_sentence() {
        for (Locale locale : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
            for (String code : List.of("rules-overlap", "rules-same", "rules-hole")) {
                String told = Messages.in(locale).text("rulebooks.fault." + code, "L1", "L2", "15", "16");
                assertFalse(told.contains("{"), told);
            }
        }
    }

    private static String line(String id, String layer, String grade, String columns) {
        return id + " layer " + layer + (grade == null || grade.isEmpty() ? "" : " grade " + grade) + " effect "
                + columns;
    }

    private static List<String> written(String... rules) {
        byte[] file = Edited.lines(book -> {
            book.lines(Sheet.OVERLAYS).clear();
            for (String rule : rules) {
                String[] words = rule.split(" ");
                var line = book.add(Sheet.OVERLAYS).text("id", words[0]).text("clauses", "1");
                for (int i = 1; i < words.length; i += 2) {
                    line.text(words[i], words[i + 1]);
                }
            }
        });
        return Edited.faults(file);
    }
}
