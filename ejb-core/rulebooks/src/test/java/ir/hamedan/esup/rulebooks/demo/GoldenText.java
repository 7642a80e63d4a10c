package ir.hamedan.esup.rulebooks.demo;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer.Basis;
import ir.hamedan.esup.rulebooks.api.Answer.BasisKind;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A golden parcel in a line: {@code id|title|use|site|density coverage floors height setback|reachable buildable|units
 * parking|others|floors reachable parking}, a dash where nothing is expected. Others are {@code name=value[@BASIS[:amount]]}; the last
 * are what these three are counted from: {@code pilotis} or {@code ground}, {@code density} or {@code storeys} bind, and spaces as
 * the table has them: {@code 1.2}, {@code 1+shop}, {@code 1/50} square metres, {@code 1/4rooms}. The site is words: {@code ZONE:m2}, {@code st=now[/planned[:taken]]},
 * {@code corner=degrees} between the first two streets, {@code in=LAYER[/GRADE][@value][:m2]}, {@code near=LAYER:metres},
 * what is given ({@code given=decision}), and the verdict when it is another than RULED.
 */
final class GoldenText {
    private static final List<NumberName> EXPECTED = List.of(
            NumberName.DENSITY,
            NumberName.COVERAGE,
            NumberName.FLOORS,
            NumberName.HEIGHT,
            NumberName.FRONT_SETBACK,
            NumberName.REACHABLE_DENSITY,
            NumberName.BUILDABLE_AREA,
            NumberName.UNITS,
            NumberName.PARKING);

    private static final Decision DECISION = new Decision(
            "12/405",
            LocalDate.of(2026, 3, 30),
            "نقشهٔ ۷",
            new Limits(5000, 500, 10, true, 30_00, 20_00, new Parking(Parking.Kind.PER_UNIT, 150), 2_00));

    private final List<Site.Zone> zones = new ArrayList<>();
    private final List<Site.Frontage> streets = new ArrayList<>();
    private final List<Site.Corner> corners = new ArrayList<>();
    private final List<Site.Concern> concerns = new ArrayList<>();
    private Given given = Given.NOTHING;
    private Verdict verdict = Verdict.RULED;
    private long area;
    private long deed = -1;

    private GoldenText() {}

    static Golden read(String line) {
        String[] fields = line.split("\\|");
        GoldenText text = new GoldenText();
        for (String word : fields[3].split(" ")) {
            text.word(word);
        }
        Site site = Places.plot(
                text.deed < 0 ? text.area : text.deed,
                text.area,
                text.zones,
                text.streets,
                text.corners,
                text.concerns);
        return new Golden(
                "G-" + fields[0],
                fields[1],
                site,
                text.given,
                fields[2],
                text.verdict,
                expected(fields),
                bases(fields));
    }

    private static Map<NumberName, Long> expected(String[] fields) {
        Map<NumberName, Long> expected = new EnumMap<>(NumberName.class);
        if (fields.length > 4) {
            String[] values = (fields[4] + " " + fields[5] + " " + fields[6]).split(" ");
            for (int i = 0; i < values.length; i++) {
                if (!values[i].equals("-")) {
                    expected.put(EXPECTED.get(i), number(EXPECTED.get(i), values[i]));
                }
            }
        }
        for (String other : others(fields)) {
            expected.put(name(other), number(name(other), after(other).split("@")[0]));
        }
        return expected;
    }

    private static List<String> others(String[] fields) {
        return fields.length > 7 && !fields[7].isEmpty() ? List.of(fields[7].split(" ")) : List.of();
    }

    private static NumberName name(String other) {
        return Arrays.stream(NumberName.values())
                .filter(name -> other.startsWith(name.key() + "="))
                .findFirst()
                .orElseThrow();
    }

