package ir.hamedan.esup.workbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.workbooks.TreeBook.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    record Leaf(String name, int count) {}

    /** A component of each type that books are made of. */
    record Tree(
            String text,
            int count,
            long amount,
            boolean listed,
            Kind kind,
            LocalDate born,
            Instant seen,
            RenewalCode parcel,
            Leaf first,
            Optional<Leaf> last,
            Optional<String> note,
            OptionalInt girth,
            List<Leaf> leaves,
            List<List<String>> names,
            Set<String> codes,
            Set<Leaf> fallen,
            Map<Kind, Long> sums,
            Map<Kind, List<String>> words) {}

    record Fruit(double weight) {}

    private static Tree tree(Set<String> codes, Map<Kind, Long> sums) {
        return new Tree(
                "بلوط \"۱\"\n",
                -1,
                Long.MAX_VALUE,
                true,
                Kind.ELM,
                LocalDate.of(2026, 3, 21),
                Instant.ofEpochSecond(1_790_000_000L, 500_000_000),
                RenewalCode.parse("1-5-67-15"),
                new Leaf("a", 1),
                Optional.empty(),
                Optional.of("note"),
                OptionalInt.of(7),
                List.of(new Leaf("b", 2), new Leaf("a", 1)),
                List.of(List.of("b", "a"), List.of()),
                codes,
                Set.of(),
                sums,
                Map.of());
    }

    @Test
    void a_record_is_an_object_of_its_components_in_their_order() {
        String text = RecordJson.text(tree(Set.of("x"), Map.of(Kind.ELM, 5L)));
        assertEquals(
                "{\"text\":\"بلوط \\\"۱\\\"\\n\",\"count\":-1,\"amount\":9223372036854775807,\"listed\":true,"
                        + "\"kind\":\"ELM\",\"born\":\"2026-03-21\",\"seen\":\"2026-09-21T14:13:20.500Z\","
                        + "\"parcel\":\"1-5-67-15-0-0-0\",\"first\":{\"name\":\"a\",\"count\":1},\"last\":null,"
                        + "\"note\":\"note\",\"girth\":7,"
                        + "\"leaves\":[{\"name\":\"b\",\"count\":2},{\"name\":\"a\",\"count\":1}],"
                        + "\"names\":[[\"b\",\"a\"],[]],\"codes\":[\"x\"],\"fallen\":[],\"sums\":{\"ELM\":5},"
                        + "\"words\":{}}",
                text);
        assertEquals(tree(Set.of("x"), Map.of(Kind.ELM, 5L)), RecordJson.read(Tree.class, text));
    }

    @Test
    void equal_records_give_equal_texts() {
        Map<Kind, Long> there = new LinkedHashMap<>();
        Map<Kind, Long> back = new LinkedHashMap<>();
        List.of(Kind.PLANE, Kind.ELM, Kind.WALNUT).forEach(kind -> there.put(kind, 7L));
        List.of(Kind.WALNUT, Kind.ELM, Kind.PLANE).forEach(kind -> back.put(kind, 7L));
        Tree one = tree(new LinkedHashSet<>(List.of("b", "a", "c")), there);
        Tree other = tree(new LinkedHashSet<>(List.of("c", "b", "a")), back);
        assertEquals(one, other);
        assertEquals(RecordJson.text(one), RecordJson.text(other));
        assertTrue(RecordJson.text(one).contains("\"codes\":[\"a\",\"b\",\"c\"]"));
        assertTrue(RecordJson.text(one).contains("\"sums\":{\"PLANE\":7,\"ELM\":7,\"WALNUT\":7}"));
    }

    @Property(tries = 300)
    void any_record_comes_back_from_its_text(@ForAll long seed) {
        Tree tree = new Grower(new Random(seed)).tree();
        String text = RecordJson.text(tree);
        Tree read = RecordJson.read(Tree.class, text);
        assertEquals(tree, read);
        assertEquals(text, RecordJson.text(read));
    }

    @Test
    void what_no_book_is_made_of_is_a_bug() {
        assertThrows(RuntimeException.class, () -> RecordJson.read(Fruit.class, "{\"weight\":1.5}"));
        assertThrows(
                IllegalStateException.class,
                () -> RecordJson.read(
                        Tree.class, RecordJson.text(tree(Set.of(), Map.of())).replace("ELM", "OAK")));
        assertThrows(
                ArithmeticException.class, () -> RecordJson.read(Leaf.class, "{\"name\":\"a\",\"count\":2147483648}"));
    }

    /** Trees of every shape. */
    private record Grower(Random random) {
        private static final String LETTERS = "aآ‌ی۱\u0000\u001f\t\n\r\"\\/{}[],:\u007f\u2028é";

        Tree tree() {
            return new Tree(
                    text(),
                    random.nextInt(),
                    random.nextLong(),
                    random.nextBoolean(),
                    kind(),
                    LocalDate.ofEpochDay(random.nextInt(2_000_000) - 1_000_000),
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    new RenewalCode(random.nextInt(100), 1, 2, 1 + random.nextInt(1000), random.nextInt(3), 0, 0),
                    leaf(),
                    maybe(this::leaf),
                    maybe(this::text),
                    random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                    list(this::leaf),
                    list(() -> list(this::text)),
                    new HashSet<>(list(this::text)),
                    new HashSet<>(list(this::leaf)),
                    map(random::nextLong),
                    map(() -> list(this::text)));
        }

        private Leaf leaf() {
            return new Leaf(text(), random.nextInt());
        }

        private Kind kind() {
            List<Kind> all = List.of(Kind.values());
            return all.get(random.nextInt(all.size()));
        }

        private String text() {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "🌳" : "");
            random.ints(random.nextInt(8), 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
            return text.toString();
        }

        private <T> Optional<T> maybe(Supplier<T> maker) {
            return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
        }

        private <T> List<T> list(Supplier<T> maker) {
            return Stream.generate(maker).limit(random.nextInt(4)).toList();
        }

        private <T> Map<Kind, T> map(Supplier<T> maker) {
            Map<Kind, T> map = new HashMap<>();
            list(this::kind).forEach(kind -> map.put(kind, maker.get()));
            return map;
        }
    }
}
