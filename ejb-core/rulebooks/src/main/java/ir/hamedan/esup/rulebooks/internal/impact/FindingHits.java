package ir.hamedan.esup.rulebooks.internal.impact;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.ImpactReports.FindingImpact;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which parcels of a piece lie in which gap or overlap of a book. */
final class FindingHits {
    /** What a piece found in a region. */
    record Hit(long finding, long parcels, List<RenewalCode> codes) {}

    private record Place(String zone, String use) {}

    private final Map<Place, List<FindingView>> byPlace = new HashMap<>();
    private final Map<Long, Hit> hits = new TreeMap<>();

    FindingHits(List<FindingView> findings) {
        for (FindingView view : findings) {
            Finding finding = view.finding();
            byPlace.computeIfAbsent(new Place(finding.zone(), finding.use()), place -> new ArrayList<>())
                    .add(view);
        }
    }

    void add(RenewalCode code, List<Engine.Spot> spots) {
        spots.stream()
                .flatMap(spot -> byPlace.getOrDefault(new Place(spot.zone(), spot.use()), List.of()).stream()
                        .filter(view -> view.finding().plot().contains(spot.area())
                                && view.finding().street().contains(spot.width())))
                .map(FindingView::id)
                .distinct()
                .forEach(finding -> hits.merge(finding, new Hit(finding, 1, List.of(code)), FindingHits::plus));
    }

    private static Hit plus(Hit one, Hit other) {
        List<RenewalCode> codes = one.codes();
        if (codes.size() < FindingImpact.MOST_CODES) {
            codes = new ArrayList<>(codes);
            codes.addAll(other.codes());
        }
        return new Hit(one.finding(), one.parcels() + other.parcels(), codes);
    }

    List<Hit> hits() {
        return List.copyOf(hits.values());
    }
}
