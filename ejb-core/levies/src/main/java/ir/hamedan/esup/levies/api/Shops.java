package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.Measure;
import ir.hamedan.esup.kernel.Problem;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The shops that somebody supposes for the estimate of the levies, as they were typed: shown again whatever is wrong with them. */
public final class Shops {
    /** What is asked of them; the name is the one of the parameter and of the field of {@link PermitQuestion.Trade}. */
    private enum Size {
        UNITS("tradeUnits", 0, PermitQuestion.MOST_UNITS),
        AREA("tradeArea", 2, PermitQuestion.MOST_TRADE_AREA),
        SPAN("tradeSpan", 2, LevyBook.MOST_LENGTH),
        HEIGHT("tradeHeight", 2, LevyBook.MOST_LENGTH);

        private final String field;
        private final int decimals;
        private final long most;

        Size(String field, int decimals, long most) {
            this.field = field;
            this.decimals = decimals;
            this.most = most;
        }

        /** In the unit in which it is kept: whole ones, hundredths of a square metre, centimetres. */
        long read(String typed) {
            return Measure.read(field, typed, decimals, most);
        }
    }

    private final Map<Size, String> typed = new EnumMap<>(Size.class);
    private final List<Problem> problems = new ArrayList<>();
    private final Optional<PermitQuestion.Trade> trade;

    private Shops(Function<Size, String> said) {
        for (Size size : Size.values()) {
            typed.put(size, Objects.requireNonNullElse(said.apply(size), "").strip());
        }
        trade = isUntold() ? Optional.empty() : read();
    }

    /** What was typed into each field; null or empty for what was not said. */
    public static Shops of(UnaryOperator<String> field) {
        return new Shops(size -> field.apply(size.field));
    }

    /** The same one by one. */
    public static Shops of(String units, String area, String span, String height) {
        return new Shops(size -> switch (size) {
            case UNITS -> units;
            case AREA -> area;
            case SPAN -> span;
            case HEIGHT -> height;
        });
    }

    private Optional<PermitQuestion.Trade> read() {
        int units = (int) size(Size.UNITS);
        if (units == 0 && problems.isEmpty()) {
            // Of shops that are not there no sizes are asked.
            return Optional.of(new PermitQuestion.Trade(0, 0, 0, 0));
        }
        long area = size(Size.AREA);
        int span = (int) size(Size.SPAN);
        int height = (int) size(Size.HEIGHT);
        if (problems.isEmpty() && area * units > Size.AREA.most) {
            problems.add(Problem.invalid("levies.shops.too-much-together", BigDecimal.valueOf(Size.AREA.most, 2))
                    .at(Size.AREA.field));
        }
        return problems.isEmpty() ? Optional.of(new PermitQuestion.Trade(area, units, span, height)) : Optional.empty();
    }

    private long size(Size size) {
        try {
            return size.read(typed.get(size));
        } catch (Problem wrong) {
            problems.add(wrong);
            return 0;
        }
    }

    /** What could not be read, each at its field. */
    public List<Problem> problems() {
        return problems;
    }

    /** Empty when nothing is said of them, or something that is wrong. */
    public Optional<PermitQuestion.Trade> trade() {
        return trade;
    }

    /** Whether nothing is said of any. */
    public final boolean isUntold() {
        return typed.values().stream().allMatch(String::isEmpty);
    }

    /** The fields in their order. */
    public List<String> getFields() {
        return typed.keySet().stream().map(size -> size.field).toList();
    }

    /** What was typed into a field. */
    public String typed(String field) {
        return typed.entrySet().stream()
                .filter(entry -> entry.getKey().field.equals(field))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** As a part of an address; empty when nothing is said of them. */
    public String parameters() {
        StringBuilder parameters = new StringBuilder();
        typed.forEach((size, text) -> {
            if (!text.isEmpty()) {
                parameters
                        .append('&')
                        .append(size.field)
                        .append('=')
                        .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        });
        return parameters.toString();
    }
}
