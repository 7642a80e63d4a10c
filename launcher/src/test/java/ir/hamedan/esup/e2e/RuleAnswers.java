package ir.hamedan.esup.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the interface says of parcels of the running city: what a page has to show is looked up here, not written down. */
public final class RuleAnswers {
    private static final Pattern CITY = Pattern.compile("data-city=\"([^,]+),([^,]+),([^,]+),([^\"]+)\"");

    private static final Pattern NEIGHBOUR = Pattern.compile("id=\"neighbour-0\" name=\"with\" value=\"([^\"]+)\"");

    /** Of one question: more would take what the other journeys may ask in this minute. */
    private static final int MOST_TRIED = 20;

    private final RunningCity city;

    public RuleAnswers(RunningCity city) {
        this.city = city;
    }

    /** A parcel of the map with a point in it. */
    public record Drawn(String code, double longitude, double latitude) {}

    /** Anything without login. */
    public HttpResponse<String> get(String path) {
        return city.send(HttpRequest.newBuilder(city.base().resolve(path)));
    }

    public HttpResponse<String> of(String code) {
        return get("/api/parcels/" + code + "/rules");
    }

    /** The first answer of this verdict among the sample parcels. */
    public JsonObject first(String verdict) {
        return samples().stream()
                .map(code -> Machine.json(of(code)))
                // Some of the samples are codes that others took the place of.
                .filter(answer -> answer.has("verdict"))
                .filter(answer -> answer.get("verdict").getAsString().equals(verdict))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample parcel is " + verdict));
    }

    /** A parcel in the middle of a zone of this code, on which the use may be built. */
    public String inZone(String zone, String use) {
        Drawn middle = features("ZONE").stream()
                .filter(drawn -> drawn.code().startsWith(zone + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the map has no zone " + zone));
        return drawn().stream()
                .sorted(Comparator.comparingDouble(parcel -> distance(parcel, middle)))
                .limit(MOST_TRIED)
                .map(Drawn::code)
                .filter(code -> hasRuled(of(code), use))
                .findFirst()
                .orElseThrow(() -> new AssertionError(use + " may be built nowhere in the middle of " + zone));
    }

    private static double distance(Drawn one, Drawn other) {
        return Math.hypot(one.longitude() - other.longitude(), one.latitude() - other.latitude());
    }

    private static boolean hasRuled(HttpResponse<String> answer, String use) {
        if (answer.statusCode() != 200) {
            return false;
        }
        for (JsonElement one : Machine.json(answer).getAsJsonArray("uses")) {
            JsonObject found = one.getAsJsonObject();
            if (found.get("use").getAsString().equals(use)
                    && found.get("verdict").getAsString().equals("RULED")) {
                return true;
            }
        }
        return false;
    }

    private List<String> samples() {
        List<String> codes = new ArrayList<>();
        JsonObject kinds = city.demo().getAsJsonObject("parcels");
        for (String kind : kinds.keySet()) {
            for (JsonElement parcel : kinds.getAsJsonArray(kind)) {
                codes.add(parcel.getAsJsonObject().get("code").getAsString());
            }
        }
        return codes;
    }

    /** A number of a use, as it stands in the document. */
    public static JsonObject number(JsonObject use, String name) {
        for (JsonElement number : use.getAsJsonArray("numbers")) {
            if (number.getAsJsonObject().get("name").getAsString().equals(name)) {
                return number.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name + " in " + use);
    }

    /** The use a reader is told of first: the first that has the verdict of the whole answer. */
    public static JsonObject firstUse(JsonObject answer) {
        for (JsonElement use : answer.getAsJsonArray("uses")) {
            if (use.getAsJsonObject().get("verdict").equals(answer.get("verdict"))) {
                return use.getAsJsonObject();
            }
        }
        throw new AssertionError("no use is " + answer.get("verdict"));
    }

    /** All parcels the map has. */
    public List<Drawn> drawn() {
        return features("PARCEL");
    }

    /** The features of a layer, each with its id and a point in it. */
    private List<Drawn> features(String layer) {
        Matcher bounds = CITY.matcher(get("/map").body());
        if (!bounds.find()) {
            throw new AssertionError("the map page does not say where the city is");
        }
        JsonObject map = Machine.json(get("/api/map?west=" + bounds.group(1) + "&south=" + bounds.group(2) + "&east="
                + bounds.group(3) + "&north=" + bounds.group(4) + "&scale=5&layers=" + layer));
        List<Drawn> parcels = new ArrayList<>();
        for (JsonElement feature : map.getAsJsonArray("features")) {
            parcels.add(drawn(feature.getAsJsonObject()));
        }
        return parcels;
    }

    /** The middle of the corners: the lots of the demo city have no dents. */
    private static Drawn drawn(JsonObject feature) {
        JsonElement ring = feature.getAsJsonObject("geometry").get("coordinates");
        while (ring.getAsJsonArray().get(0).getAsJsonArray().get(0).isJsonArray()) {
            ring = ring.getAsJsonArray().get(0);
        }
        double longitude = 0;
        double latitude = 0;
        int corners = ring.getAsJsonArray().size() - 1;
        for (int i = 0; i < corners; i++) {
            longitude += ring.getAsJsonArray().get(i).getAsJsonArray().get(0).getAsDouble() / corners;
            latitude += ring.getAsJsonArray().get(i).getAsJsonArray().get(1).getAsDouble() / corners;
        }
        return new Drawn(feature.getAsJsonObject("properties").get("id").getAsString(), longitude, latitude);
    }

    /** Two parcels with a side in common. */
    public record Pair(String one, String other) {}

    /** The first two parcels of the map that have a side in common and are ruled, one alone and both together. */
    public Pair neighbours() {
        for (Drawn parcel : drawn()) {
            Matcher box = NEIGHBOUR.matcher(get("/rules?code=" + parcel.code()).body());
            if (isRuled(parcel.code()) && box.find() && isRuled(together(parcel.code(), box.group(1)))) {
                return new Pair(parcel.code(), box.group(1));
            }
        }
        throw new AssertionError("no parcel of the map has a neighbour");
    }

    private HttpResponse<String> together(String one, String other) {
        return get("/api/parcels/" + one + "/rules?with=" + other);
    }

    /** Whether the rules of this parcel are known whole. */
    public boolean isRuled(String code) {
        return isRuled(of(code));
    }

    private static boolean isRuled(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && Machine.json(answer).get("verdict").getAsString().equals("RULED");
    }

    /** The parcel of the map that is farthest from another. */
    public String farFrom(String code) {
        List<Drawn> all = drawn();
        Drawn from = all.stream()
                .filter(parcel -> parcel.code().equals(code))
                .findFirst()
                .orElseThrow();
        return all.stream()
                .sorted(Comparator.comparingDouble(parcel -> -distance(parcel, from)))
                .map(Drawn::code)
                // Some are drawn whose place other codes took.
                .filter(far -> of(far).statusCode() != 409)
                .findFirst()
                .orElseThrow();
    }

    /** A number in Persian digits. */
    public static String persian(String digits) {
        StringBuilder out = new StringBuilder();
        digits.chars().forEach(c -> out.appendCodePoint(c >= '0' && c <= '9' ? c - '0' + 0x06F0 : c));
        return out.toString();
    }
}
