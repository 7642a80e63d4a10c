package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.parcels.internal.layers.GeoJsonFile;
import java.io.InputStream;

/**
 * A GeoJSON file of any size that is read feature by feature. It is opened by whoever loads it, and given to {@link
 * LayerOffice#stage} again and again; after a failure a fresh one is opened, and staging skips what is loaded.
 */
public interface FeatureFile extends AutoCloseable {
    /** Reads nothing yet. The stream is closed with the file. */
    static FeatureFile open(InputStream stream) {
        return new GeoJsonFile(stream);
    }

    /** How many features were read so far. */
    long position();

    @Override
    void close();
}
