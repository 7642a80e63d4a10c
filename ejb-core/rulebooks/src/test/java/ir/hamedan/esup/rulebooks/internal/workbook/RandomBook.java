package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Amounts;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Chapter;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Condition;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Precedence;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.api.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Books of every shape; whether they make sense is another question. */
public final class RandomBook {
    private static final String LETTERS = "abzآبپچژکگی‌ۀ٠۱2_x0041_&<>\"'=-+@؛ \n";

    private final Random random;
    private final List<Zone> zones;
    private final List<Use> uses;
    private final List<Chapter> chapters;
    private final List<Clause> clauses;
    private final List<Row> rows;

    public RandomBook(long seed) {
        random = new Random(seed);
        zones = list(1, 5, i -> new Zone("Z-" + i + ".پ", text()));
        uses = list(1, 5, i -> new Use("U" + i, text(), random.nextInt(4), random.nextBoolean()));
        chapters = list(1, 4, i -> new Chapter(i + ".1", text()));
        clauses = list(1, 9, i -> new Clause("" + i, text(), pick(chapters).number(), text() + text()));
        rows = list(
                2,
                20,
                i -> new Row(
                        "r" + i,
                        pick(zones).code(),
                        codes(1, uses.stream().map(Use::code).toList()),
                        band(100_000_00),
                        band(500_00),
                        limits(),
                        clauses(),
                        Optional.empty()));
    }

    public RuleBook book() {
        return new RuleBook(
                new BookData("B", "1405/1", text(), text(), text(), day(), random.nextBoolean() ? "1404" : "", flip()),
                chapters,
                clauses,
                zones,
                uses,
                rows,
                overlays(),
                chamfers(),
                parameters(),
                list(
                        0,
                        3,
                        i -> new Precedence(
                                rows.get(0).id(),
                                rows.get(1).id() + "/" + rows.get(0).id(),
                                text(),
                                List.of("آ ب", "پ"),
                                day())),
                list(
                        0,
                        5,
                        i -> new Referral(
                                "f" + i,
                                flip() ? pick(zones).code() : "",
                                flip() ? pick(uses).code() : "",
                                band(9_999_99),
                                band(500_00),
                                text(),
                                List.of("آ", "ب", "پ"),
                                day())),
                list(0, 5, this::golden));
    }

    /** One angle, and widths one after the other. */
    private List<Chamfer> chamfers() {
        Band angle = band(360);
        return list(
                0, 8, i -> new Chamfer("c" + i, Band.of(i * 7_00L, (i + 1) * 7_00L), angle, random.nextInt(1000_00)));
    }

    /** No two that could be one rule in bands. */
    private List<Overlay> overlays() {
        Set<List<Object>> kinds = new HashSet<>();
        return list(0, 8, this::overlay).stream()
                .filter(rule -> kinds.add(List.of(rule.layer(), rule.grade(), rule.effect())))
                .toList();
    }

    private Overlay overlay(int i) {
        Optional<LayerKind> layer = flip() ? Optional.of(pick(List.of(LayerKind.values()))) : Optional.empty();
        Condition when = new Condition(
                band(1_000_000),
                flip() ? Condition.TOUCHING : band(100_000_00),
                flip() ? 0 : random.nextInt(1001),
                band(100_000_000_00L),
                band(500_00),
                band(9),
                Set.copyOf(codes(0, zones.stream().map(Zone::code).toList())),
                Set.copyOf(codes(0, uses.stream().map(Use::code).toList())),
                Set.copyOf(codes(0, List.of("s1", "خیابان۱".replace("۱", "1"), "s-3"))));
        Amounts amounts = new Amounts(
                maybe(20_001), maybe(1001), maybe(201), maybe(1_000_01), maybe(1_000_01), "", flip() ? "A_1" : "");
        // What the effect cannot do without is always given.
        Amounts whole = amounts.withDensity(random.nextInt(20_001))
                .withHeight(random.nextInt(1_000_01))
                .withZone(pick(zones).code());
        Effect effect = pick(List.of(Effect.values()));
        boolean free = Set.of(Effect.LOCK, Effect.FORBIDDEN, Effect.REPORT, Effect.OPEN_SPACE_ONLY)
                .contains(effect);
        boolean needsLayer = effect == Effect.CAP_OF_MAP_HEIGHT || effect == Effect.CAP_OF_MAP_LEVEL;
        return new Overlay(
                "o" + i,
                needsLayer ? Optional.of(LayerKind.AIRPORT) : layer,
                flip() ? "BUFFER_2" : "",
                when,
                effect,
                free ? amounts : whole,
                flip() ? "HERITAGE_INQUIRY" : "",
                clauses());
    }

