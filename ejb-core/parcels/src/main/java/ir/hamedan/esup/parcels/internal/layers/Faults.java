package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Gathers what is wrong with a layer: all are counted, as many as asked for are kept. */
final class Faults {
    private static final int LONGEST_WORD = 100;

    private final LayerKind kind;
    private final Settings settings;
    private final Projection projection;
    private final long most;
    private final List<LayerFault> kept = new ArrayList<>();
    private long blocking;
    private long warnings;

    Faults(LayerKind kind, Settings settings, Projection projection, long most) {
        this.kind = kind;
        this.settings = settings;
        this.projection = projection;
        this.most = most;
    }

    void add(FaultCode code, String feature, Optional<LayerFault.Place> place, String... parameters) {
        LayerFault.Severity severity = settings.severity(kind, code);
        switch (severity) {
            case BLOCK -> blocking++;
            case WARN -> warnings++;
        }
        if (kept.size() < most) {
            kept.add(new LayerFault(
                    code,
                    severity,
                    cut(feature),
                    place,
                    Arrays.stream(parameters).map(Faults::cut).toList()));
        }
    }

    /** Nothing of a file is told at any length. */
    static String cut(String text) {
        String clean = PersianText.clean(text);
        return clean.length() <= LONGEST_WORD ? clean : PersianText.clean(clean.substring(0, LONGEST_WORD));
    }

    /** At a place in metres. */
    void addAt(FaultCode code, String feature, Coordinate metres, String... parameters) {
        add(code, feature, Optional.of(projection.degrees(metres)), parameters);
    }

    List<LayerFault> kept() {
        return kept;
    }

    long blocking() {
        return blocking;
    }

    long warnings() {
        return warnings;
    }
}
