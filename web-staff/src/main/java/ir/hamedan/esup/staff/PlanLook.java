package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.parcels.api.PlanMaps.Part;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.web.Look;
import ir.hamedan.esup.web.MapLayer;

/** How planners see what is not in force yet; each differs in its pattern or stroke, as the layers in force do. */
final class PlanLook {
    private PlanLook() {}

    static MapLayer of(Part part, Messages messages, boolean shown) {
        return MapLayer.of(part.name(), messages.label("parcels", part), look(part), shown);
    }

    private static Look look(Part part) {
        return switch (part) {
            case VERSION -> new Look("url(#p-VERSION)", "#6a1b9a", 3, "");
            case REACH -> new Look("none", "#1a2024", 3, "1 7");
            case LIMIT -> new Look("none", "#c2570c", 4, "14 5");
            case BLOCK -> new Look("url(#p-BLOCK)", "#a8201a", 3, "");
            case WARN -> new Look("#ffffff", "#8a4b12", 3, "3 3");
        };
    }

    static MapLayer of(Outcome outcome, Messages messages) {
        return MapLayer.of(
                outcome.name(), messages.label("rulebooks", outcome), look(outcome), outcome != Outcome.UNCHANGED);
    }

    private static Look look(Outcome outcome) {
        return switch (outcome) {
            case GAINS -> new Look("url(#p-GAINS)", "#17632f", 2, "");
            case LOSES -> new Look("url(#p-LOSES)", "#8a4b12", 2, "8 3");
            case UNCHANGED -> new Look("#ffffff", "#515a60", 1, "");
            case BECOMES_UNDECIDABLE -> new Look("url(#p-BECOMES)", "#a8201a", 3, "");
            case NEWLY_DECIDABLE -> new Look("url(#p-NEWLY)", "#1f5fa8", 2, "2 3");
            case STAYS_UNDECIDABLE -> new Look("url(#p-STAYS)", "#444444", 1, "5 3");
        };
    }
}
