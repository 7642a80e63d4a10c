package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of the layers on a day, as they were known at an instant. */
final class Settings {
    /** As an array of texts; its places are the day and the instant. */
    static final String ARRAY = """
            array(select distinct on (t.kind, t.name) concat_ws(e'\\x1f', t.kind, t.name, t.value)
                from parcels.layer_setting t where t.valid_from <= ? and t.set_at <= ?
                order by t.kind, t.name, t.valid_from desc, t.id desc)""";

    private final Map<String, String> values = new HashMap<>();

    Settings(List<String> texts) {
        for (String text : texts) {
            String[] field = text.split("\u001f", -1);
            values.put(field[0] + "/" + field[1], field[2]);
        }
    }

    static Settings of(Sql sql, LocalDate on, Instant known) {
        return new Settings(sql.one("select " + ARRAY + " as settings", row -> row.texts("settings"), on, known));
    }

    private String value(LayerKind kind, String name, String otherwise) {
        String general = values.getOrDefault("*/" + name, otherwise);
        return values.getOrDefault(kind.name() + "/" + name, general);
    }

    /** What nobody decided blocks. */
    LayerFault.Severity severity(LayerKind kind, FaultCode code) {
        return LayerFault.Severity.valueOf(value(kind, "fault." + code.name(), LayerFault.Severity.BLOCK.name()));
    }

    boolean isKnown(LayerKind kind, String grade) {
        String codes = value(kind, "codes", "*");
        return codes.equals("*") || Set.of(codes.split(" ")).contains(grade);
    }

    /** Square metres below which a piece is noise. */
    double sliver(LayerKind kind) {
        return Long.parseLong(value(kind, "sliver", "0")) / 100.0;
    }

    /** The share of a plot below which a part of it in a zone is noise. */
    double leastShare() {
        return Long.parseLong(value(LayerKind.ZONE, "share", "0")) / 1000.0;
    }

    /** How far away, in metres, a feature still matters. */
    double near(LayerKind kind) {
        return Long.parseLong(value(kind, "near", "0")) / 100.0;
    }

    /** How far, in metres, a side may stand off the edge of its street. */
    double slack() {
        return Long.parseLong(value(LayerKind.STREET, "slack", "0")) / 100.0;
    }

    /** How far, in metres, the drawing may have put apart the sides that two parcels have in common. */
    double apart() {
        return Long.parseLong(value(LayerKind.PARCEL, "slack", "0")) / 100.0;
    }

    /** The farthest that any layer looks around a parcel, in metres. */
    double reach() {
        double reach = 0;
        for (LayerKind kind : LayerKind.values()) {
            reach = Math.max(reach, near(kind));
        }
        return reach;
    }
}
