package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.OneConnection;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;

/** A layer from its file to its publication in one go, on the connection of a bulk load. */
public final class WholeLayer {
    private final Sql sql;
    private final Versions versions;
    private final Settings settings;
    private final Instant now;

    public WholeLayer(Connection connection, Instant now) {
        this.sql = new Sql(new OneConnection(connection));
        this.versions = new Versions(sql);
        this.settings = Settings.of(sql, LocalDate.ofInstant(now, PersianDate.TEHRAN), now);
        this.now = now;
    }

    public void limit(LocalDate validFrom, String fileName, InputStream outline, String signedBy, String publishedBy) {
        OutlineFile.Outline read = new OutlineFile(settings, new Projection(new CityMap(sql).epsg())).read(outline);
        LimitTable limits = new LimitTable(sql);
        long id = limits.add(validFrom, read.geometry(), new LimitTable.Handed(fileName, read.hash(), now, signedBy));
        limits.decide(id, true, now, publishedBy);
    }

    /** The checked draft. */
    public LayerVersion draft(
            LayerKind kind, String fileName, String hash, FeatureNames names, InputStream stream, String by) {
        versions.hold(kind);
        LayerVersion version = versions.get(versions.open(kind, fileName, hash, names, now, by));
        Staging staging = new Staging(sql, settings);
        try (GeoJsonFile file = (GeoJsonFile) FeatureFile.open(stream)) {
            while (!version.complete()) {
                staging.stage(version, file, LayerOffice.LARGEST_PIECE);
                version = versions.get(version.id());
            }
        }
        Checks.whole(sql, version, settings, now);
        return versions.get(version.id());
    }

    public LayerVersion published(LayerVersion draft, LocalDate validFrom, String signedBy, String publishedBy) {
        versions.sign(draft.id(), validFrom, now, signedBy);
        versions.publish(draft.id(), now, publishedBy);
        return versions.get(draft.id());
    }
}
