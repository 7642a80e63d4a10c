package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.LayerKind;
import java.time.Instant;
import java.time.LocalDate;

/** Which versions of the layers count: those of a day and an instant, one of them perhaps replaced by a draft. */
record Used(LocalDate on, Instant known, long draft) {
    /** A common table expression; its places are those of {@link #arguments}. */
    static final String VERSIONS = """
            used as (
                select distinct on (v.kind) v.id, v.kind, v.number, coalesce(v.valid_from, ?) as valid_from, v.hash,
                    v.coverage
                from parcels.layer_version v
                where v.published_at <= ? and v.valid_from <= ? and coalesce(v.withdrawn_at > ?, true) or v.id = ?
                order by v.kind, v.id = ? desc, v.valid_from desc, v.number desc)""";

    static Used of(LocalDate on, Instant known) {
        return new Used(on, known, 0);
    }

    Object[] arguments(Object... further) {
        Object[] all = new Object[6 + further.length];
        all[0] = on;
        all[1] = known;
        all[2] = on;
        all[3] = known;
        all[4] = draft;
        all[5] = draft;
        System.arraycopy(further, 0, all, 6, further.length);
        return all;
    }

    /** The kinds whose features make up the parcel itself and are told apart from what merely concerns it. */
    static boolean isOverlay(LayerKind kind) {
        return switch (kind) {
            case PARCEL, ZONE, STREET -> false;
            case HERITAGE, WORN_OUT, RIVER, SLOPE, AIRPORT, FAULT, SECURITY, GARDEN, ROAD_PLAN -> true;
        };
    }
}
