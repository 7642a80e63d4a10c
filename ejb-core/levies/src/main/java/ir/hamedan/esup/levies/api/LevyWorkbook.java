package ir.hamedan.esup.levies.api;

import java.util.List;

/**
 * All that a workbook of a levy book says.
 *
 * @param prices of a square metre; they are published with the book
 */
public record LevyWorkbook(
        LevyBook book, List<LevyUse> uses, List<PermitLevies.Price> prices, List<LevyExample> examples) {
    public static final int MOST_USES = 200;

    public static final int MOST_PRICES = 5_000;

    public static final int MOST_EXAMPLES = 200;

    public LevyWorkbook {
        uses = List.copyOf(uses);
        prices = List.copyOf(prices);
        examples = List.copyOf(examples);
    }
}
