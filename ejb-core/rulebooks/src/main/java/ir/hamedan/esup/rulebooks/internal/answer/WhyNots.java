package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of a table that nearly counted. */
final class WhyNots {
    /** So many rows are told of. */
    private static final int MOST = 3;

    private record Missed(Row row, List<Answer.WhyNot> misses) {
        long by(boolean plot) {
            return misses.stream()
                    .filter(miss -> isOfPlot(miss.condition()) == plot)
                    .mapToLong(Answer.WhyNot::shortBy)
                    .sum();
        }
    }

    private WhyNots() {}

    /** Fewest conditions first, then the plot, then the street: the width of a street changes less often than plots are merged. */
    static List<Answer.WhyNot> of(List<Row> rows, long area, long width) {
        return rows.stream()
                .filter(row -> row.base().isEmpty())
                .map(row -> new Missed(row, misses(row, area, width)))
                .filter(missed -> !missed.misses().isEmpty())
                .sorted(Comparator.comparingInt(
                                (Missed missed) -> missed.misses().size())
                        .thenComparing(missed -> missed.by(false))
                        .thenComparing(missed -> missed.by(true)))
                .limit(MOST)
                .flatMap(missed -> missed.misses().stream())
                .toList();
    }

    private static List<Answer.WhyNot> misses(Row row, long area, long width) {
        List<Answer.WhyNot> misses = new ArrayList<>(2);
        miss(row, row.plot(), area, Answer.Miss.PLOT_TOO_SMALL, Answer.Miss.PLOT_TOO_LARGE, misses);
        miss(row, row.street(), width, Answer.Miss.STREET_TOO_NARROW, Answer.Miss.STREET_TOO_WIDE, misses);
        return misses;
    }

    /** By how much a value would have to change to fall into the band, to the unit. */
    private static void miss(
            Row row, Band band, long value, Answer.Miss below, Answer.Miss above, List<Answer.WhyNot> misses) {
        if (value < band.from()) {
            misses.add(new Answer.WhyNot(row.id(), below, band.from() - value));
        } else if (value >= band.until()) {
            misses.add(new Answer.WhyNot(row.id(), above, value - band.until() + 1));
        }
    }

    private static boolean isOfPlot(Answer.Miss miss) {
        return switch (miss) {
            case PLOT_TOO_SMALL, PLOT_TOO_LARGE -> true;
            case STREET_TOO_NARROW, STREET_TOO_WIDE -> false;
        };
    }
}