    private Parameters parameters() {
        Map<LockKind, Parameters.LockEffect> locks = new EnumMap<>(LockKind.class);
        subset(LockKind.class).forEach(lock -> locks.put(lock, pick(List.of(Parameters.LockEffect.values()))));
        Map<NumberName, List<String>> definitions = new EnumMap<>(NumberName.class);
        subset(NumberName.class).forEach(name -> definitions.put(name, clauses()));
        List<Parameters.BonusLimit> limits = new ArrayList<>();
        limits.add(new Parameters.BonusLimit("", random.nextInt(20_001), random.nextInt(201)));
        zones.forEach(zone -> limits.add(new Parameters.BonusLimit(zone.code(), random.nextInt(20_001), 1)));
        return new Parameters(
                pick(List.of(Parameters.StreetWidth.values())),
                1 + random.nextInt(1_000_00),
                1 + random.nextInt(1_000_00),
                limits,
                1 + random.nextInt(1000),
                new Parameters.LightWell(random.nextInt(99_99), random.nextInt(99_99), 4, random.nextInt(1001)),
                new Parameters.Projection(random.nextInt(500_00), random.nextInt(1001), 1_20, 3_50),
                new Parameters.ParkingShortage(random.nextInt(1001), random.nextInt(5)),
                1 + random.nextInt(99_99),
                pick(List.of(Chamfer.Measure.values())),
                locks,
                1 + random.nextInt(24),
                definitions);
    }

    private Golden golden(int i) {
        List<Site.Concern> near = list(
                0,
                4,
                n -> new Site.Concern(
                        pick(List.of(LayerKind.values())),
                        "f" + n,
                        flip() ? text() : "",
                        flip() ? "CORE" : "",
                        random.nextInt(1_000_000),
                        random.nextInt(1_000_000),
                        random.nextInt(1_000_000)));
        Set<LayerKind> noData = subset(LayerKind.class);
        Site site = new Site(
                flip() ? Optional.of(RenewalCode.parse("1-5-67-" + (1 + random.nextInt(99)))) : Optional.empty(),
                day(),
                Instant.ofEpochSecond(random.nextInt()),
                random.nextInt(1_000_000),
                random.nextInt(1_000_000),
                list(0, 3, n -> new Site.Zone("Z" + n, text(), random.nextInt(1_000_000))),
                list(0, 3, n -> new Site.Frontage("s" + n, text(), random.nextInt(500_00), 12_00, 9_99, n)),
                list(0, 2, n -> new Site.Corner("s1", "s2", random.nextInt(361))),
                near,
                flip() ? GoldenReader.elsewhere(near, noData) : subset(LayerKind.class),
                noData,
                List.of());
        Map<NumberName, Long> expected = new EnumMap<>(NumberName.class);
        subset(NumberName.class).forEach(name -> expected.put(name, (long) random.nextInt(20_001)));
        Given given = new Given(
                subset(LockKind.class),
                1 + random.nextInt(4),
                random.nextInt(100),
                flip() ? Optional.of(new Decision("5/" + i, day(), flip() ? text() : "", limits())) : Optional.empty(),
                maybe(200_000),
                maybe(300));
        return new Golden(
                "g" + i, text(), site, given, pick(uses).code(), pick(List.of(Verdict.values())), expected, bases());
    }

    private Map<NumberName, Answer.Basis> bases() {
        Map<NumberName, Answer.Basis> bases = new EnumMap<>(NumberName.class);
        subset(NumberName.class).forEach(name -> {
            Answer.BasisKind kind = pick(List.of(Answer.BasisKind.values()));
            bases.put(name, new Answer.Basis(kind, kind.decimals().isPresent() ? random.nextInt(1001) : 0));
        });
        return bases;
    }

    private Limits limits() {
        Parking.Kind kind = pick(List.of(Parking.Kind.values()));
        return new Limits(
                random.nextInt(20_001),
                random.nextInt(1001),
                random.nextInt(201),
                flip(),
                random.nextInt(1_000_01),
                random.nextInt(100_000_01),
                kind == Parking.Kind.NONE ? Parking.NONE : new Parking(kind, 1 + random.nextInt(100_00)),
                random.nextInt(1_000_01));
    }

    private List<String> clauses() {
        return codes(1, clauses.stream().map(Clause::number).toList());
    }

    private List<String> codes(int least, List<String> all) {
        List<String> some = new ArrayList<>(all.stream().filter(code -> flip()).toList());
        return some.size() >= least ? some : List.of(pick(all));
    }

    private <E extends Enum<E>> Set<E> subset(Class<E> type) {
        Set<E> some = EnumSet.allOf(type);
        some.removeIf(constant -> flip());
        return new HashSet<>(some);
    }

    /** Never blank, without blanks around it, and no formula. */
    private String text() {
        String text = IntStream.range(0, random.nextInt(30))
                .collect(
                        StringBuilder::new,
                        (all, i) -> all.append(LETTERS.charAt(random.nextInt(LETTERS.length()))),
                        StringBuilder::append)
                .toString();
        return ("ب" + text + "ی").strip();
    }

    private Band band(long most) {
        long from = flip() ? 0 : random.nextLong(most);
        return flip() ? Band.from(from) : Band.of(from, from + 1 + random.nextLong(most - from));
    }

    private OptionalInt maybe(int most) {
        return flip() ? OptionalInt.of(random.nextInt(most)) : OptionalInt.empty();
    }

    private LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));
    }

    private boolean flip() {
        return random.nextBoolean();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> list(int least, int most, IntFunction<T> maker) {
        return IntStream.rangeClosed(1, least + random.nextInt(most - least + 1))
                .mapToObj(maker)
                .toList();
    }
}
