package ir.hamedan.esup.rulebooks.cockrellhill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The files of the town as they were published: parcels as the lines of their sides, and the districts. */
public final class Files {
    public static final String PARCELS = "Cockrell_Hill_parcels.geojson";
    public static final String ZONING = "Cockrell_Hill_zoning.geojson";
    private static final String FOLDER = "/ir/hamedan/esup/parcels/third-party/cockrell-hill/";

    private Files() {}

    public static String text(String name) {
        try (InputStream file = new GZIPInputStream(Files.class.getResourceAsStream(FOLDER + name + ".gz"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
