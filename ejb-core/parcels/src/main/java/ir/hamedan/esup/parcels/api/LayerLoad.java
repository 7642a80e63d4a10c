package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.parcels.internal.layers.WholeLayer;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The bulk door of the layers: whole files in the transaction of the connection, which must not commit by itself, for a
 * city that is set up. The office's own way is {@link LayerOffice}.
 */
public final class LayerLoad {
    private final WholeLayer layers;
    private final String signedBy;
    private final String publishedBy;

    /**
     * A load.
     *
     * @param now what is published by it is known from then on
     * @param publishedBy another than {@code signedBy}: here too a version has two
     */
    public LayerLoad(Connection connection, Instant now, String signedBy, String publishedBy) {
        this.layers = new WholeLayer(connection, now);
        this.signedBy = signedBy;
        this.publishedBy = publishedBy;
    }

    /** The limit of the city from a day on; first, for the layers are checked against it. */
    public void limit(LocalDate validFrom, InputStream outline) {
        layers.limit(validFrom, "limit.geojson", outline, signedBy, publishedBy);
    }

    /**
     * Loads and checks a layer, and publishes it when nothing blocks; otherwise the draft is given back as it stands, with
     * its faults in the table.
     *
     * @param hash SHA-256 of the file
     */
    public LayerVersion layer(
            LayerKind kind, String fileName, String hash, FeatureNames names, InputStream file, LocalDate validFrom) {
        LayerVersion draft = layers.draft(kind, fileName, hash, names, file, signedBy);
        return draft.blocking() > 0 ? draft : layers.published(draft, validFrom, signedBy, publishedBy);
    }
}
