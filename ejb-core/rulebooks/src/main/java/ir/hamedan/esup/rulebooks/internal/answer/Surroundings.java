package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What concerns a site, what does not, and what nobody knows: three lists that are never mixed. */
final class Surroundings {
    private final Clauses titles;
    private final Site site;
    private final Map<LayerKind, List<Overlay>> byLayer = new EnumMap<>(LayerKind.class);

    Surroundings(RuleBook book, Clauses titles, Site site) {
        this.titles = titles;
        this.site = site;
        for (Overlay rule : book.overlays()) {
            rule.layer().ifPresent(layer -> byLayer.computeIfAbsent(layer, key -> new ArrayList<>())
                    .add(rule));
        }
    }

    /**
     * Every feature that touches or is near, with the rules it brought in for any use.
     *
     * @param applied for each use that was looked at
     */
    List<Answer.Concern> concerns(List<List<Applied>> applied) {
        return site.concerns().stream().map(c -> concern(c, applied)).toList();
    }

    private Answer.Concern concern(Site.Concern concern, List<List<Applied>> applied) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> needs = new LinkedHashSet<>();
        Set<String> clauses = new LinkedHashSet<>();
        for (List<Applied> ofUse : applied) {
            for (Applied one : ofUse) {
                if (one.concerns().contains(concern)) {
                    ids.add(one.rule().id());
                    clauses.addAll(one.rule().clauses());
                    if (!one.rule().needs().isEmpty()) {
                        needs.add(one.rule().needs());
                    }
                }
            }
        }
        return new Answer.Concern(
                concern.layer(),
                concern.feature(),
                concern.name(),
                concern.grade(),
                concern.area(),
                site.share(concern.area()),
                concern.distance(),
                List.copyOf(ids),
                List.copyOf(needs),
                titles.of(clauses));
    }

    /** A layer is clear only when the site says so, and nothing of it concerns or is unknown. */
    List<LayerKind> clear() {
        Set<LayerKind> clear = EnumSet.noneOf(LayerKind.class);
        clear.addAll(site.clear());
        clear.removeAll(site.noData());
        site.concerns().forEach(concern -> clear.remove(concern.layer()));
        return List.copyOf(clear);
    }

    /** A layer of which the book has rules and the site says nothing is not known either. */
    List<Answer.Unknown> unknown(Plot plot, Given given, boolean levelApplies) {
        List<Answer.Unknown> unknown = new ArrayList<>();
        Set<LayerKind> concerning = site.concerns().stream()
                .map(Site.Concern::layer)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LayerKind.class)));
        Set<LayerKind> missing = EnumSet.noneOf(LayerKind.class);
        missing.addAll(byLayer.keySet());
        missing.removeAll(site.clear());
        missing.removeAll(concerning);
        missing.addAll(site.noData());
        if (plot.width().isEmpty()) {
            missing.add(LayerKind.STREET);
        }
        missing.forEach(layer -> unknown.add(unknown(layer, Answer.Missing.LAYER, plot)));
        for (LayerKind layer : concerning) {
            if (site.concerns().stream().anyMatch(c -> c.layer() == layer && !isGradeKnown(c))) {
                unknown.add(unknown(layer, Answer.Missing.UNKNOWN_GRADE, plot));
            }
        }
        if (levelApplies && given.groundLevel().isEmpty()) {
            unknown.add(unknown(LayerKind.AIRPORT, Answer.Missing.GROUND_LEVEL, plot));
        }
        if (!plot.chamferKnown()) {
            unknown.add(new Answer.Unknown(LayerKind.STREET, Answer.Missing.CHAMFER, true, List.of()));
        }
        return unknown;
    }

    /** A street nobody knows may take a part of the plot, and the zone of the rest of it may be stricter. */
    private Answer.Unknown unknown(LayerKind layer, Answer.Missing missing, Plot plot) {
        List<Overlay> rules = byLayer.getOrDefault(layer, List.of());
        Set<String> clauses = new LinkedHashSet<>();
        rules.forEach(rule -> clauses.addAll(rule.clauses()));
        boolean lowers = rules.stream().anyMatch(rule -> couldLower(rule.effect()))
                || layer == LayerKind.STREET && plot.width().isEmpty()
                || layer == LayerKind.ZONE;
        return new Answer.Unknown(layer, missing, lowers, titles.of(clauses));
    }

    /** A book that tells the grades of a layer apart has no rule for a grade it does not name. */
    private boolean isGradeKnown(Site.Concern concern) {
        Set<String> grades = byLayer.getOrDefault(concern.layer(), List.of()).stream()
                .map(Overlay::grade)
                .filter(grade -> !grade.isEmpty())
                .collect(Collectors.toSet());
        return grades.isEmpty() || grades.contains(concern.grade());
    }

    private static boolean couldLower(Effect effect) {
        return switch (effect) {
            case LOCK,
                    ONLY_ZONE,
                    REDUCTION,
                    CAP,
                    CAP_OF_MAP_HEIGHT,
                    CAP_OF_MAP_LEVEL,
                    STREET_WALL,
                    OPEN_SPACE_ONLY,
                    FORBIDDEN -> true;
            case BONUS, CEDED_BONUS, REPORT -> false;
        };
    }
}
