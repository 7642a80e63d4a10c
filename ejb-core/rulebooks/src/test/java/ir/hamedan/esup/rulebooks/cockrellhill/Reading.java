package ir.hamedan.esup.rulebooks.cockrellhill;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ordinance read straightforwardly from the two files, by nothing of the product: a lot is in the district in which its
 * middle lies, and what a district says of a use is looked up word for word. Feet, acres and percent stay what they are.
 */
public final class Reading {
    private static final Pattern PER_UNIT = Pattern.compile("([0-9.]+) \\* total_units");
    private static final Pattern MORE_UNITS =
            Pattern.compile("([0-9.]+) \\+ ([0-9.]+) \\* \\(total_units - ([0-9]+)\\)");

    /** A district and its rings in degrees; a point is in it when it lies in an odd number of them. */
    private record District(JsonObject rules, List<double[][]> rings) {
        String name() {
            return rules.getString("dist_abbr");
        }
    }

    /**
     * What a use is permitted on a lot.
     *
     * @param leastAcres for a house of the fewest units
     * @param acresOfMoreUnits for four units, where the ordinance asks for more; else the same
     */
    public record Permitted(
            BigDecimal leastAcres,
            BigDecimal acresOfMoreUnits,
            BigDecimal coverage,
            BigDecimal stories,
            BigDecimal feet,
            BigDecimal frontFeet,
            BigDecimal parkingPerUnit) {}

    /**
     * A lot as read.
     *
     * @param uses those permitted in the district, whether or not the lot is large enough
     */
    public record Of(String lot, double acres, String district, Map<String, Permitted> uses) {}

    private final List<District> districts = new ArrayList<>();

    private Reading() {}

    /** All lots in the order of the file. */
    public static List<Of> lots(String parcels, String zoning) {
        Reading reading = new Reading();
        features(zoning).forEach(value -> reading.district(value.asJsonObject()));
        List<Of> all = new ArrayList<>();
        for (JsonValue value : features(parcels)) {
            JsonObject feature = value.asJsonObject();
            if (feature.getJsonObject("geometry").getString("type").equals("Point")) {
                all.add(reading.lot(feature));
            }
        }
        return all;
    }

    private static JsonArray features(String geoJson) {
        try (JsonReader reader = Json.createReader(new StringReader(geoJson))) {
            return reader.readObject().getJsonArray("features");
        }
    }

    private void district(JsonObject feature) {
        List<double[][]> rings = new ArrayList<>();
        if (feature.get("geometry") instanceof JsonObject geometry) {
            for (JsonValue polygon : geometry.getJsonArray("coordinates")) {
                for (JsonValue ring : polygon.asJsonArray()) {
                    rings.add(ring.asJsonArray().stream()
                            .map(point -> new double[] {
                                point.asJsonArray().getJsonNumber(0).doubleValue(),
                                point.asJsonArray().getJsonNumber(1).doubleValue()
                            })
                            .toArray(double[][]::new));
                }
            }
        }
        districts.add(new District(feature.getJsonObject("properties"), rings));
    }

    private Of lot(JsonObject feature) {
        JsonObject properties = feature.getJsonObject("properties");
        JsonArray middle = feature.getJsonObject("geometry").getJsonArray("coordinates");
        double x = middle.getJsonNumber(0).doubleValue();
        double y = middle.getJsonNumber(1).doubleValue();
        List<District> here = districts.stream()
                .filter(district -> district.rings().stream()
                                        .filter(ring -> isIn(x, y, ring))
                                        .count()
                                % 2
                        == 1)
                .toList();
        if (here.size() != 1) {
            throw new IllegalStateException(properties.getString("parcel_id") + " is in " + here.size() + " districts");
        }
        return new Of(
                properties.getString("parcel_id"),
                properties.getJsonNumber("lot_area").doubleValue(),
                here.get(0).name(),
                uses(here.get(0).rules()));
    }

    private static boolean isIn(double x, double y, double[][] ring) {
        boolean in = false;
        for (int i = 1; i < ring.length; i++) {
            double[] a = ring[i - 1];
            double[] b = ring[i];
            if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
                in = !in;
            }
        }
        return in;
    }

    private static Map<String, Permitted> uses(JsonObject rules) {
        Map<String, Permitted> uses = new TreeMap<>();
        if (rules.get("uses_permitted") instanceof JsonArray permitted) {
            for (JsonValue use : permitted) {
                String name = ((JsonString) use).getString();
                uses.put(name, permitted(rules, name));
            }
        }
        return uses;
    }

    private static Permitted permitted(JsonObject rules, String use) {
        JsonValue least = rule(rules, "lot_size", use).get("min_val");
        BigDecimal acres;
        BigDecimal more;
        if (least instanceof JsonArray branches) {
            acres = number(branches.getJsonObject(0));
            Matcher units = matched(MORE_UNITS, branches.getJsonObject(1).getString("expression"));
            BigDecimal above = BigDecimal.valueOf(4).subtract(new BigDecimal(units.group(3)));
            more = new BigDecimal(units.group(1)).add(new BigDecimal(units.group(2)).multiply(above));
        } else {
            acres = number(least.asJsonObject());
            more = acres;
        }
        return new Permitted(
                acres,
                more,
                most(rules, "lot_cov_bldg", use),
                most(rules, "stories", use),
                most(rules, "height", use),
                number(rule(rules, "setback_front", use).getJsonObject("min_val")),
                new BigDecimal(matched(
                                PER_UNIT,
                                rule(rules, "parking_uncovered", use)
                                        .getJsonObject("min_val")
                                        .getString("expression"))
                        .group(1)));
    }

    private static BigDecimal most(JsonObject rules, String name, String use) {
        return number(rule(rules, name, use).getJsonObject("max_val"));
    }

    private static JsonObject rule(JsonObject rules, String name, String use) {
        Optional<JsonObject> found = rules.getJsonArray(name).stream()
                .map(JsonValue::asJsonObject)
                .filter(rule -> rule.getJsonArray("use_name").stream()
                        .anyMatch(u -> ((JsonString) u).getString().equals(use)))
                .findFirst();
        return found.orElseThrow();
    }

    private static BigDecimal number(JsonObject value) {
        JsonValue expression = value.get("expression");
        return expression instanceof JsonNumber number
                ? number.bigDecimalValue()
                : new BigDecimal(((JsonString) expression).getString());
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("not read: " + text);
        }
        return matcher;
    }
}
