package ir.hamedan.esup.parcels.api;

import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Maps for planners, before something is in force: a version of a layer or a limit of the city over the layers in force,
 * with what is wrong. Answers are GeoJSON by view, bounded as those of {@link MapViews} are. SUPERVISOR and ADMINISTRATOR;
 * AUDITOR may look.
 */
public interface PlanMaps {
    /** What is drawn besides the layers in force; the {@code layer} of its features. */
    enum Part {
        /** What the map is of: the features of the version, or the outline of the limit. */
        VERSION,
        /** How far the version reaches, where it says so. */
        REACH,
        /** The limit of the city in force on the day of the view. */
        LIMIT,
        /** Faults that block the publication. */
        BLOCK,
        /** Faults that warn. */
        WARN
    }

    /**
     * A version of a layer, and of its faults those that have a place. A fault has as {@code id} its row in {@link
     * LayerOffice#faults}, counted from 1, and as {@code words} what is said of it.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-layer-version}, {@code parcels.view-wrong}
     */
    void version(
            long version, Set<Part> parts, MapViews.View view, Function<LayerFault, String> words, OutputStream out);

    /** Where a version lies; empty while it has no feature. */
    Optional<MapViews.Bounds> boundsOfVersion(long version);

    /**
     * A limit of the city that was handed in. Of the parts it has VERSION and LIMIT.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-city-limit}, {@code parcels.view-wrong}
     */
    void limit(long limit, Set<Part> parts, MapViews.View view, OutputStream out);

    /** Where a limit that was handed in lies; {@code parcels.unknown-city-limit}. */
    MapViews.Bounds boundsOfLimit(long limit);
}
