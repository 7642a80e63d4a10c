package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/** Turns what stands in the file into features of a kind of layer. */
final class FeatureReading {
    static final int LONGEST_ID = 100;
    static final int LONGEST_NAME = 300;
    private static final double LARGEST_NUMBER = 1_000_000_000;

    private final LayerKind kind;
    private final FeatureNames names;
    private final Settings settings;
    private final Outlines outlines;
    private final Faults faults;

    FeatureReading(LayerKind kind, FeatureNames names, Settings settings, Outlines outlines, Faults faults) {
        this.kind = kind;
        this.names = names;
        this.settings = settings;
        this.outlines = outlines;
        this.faults = faults;
    }

    Set<String> properties() {
        return Stream.of(names.id(), names.name(), names.grade(), names.value(), names.planned())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The feature, or empty when it cannot be taken. */
    Optional<Feature> feature(RawFeature raw) {
        Optional<LayerFault.Place> place = raw.coordinates().flatMap(outlines::firstPlace);
        String shown = shownId(raw);
        boolean formed = true;
        for (FaultCode code : raw.faults()) {
            faults.add(code, shown, place);
            formed = false;
        }
        Optional<String> id = id(raw, shown, place);
        String name = text(raw, names.name(), shown, place);
        if (name.length() > LONGEST_NAME) {
            faults.add(FaultCode.NAME_TOO_LONG, shown, place, Integer.toString(LONGEST_NAME));
            name = PersianText.clean(name.substring(0, LONGEST_NAME));
        }
        Optional<String> grade = grade(raw, shown, place);
        OptionalLong value = number(raw, names.value(), shown, place, isMeasured());
        OptionalLong planned = number(raw, names.planned(), shown, place, false);
        Optional<Geometry> geometry = formed ? geometry(raw, shown) : Optional.empty();
        if (id.isEmpty() || grade.isEmpty() || value.isEmpty() || planned.isEmpty() || geometry.isEmpty()) {
            return Optional.empty();
        }
        long plan = kind == LayerKind.STREET && planned.getAsLong() == 0 ? value.getAsLong() : planned.getAsLong();
        return Optional.of(
                new Feature(raw.place(), id.get(), name, grade.get(), value.getAsLong(), plan, geometry.get()));
    }

    private String shownId(RawFeature raw) {
        String id = writtenId(raw);
        return id.isEmpty() ? "#" + raw.place() : Faults.cut(id);
    }

    private String writtenId(RawFeature raw) {
        String id = PersianText.clean(raw.properties().getOrDefault(names.id(), ""));
        return id.isEmpty() ? PersianText.clean(raw.id()) : id;
    }

    private Optional<String> id(RawFeature raw, String shown, Optional<LayerFault.Place> place) {
        String id = writtenId(raw);
        if (id.isEmpty() && !isNoValue(raw, names.id())) {
            faults.add(FaultCode.ID_MISSING, shown, place, names.id());
            return Optional.empty();
        }
        boolean right = !isNoValue(raw, names.id()) && !id.isEmpty() && id.length() <= LONGEST_ID;
        Optional<String> taken = right ? Optional.of(id) : Optional.empty();
        if (kind == LayerKind.PARCEL) {
            taken = taken.flatMap(FeatureReading::parcel);
        }
        if (taken.isEmpty()) {
            faults.add(FaultCode.ID_WRONG, shown, place, shown, kind == LayerKind.PARCEL ? "PARCEL" : "LAYER");
        }
        return taken;
    }

    private static Optional<String> parcel(String id) {
        try {
            RenewalCode code = RenewalCode.parse(id);
            return code.level() == RenewalCode.Level.PARCEL ? Optional.of(code.text()) : Optional.empty();
        } catch (Problem wrong) {
            return Optional.empty();
        }
    }

    private static boolean isNoValue(RawFeature raw, String name) {
        return raw.properties().getOrDefault(name, "").equals(RawFeature.NO_VALUE);
    }

    private String text(RawFeature raw, String name, String shown, Optional<LayerFault.Place> place) {
        if (isNoValue(raw, name)) {
            faults.add(FaultCode.PROPERTY_WRONG, shown, place, name, "");
            return "";
        }
        return PersianText.clean(raw.properties().getOrDefault(name, ""));
    }

    private Optional<String> grade(RawFeature raw, String shown, Optional<LayerFault.Place> place) {
        String grade = PersianText.asciiDigits(text(raw, names.grade(), shown, place));
        boolean wanted = kind == LayerKind.ZONE || kind == LayerKind.HERITAGE;
        if (grade.isEmpty()) {
            if (wanted && !isNoValue(raw, names.grade())) {
                faults.add(FaultCode.PROPERTY_MISSING, shown, place, names.grade());
            }
            return wanted ? Optional.empty() : Optional.of("");
        }
        if (grade.length() > LONGEST_ID) {
            faults.add(FaultCode.PROPERTY_WRONG, shown, place, names.grade(), grade);
            return Optional.empty();
        }
        if (!settings.isKnown(kind, grade)) {
            faults.add(FaultCode.CODE_UNKNOWN, shown, place, grade);
        }
        return Optional.of(grade);
    }

    /** Whether the kind is nothing without its number. */
    private boolean isMeasured() {
        return kind == LayerKind.STREET || kind == LayerKind.SLOPE || kind == LayerKind.AIRPORT;
    }

    /** How many of our units one of the file is: centimetres of a metre, tenths of a percent. */
    private int units() {
        return switch (kind) {
            case STREET, AIRPORT -> 100;
            case SLOPE -> 10;
            case PARCEL, ZONE, HERITAGE, WORN_OUT, RIVER, FAULT, SECURITY, GARDEN, ROAD_PLAN -> 1;
        };
    }

    private OptionalLong number(
            RawFeature raw, String name, String shown, Optional<LayerFault.Place> place, boolean wanted) {
        String written = raw.properties().getOrDefault(name, "");
        if (written.isBlank()) {
            if (wanted) {
                faults.add(FaultCode.PROPERTY_MISSING, shown, place, name);
                return OptionalLong.empty();
            }
            return OptionalLong.of(0);
        }
        double number = parsed(written);
        if (!(number >= (wanted ? 0.01 : 0) && number <= LARGEST_NUMBER)) {
            faults.add(FaultCode.PROPERTY_WRONG, shown, place, name, written);
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.round(number * units()));
    }

    private static double parsed(String written) {
        String ascii = PersianText.asciiDigits(PersianText.clean(written)).replace('٫', '.');
        return ascii.matches("[0-9]{1,10}(?:[.][0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?")
                ? Double.parseDouble(ascii)
                : Double.NaN;
    }

    private Optional<Geometry> geometry(RawFeature raw, String shown) {
        if (raw.coordinates().isEmpty()) {
            faults.add(
                    raw.type().isEmpty() ? FaultCode.GEOMETRY_MISSING : FaultCode.GEOMETRY_TYPE,
                    shown,
                    Optional.empty(),
                    raw.type());
            return Optional.empty();
        }
        return outlines.geometry(shown, raw.type(), raw.coordinates().get(), types());
    }

    private Set<String> types() {
        return switch (kind) {
            case PARCEL, ZONE, HERITAGE, WORN_OUT, SLOPE, AIRPORT, SECURITY, GARDEN, ROAD_PLAN -> Outlines.AREAS;
            case STREET -> Outlines.LINES;
            case RIVER, FAULT -> Outlines.ALL;
        };
    }
}
