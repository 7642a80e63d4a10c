package ir.hamedan.esup.rulebooks.internal.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final int SITES = 10_000;

    private final RuleBook book = DemoBook.book();
    private final Engine engine = new Engine(book);
    private final Set<String> zones = book.zones().stream().map(Zone::code).collect(Collectors.toSet());

    @Test
    void ten_thousand_random_sites_get_the_numbers_of_pencil_and_paper() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        Set<String> rows = new HashSet<>();
        Set<Answer.Because> lost = new TreeSet<>();
        for (int seed = 0; seed < SITES; seed++) {
            RandomSites random = new RandomSites(book, new Random(seed));
            Site site = random.site();
            Given given = random.given(site);
            String use = random.use(site);
            Oracle oracle = new Oracle(book.rows(), zones, site, given, use);

            Verdict expected = oracle.verdict();
            Answer answer = engine.answer(site, given, use);

            String where = "seed " + seed + " " + use + " " + site + " " + given;
            Answer.UseAnswer told = answer.use(use).orElseThrow();
            assertEquals(expected, told.verdict(), where);
            if (expected != Verdict.NO_AREA) {
                assertEquals(oracle.numbers, numbers(told), where);
            }
            if (!told.rows().isEmpty()) {
                assertEquals(oracle.rows, told.rows(), where);
            }
            seen.merge(expected, 1, Integer::sum);
            rows.addAll(told.rows());
            told.numbers().forEach(figure -> figure.lost().forEach(l -> lost.add(l.because())));
        }
        isWorthIt(seen, rows, lost);
    }

    /** All that can be said was said, so that nothing agreed by never being tried. */
    private void isWorthIt(Map<Verdict, Integer> seen, Set<String> rows, Set<Answer.Because> lost) {
        Set<Verdict> never = new TreeSet<>(List.of(Verdict.values()));
        never.removeAll(seen.keySet());
        assertEquals(Set.of(Verdict.UNDECIDED), never, "a clean book never is undecided");
        assertTrue(seen.get(Verdict.RULED) + seen.get(Verdict.PROVISIONAL) > SITES * 2 / 5, seen.toString());
        assertEquals(new TreeSet<>(List.of(Answer.Because.values())), lost);
        book.rows().forEach(row -> assertTrue(rows.contains(row.id()), "row " + row.id() + " was never found"));
    }

    private static Map<NumberName, Long> numbers(Answer.UseAnswer answer) {
        Map<NumberName, Long> numbers = new EnumMap<>(NumberName.class);
        answer.numbers().forEach(figure -> figure.value().ifPresent(value -> numbers.put(figure.name(), value)));
        return numbers;
    }

    @Test
    void a_layer_is_in_exactly_one_of_three_lists() {
        for (int seed = 0; seed < 1_000; seed++) {
            RandomSites random = new RandomSites(book, new Random(seed));
            Site site = random.site();
            Answer answer = engine.answer(site, Given.NOTHING);

            for (LayerKind layer : LayerKind.values()) {
                int lists = (answer.concerns().stream().anyMatch(c -> c.layer() == layer) ? 1 : 0)
                        + (answer.doesNotConcern().contains(layer) ? 1 : 0)
                        + (answer.noData().stream()
                                        .anyMatch(u -> u.layer() == layer && u.missing() == Answer.Missing.LAYER)
                                ? 1
                                : 0);
                assertEquals(1, lists, layer + " " + site);
            }
        }
    }
}
