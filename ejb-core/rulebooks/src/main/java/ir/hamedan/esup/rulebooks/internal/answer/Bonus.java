package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Overlay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a bonus comes to on a plot.
 *
 * @param density per mille; of a layer that holds only part of the plot, by that part
 */
record Bonus(Overlay rule, long density, long storeys) {
    /** The bonuses that count, in the order of the book: of those that stand instead of each other the greatest. */
    static List<Bonus> of(List<Applied> rules, Plot plot, Given given) {
        List<Bonus> all = new ArrayList<>();
        for (Applied applied : rules) {
            Overlay rule = applied.rule();
            long amount = rule.amounts().density().orElse(0);
            long storeys = rule.amounts().storeys().orElse(0);
            if (rule.effect() == Effect.BONUS) {
                all.add(new Bonus(rule, Math.multiplyExact(amount, applied.part()) / applied.whole(), storeys));
            } else if (rule.effect() == Effect.CEDED_BONUS && given.ceded() > 0) {
                all.add(new Bonus(rule, Math.multiplyExact(amount, given.ceded()) / plot.effective(), storeys));
            }
        }
        return all.stream().filter(bonus -> bonus.isBest(all)).toList();
    }

    private boolean isBest(List<Bonus> all) {
        String name = rule.amounts().alternative();
        return name.isEmpty()
                || all.stream()
                        .filter(other -> other.rule().amounts().alternative().equals(name))
                        .max(Comparator.comparingLong(Bonus::density).thenComparingLong(Bonus::storeys))
                        .filter(this::equals)
                        .isPresent();
    }
}
