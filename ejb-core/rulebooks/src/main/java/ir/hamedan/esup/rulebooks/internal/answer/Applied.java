package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Condition;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An overlay rule that applies to a plot.
 *
 * @param concerns the features that brought it in; none for a rule that needs no layer
 * @param part of the parcel for which it holds, in the units of {@code whole}
 * @param whole the area of the parcel, never zero
 */
record Applied(Overlay rule, List<Site.Concern> concerns, long part, long whole) {
    /** The rules that apply for a use, in the order of the book. */
    static List<Applied> of(RuleBook book, Site site, Plot plot, Given given, String use) {
        List<Applied> applied = new ArrayList<>();
        for (Overlay rule : book.overlays()) {
            if (holds(rule.when(), site, plot, given, use)) {
                List<Site.Concern> concerns = concerns(rule, site);
                long whole = Math.max(1, site.area());
                long part = part(rule, concerns, whole, book.parameters().wholeShare());
                boolean here = rule.layer().isEmpty() || !concerns.isEmpty();
                if (here && part * 1000 >= whole * rule.when().leastShare()) {
                    applied.add(new Applied(rule, concerns, part, whole));
                }
            }
        }
        return applied;
    }

    private static boolean holds(Condition when, Site site, Plot plot, Given given, String use) {
        boolean inZone = when.zones().isEmpty()
                || site.zones().stream().anyMatch(zone -> when.zones().contains(zone.code()));
        boolean atStreet = when.streets().isEmpty()
                || !Collections.disjoint(
                        when.streets(),
                        site.frontages().stream().map(Site.Frontage::street).toList());
        return inZone
                && atStreet
                && (when.uses().isEmpty() || when.uses().contains(use))
                && when.plot().contains(Math.max(0, plot.effective()))
                && when.street().contains(plot.width().orElse(0))
                && when.merged().contains(given.merged());
    }

    private static List<Site.Concern> concerns(Overlay rule, Site site) {
        return site.concerns().stream()
                .filter(c -> rule.layer().filter(c.layer()::equals).isPresent())
                .filter(c -> rule.grade().isEmpty() || rule.grade().equals(c.grade()))
                .filter(c -> rule.when().value().contains(Math.max(0, c.value())))
                .filter(c -> rule.when().distance().contains(c.distance()))
                .toList();
    }

    /** A rule of distance holds for the plot as a whole, and so does one that needs no layer. */
    private static long part(Overlay rule, List<Site.Concern> concerns, long whole, int wholeShare) {
        if (rule.layer().isEmpty() || !rule.when().distance().equals(Condition.TOUCHING)) {
            return whole;
        }
        long area = concerns.stream().mapToLong(Site.Concern::area).sum();
        return area * 1000 >= whole * wholeShare ? whole : area;
    }
}
