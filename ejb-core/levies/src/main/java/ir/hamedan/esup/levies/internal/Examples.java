package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.levies.api.LevyExample;
import ir.hamedan.esup.levies.api.LevyExample.Difference;
import ir.hamedan.esup.levies.api.LevyExample.Item;
import ir.hamedan.esup.levies.api.LevyExample.Sum;
import ir.hamedan.esup.levies.api.LevyExample.Tried;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.levies.api.PermitLevies.Counted;
import ir.hamedan.esup.levies.api.PermitLevies.Estimate;
import ir.hamedan.esup.levies.api.PermitLevies.LeftOut;
import ir.hamedan.esup.levies.api.PermitLevies.Plan;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import ir.hamedan.esup.levies.api.PermitQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The worked examples of a book, computed by its own tariff and its own prices. */
final class Examples {
    private final LevyWorkbook workbook;

    Examples(LevyWorkbook workbook) {
        this.workbook = workbook;
    }

    List<Tried> all() {
        return workbook.examples().stream().map(this::tried).toList();
    }

    long different() {
        return all().stream().filter(tried -> !tried.differences().isEmpty()).count();
    }

    private Tried tried(LevyExample example) {
        PermitQuestion question = example.question();
        boolean holds = !question.day().isBefore(workbook.book().validFrom())
                && !question.day().isAfter(workbook.book().validUntil());
        Estimate estimate = holds
                ? PermitTariff.of(workbook.book(), question).estimate(question, price(workbook.prices(), question))
                : PermitTariff.withoutBook(question);
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<Sum, Long> sum : new TreeMap<>(example.expected()).entrySet()) {
            Optional<Long> computed = computed(estimate, sum.getKey());
            if (!computed.equals(Optional.of(sum.getValue()))) {
                differences.add(new Difference(
                        Optional.of(sum.getKey()),
                        "",
                        new Item("", Optional.of(sum.getValue()), Optional.empty()),
                        new Item("", computed, Optional.empty())));
            }
        }
        for (Item expected : example.lines()) {
            Item computed = item(estimate, expected.line());
            if (!computed.equals(expected)) {
                differences.add(new Difference(Optional.empty(), expected.line(), expected, computed));
            }
        }
        return new Tried(example, estimate, differences);
    }

    /** As {@link TariffTable} asks for it: the narrowest place, and of two the later. */
    static Optional<Price> price(List<Price> prices, PermitQuestion question) {
        return prices.stream()
                .filter(price -> price.region() == 0 || price.region() == question.region())
                .filter(price -> price.key().isEmpty() || price.key().equals(question.priceKey()))
                .filter(price -> !question.day().isBefore(price.validFrom())
                        && !question.day().isAfter(price.validUntil()))
                .reduce((one, later) -> narrowness().compare(later, one) >= 0 ? later : one);
    }

    private static Comparator<Price> narrowness() {
        return Comparator.comparing((Price price) -> !price.key().isEmpty()).thenComparing(price -> price.region() > 0);
    }

    private static Optional<Long> computed(Estimate estimate, Sum sum) {
        return switch (sum) {
            case TOTAL -> optional(estimate.total());
            case PAYABLE -> optional(estimate.payable());
            case AT_ONCE -> optional(estimate.payableAtOnce());
            case DOWN -> estimate.instalments().map(Plan::down);
            case INSTALMENT -> estimate.instalments().map(Plan::each);
        };
    }

    private static Optional<Long> optional(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static Item item(Estimate estimate, String line) {
        Optional<Long> amount = Stream.of(
                        estimate.lines().stream(), estimate.discounts().stream(), estimate.atOnce().stream())
                .flatMap(all -> all)
                .filter(counted -> counted.code().equals(line))
                .map(Counted::amount)
                .findFirst();
        return new Item(
                line,
                amount,
                estimate.leftOut().stream()
                        .filter(left -> left.code().equals(line))
                        .map(LeftOut::reason)
                        .findFirst());
    }
}