    private static Map<NumberName, Basis> bases(String[] fields) {
        Map<NumberName, Basis> bases = new EnumMap<>(NumberName.class);
        for (String other : others(fields)) {
            if (other.contains("@")) {
                String[] basis = other.split("@")[1].split(":");
                BasisKind kind = BasisKind.valueOf(basis[0]);
                bases.put(name(other), basis(kind, basis.length > 1 ? basis[1] : "0"));
            }
        }
        if (fields.length > 8) {
            String[] three = fields[8].split(" ");
            BasisKind storeys = three[0].equals("pilotis") ? BasisKind.PILOTIS : BasisKind.NO_PILOTIS;
            BasisKind binds = three[1].equals("density") ? BasisKind.DENSITY_BINDS : BasisKind.STOREYS_BIND;
            bases.put(NumberName.FLOORS, basis(storeys, "0"));
            bases.put(NumberName.REACHABLE_DENSITY, basis(binds, "0"));
            bases.put(NumberName.PARKING, parking(three[2]));
        }
        return bases;
    }

    private static Basis parking(String words) {
        if (words.equals("0")) {
            return basis(BasisKind.NONE, "0");
        }
        String each = words.replaceFirst("^1/|\\+shop$", "");
        if (words.endsWith("+shop")) {
            return basis(BasisKind.PER_UNIT_AND_SHOP, each);
        }
        if (words.endsWith("rooms")) {
            return basis(BasisKind.PER_ROOMS, each.replace("rooms", ""));
        }
        return basis(words.startsWith("1/") ? BasisKind.PER_AREA : BasisKind.PER_UNIT, each);
    }

    private static Basis basis(BasisKind kind, String amount) {
        return new Basis(kind, scaled(amount, kind.decimals().orElse(0)));
    }

    private static long number(NumberName name, String value) {
        return scaled(value, name.unit().decimals());
    }

    private static long scaled(String value, int decimals) {
        return new BigDecimal(value).movePointRight(decimals).longValueExact();
    }

    private static String after(String word) {
        return word.substring(word.indexOf('=') + 1);
    }

    private void word(String word) {
        String value = after(word);
        switch (word.contains("=") ? word.substring(0, word.indexOf('=')) : word.contains(":") ? "zone" : "verdict") {
            case "zone" -> zone(word.split(":"));
            case "st" -> street(value);
            case "corner" -> corners.add(new Site.Corner("s1", "s2", Integer.parseInt(value)));
            case "in" -> in(value);
            case "near" ->
                concerns.add(Places.near(LayerKind.valueOf(value.split(":")[0]), scaled(value.split(":")[1], 2)));
            case "deed" -> deed = scaled(value, 2);
            case "rooms" -> given = given.withRooms(Integer.parseInt(value));
            case "merged" -> given = given.withMerged(Integer.parseInt(value));
            case "ceded" -> given = given.withCeded(scaled(value, 2));
            case "ground" -> given = given.withGroundLevel((int) scaled(value, 2));
            case "given" -> given = given.withDecision(DECISION);
            case "lock" -> given = given.withLocks(Set.of(LockKind.valueOf(value)));
            default -> verdict = Verdict.valueOf(word);
        }
    }

    private void zone(String[] parts) {
        long part = scaled(parts[1], 2);
        zones.add(new Site.Zone(parts[0], parts[0], part));
        area += part;
    }

    private void street(String value) {
        String[] taken = value.split(":");
        String[] widths = taken[0].split("/");
        int now = (int) scaled(widths[0], 2);
        String id = "s" + (streets.size() + 1);
        streets.add(new Site.Frontage(
                id,
                id,
                now,
                widths.length > 1 ? (int) scaled(widths[1], 2) : now,
                10_00,
                taken.length > 1 ? scaled(taken[1], 2) : 0));
    }

    private void in(String value) {
        String[] part = value.split(":");
        String[] valued = part[0].split("@");
        String[] graded = valued[0].split("/");
        concerns.add(Places.in(
                LayerKind.valueOf(graded[0]),
                graded.length > 1 ? graded[1] : "",
                valued.length > 1 ? Long.parseLong(valued[1]) : 0,
                part.length > 1 ? scaled(part[1], 2) : area));
    }
}
