package ir.hamedan.esup.rulebooks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.internal.layers.LayersOn;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.internal.plan.Laid;
import ir.hamedan.esup.rulebooks.internal.store.InForce;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions on a map of three plots in worn-out fabric: the last stands at a corner. */
class RulesBeanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final RenewalCode A = RenewalCode.parse("1-5-67-15");
    private static final RenewalCode B = RenewalCode.parse("1-5-67-16");
    private static final RenewalCode C = RenewalCode.parse("1-5-67-17");

    private final TestDatabase database = TestDatabase.fresh();
    private final HandClock clock = new HandClock(NOW);
    private final Map<RenewalCode, Set<LockKind>> locks = new HashMap<>();
    private String planner = "planner-1";
    private final LayerOffice map = LayersOn.office(database, clock, () -> planner);
    private final RulesBean rules = new RulesBean();

    @BeforeEach
    void draw() {
        for (RenewalCode code : List.of(A, B, C)) {
            new Sql(database.owner()).run("""
                    insert into parcels.land_object (code, region, plate, plate_section, address, search, land_use, deed,
                        land_area, floor_area, garden, registered_on, registered_at)
                    values (?, 1, '', '', '', '', 'VACANT', 'SINGLE_SHEET', 24000, 0, false, '2015-05-01', ?)""", code, NOW);
        }
        publish(
                LayerKind.PARCEL,
                box(A.text(), "", 0, 6, 12, 26),
                box(B.text(), "", 12, 6, 24, 26),
                box(C.text(), "", 24, 6, 36, 26));
        publish(
                LayerKind.STREET,
                line("south", "\"width\":12", -200, 0, 200, 0),
                line("east", "\"width\":8", 40, -200, 40, 200));
        publish(LayerKind.ZONE, box("z", "\"code\":\"R122\",\"name\":\"متوسط\"", -300, -300, 300, 300));
        publish(LayerKind.WORN_OUT, box("w", "\"name\":\"بافت فرسوده\"", -300, -300, 300, 300));
        rules.sites = LayersOn.sites(database, clock);
        rules.parcels = fake(Parcels.class, "lockKinds", given -> locks.getOrDefault(given[0], Set.of()));
        RuleBooks.Edition edition = new RuleBooks.Edition(
                1, "DEMO", "1405-1", "دفترچه", true, TODAY, NOW, Optional.empty(), "0".repeat(64));
        RuleBooks.Published book = new RuleBooks.Published(edition, DemoBook.book());
        rules.books = (parcel, on, known) -> Optional.of(new InForce.Basis(book, Laid.NOTHING));
        rules.engines = new Engines();
        rules.clock = clock;
    }

    private static <T> T fake(Class<T> type, String method, Function<Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        throw new UnsupportedOperationException(called.toString());
                    }
                    return answer.apply(arguments);
                }));
    }

    private static String box(String id, String more, double west, double south, double east, double north) {
        return feature(
                id,
                more,
                "Polygon",
                "[[" + points(west, south, east, south, east, north, west, north, west, south) + "]]");
    }

    private static String line(String id, String more, double... points) {
        return feature(id, more, "LineString", "[" + points(points) + "]");
    }

    private static String feature(String id, String more, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + id + "\"" + (more.isEmpty() ? "" : "," + more)
                + "},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static String points(double... numbers) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < numbers.length; i += 2) {
            points.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT, "[%.4f,%.4f]", 272_000 + numbers[i], 3_853_000 + numbers[i + 1]));
        }
        return points.toString();
    }

    private void publish(LayerKind kind, String... features) {
        byte[] text = ("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}")
                .getBytes(StandardCharsets.UTF_8);
        database.inTransaction(() -> {
            planner = "planner-1";
            long draft = map.open(kind, kind + ".geojson", Sha256.of(text), FeatureNames.of(kind))
                    .id();
            try (FeatureFile file = FeatureFile.open(new ByteArrayInputStream(text))) {
                map.stage(draft, file, 100);
            }
            map.check(draft);
            map.sign(draft, TODAY);
            planner = "planner-2";
            map.publish(draft);
        });
    }

    private Answer with(RenewalCode parcel, RenewalCode... others) {
        return rules.of(parcel, TODAY, NOW, new Rules.Supposed(List.of(others), 0, OptionalInt.empty(), List.of()));
    }

    private static long number(Answer answer, NumberName name) {
        return answer.use("DWELLING")
                .orElseThrow()
                .number(name)
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    @Test
    void plots_put_together_are_read_by_their_whole_area_with_the_bonus_of_their_number() {
        Answer alone = with(A);
        assertEquals(List.of("12"), alone.use("DWELLING").orElseThrow().rows());
        assertEquals(240_0 + 40_0, number(alone, NumberName.DENSITY));
        Answer two = with(A, B);
        assertEquals(List.of("13"), two.use("DWELLING").orElseThrow().rows());
        assertEquals(480_00, number(two, NumberName.EFFECTIVE_AREA));
        assertEquals(300_0 + 60_0, number(two, NumberName.DENSITY));
        Answer three = with(A, B, C);
        assertEquals(3, three.given().merged());
        assertEquals(300_0 + 80_0, number(three, NumberName.DENSITY), "the street is too narrow for the next row");
    }

    @Test
    void a_plot_that_reaches_the_corner_by_them_loses_the_chamfer() {
        assertEquals(0, number(with(A, B), NumberName.CHAMFER_AREA));
        Answer whole = with(A, B, C);
        long chamfer = number(whole, NumberName.CHAMFER_AREA);
        assertTrue(chamfer > 0);
        assertEquals(720_00 - chamfer, number(whole, NumberName.EFFECTIVE_AREA));
    }

    @Test
    void the_order_of_the_neighbours_does_not_matter_to_the_last_byte() {
        Rules.Document document = rules.document(with(A, B, C));
        assertEquals(document, rules.document(with(A, C, B)));
        assertEquals(document, rules.document(with(A, RenewalCode.parse("1-5-67-17-1"), B)));
        assertTrue(document.json().contains("\"with\":[\"" + B + "\",\"" + C + "\"]"), document.json());
        assertTrue(document.json().contains("\"whatIf\":true"), document.json());
        assertNotEquals(document, rules.document(with(A, B)));
        assertTrue(rules.document(with(A)).json().contains("\"whatIf\":false"));
    }

    @Test
    void what_is_known_of_the_parcel_as_it_is_is_no_supposition() {
        assertFalse(rules.of(A, TODAY, NOW, Rules.Supposed.NOTHING).isWhatIf());
        assertTrue(rules.of(A, TODAY, NOW, new Rules.Supposed(List.of(), 1_00, OptionalInt.empty(), List.of()))
                .isWhatIf());
        assertTrue(rules.of(A, TODAY, NOW, Rules.Supposed.uses(List.of("DWELLING")))
                .isWhatIf());
    }

    @Test
    void a_lock_on_a_neighbour_stands_in_the_way_of_both() {
        locks.put(B, EnumSet.of(LockKind.SEIZURE));
        assertEquals(Verdict.INFORMATION_ONLY, with(A, B).verdict());
        assertNotEquals(Verdict.INFORMATION_ONLY, with(A).verdict());
    }

    @Test
    void only_the_uses_asked_for_are_looked_at_and_one_nobody_knows_is_refused() {
        Answer two = rules.of(A, TODAY, NOW, Rules.Supposed.uses(List.of("HOTEL", "DWELLING", "HOTEL")));
        assertEquals(
                List.of("HOTEL", "DWELLING"),
                two.uses().stream().map(Answer.UseAnswer::use).toList());
        assertEquals(Verdict.NOT_PERMITTED, two.uses().get(0).verdict());
        Problem unknown =
                assertThrows(Problem.class, () -> rules.of(A, TODAY, NOW, Rules.Supposed.uses(List.of("CASTLE"))));
        assertEquals("rulebooks.unknown-use", unknown.code());
        assertEquals(Optional.of("use"), unknown.field());
        List<String> many = IntStream.range(0, 11).mapToObj(i -> "U" + i).toList();
        assertEquals(
                "rulebooks.too-many-uses",
                assertThrows(Problem.class, () -> Rules.Supposed.uses(many)).code());
    }
}
