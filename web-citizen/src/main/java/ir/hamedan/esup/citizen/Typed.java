package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.web.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody supposes, as it was typed or chosen: it is shown again whatever is wrong with it. */
final class Typed {
    private static final int MOST_VALUES = 40;

    /** Between codes: a comma of either script, or a blank that is not beside a hyphen. */
    private static final String BETWEEN =
            "[,،;؛]\\s*|(?<![-\u2010\u2011\u2013\u2212\\s])\\s+(?![-\u2010\u2011\u2013\u2212\\s])";

    private final List<String> with;
    private final String ceded;
    private final String rooms;
    private final List<String> uses;
    private final List<Problem> problems = new ArrayList<>();
    private final List<RenewalCode> codes = new ArrayList<>();
    private long area;
    private OptionalInt ofHotel = OptionalInt.empty();

    Typed(List<String> with, String ceded, String rooms, List<String> uses) {
        this.with = with.stream()
                .flatMap(text -> Arrays.stream(text.strip().split(BETWEEN)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .limit(MOST_VALUES)
                .toList();
        this.ceded = ceded;
        this.rooms = rooms;
        this.uses = uses.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        read();
    }

    static Typed of(HttpServletRequest request) {
        return new Typed(
                values(request, "with"),
                Parameters.text(request, "ceded"),
                Parameters.text(request, "rooms"),
                values(request, "use"));
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Stream.of(values).limit(MOST_VALUES).toList();
    }

    private void read() {
        for (String text : with) {
            try {
                codes.add(RenewalCode.parse(text));
            } catch (Problem malformed) {
                problems.add(malformed.at("with"));
            }
        }
        try {
            area = Rules.Supposed.ceded(ceded);
        } catch (Problem wrong) {
            problems.add(wrong);
        }
        try {
            ofHotel = Rules.Supposed.rooms(rooms);
        } catch (Problem wrong) {
            problems.add(wrong);
        }
    }

    /** What could not be read, each at its field. */
    List<Problem> problems() {
        return problems;
    }

    /** Whether anything was typed at all. */
    boolean isNothing() {
        return with.isEmpty() && area == 0 && ofHotel.isEmpty() && uses.isEmpty();
    }

    /** Whether it is about another plot than that of the parcel as it is, or another building on it. */
    boolean isOtherPlot() {
        return !codes.isEmpty() || area > 0 || ofHotel.isPresent();
    }

    /** @throws Problem as {@link Rules.Supposed} */
    Rules.Supposed supposed() {
        return new Rules.Supposed(codes, area, ofHotel, uses);
    }

    /** Whether the neighbour of a list was chosen in it. */
    boolean has(RenewalCode neighbour) {
        return with.contains(neighbour.text());
    }

    /** The codes as they were typed, without those that are chosen in the list of neighbours. */
    String others(List<RenewalCode> neighbours) {
        List<String> rest = new ArrayList<>(with);
        neighbours.forEach(neighbour -> rest.remove(neighbour.text()));
        return String.join(" ", rest);
    }

    String ceded() {
        return ceded;
    }

    String rooms() {
        return rooms;
    }

    List<String> uses() {
        return uses;
    }

    List<RenewalCode> codes() {
        return codes;
    }

    /** As a part of an address; empty when nothing is supposed. */
    String parameters() {
        return Stream.of(
                        codes.stream().map(code -> "&with=" + code.ofParcel()),
                        area == 0 ? Stream.<String>empty() : Stream.of("&ceded=" + area / 100),
                        ofHotel.stream().mapToObj(count -> "&rooms=" + count),
                        uses.stream().map(use -> "&use=" + URLEncoder.encode(use, StandardCharsets.UTF_8)))
                .flatMap(part -> part)
                .collect(Collectors.joining());
    }
}
