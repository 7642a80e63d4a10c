package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.testing.Form;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileTest {
    private static final int PIECE = 2_000;
    private static final int CORNERS = 32;
    private static final int ROW = 1_000;
    private static final long TENTHS = 10_000;

    /** The largest file a job takes is 512 MB. */
    private static final long LARGEST = 512L << 20;

    /** What a piece needs and a file does not, in bytes. */
    private static final long MOST_HELD = 160L << 20;

    @TempDir
    Path folder;

    private final CityLayers city = new CityLayers();

    private String written(Path file, int features) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                new DigestOutputStream(Files.newOutputStream(file), digest), StandardCharsets.UTF_8))) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[");
            for (int i = 0; i < features; i++) {
                out.write(i == 0 ? "\n" : ",\n");
                out.write(Drawing.feature("g" + i, "'name':'باغ " + i + "'", "Polygon", "[[" + ring(i) + "]]"));
            }
            out.write("]}");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A round bed of eight metres, in tenths of a millimetre; written by hand, for a format takes longer than the import. */
    private static String ring(int i) {
        long east = Math.round(Drawing.EAST * TENTHS) + 10L * TENTHS * (i % ROW);
        long north = Math.round(Drawing.NORTH * TENTHS) + 10L * TENTHS * (i / ROW);
        StringBuilder ring = new StringBuilder(CORNERS * 26);
        for (int corner = 0; corner <= CORNERS; corner++) {
            double angle = 2 * Math.PI * (corner % CORNERS) / CORNERS;
            ring.append(corner == 0 ? "[" : ",[");
            number(ring, east + Math.round(4 * TENTHS * Math.cos(angle)));
            number(ring.append(','), north + Math.round(4 * TENTHS * Math.sin(angle)));
            ring.append(']');
        }
        return ring.toString();
    }

    private static void number(StringBuilder out, long tenths) {
        out.append(tenths / TENTHS).append('.');
        String rest = Long.toString(TENTHS + tenths % TENTHS);
        out.append(rest, 1, rest.length());
    }

    @Test
    void a_file_as_large_as_a_job_takes_is_staged_piece_by_piece_and_never_held() throws IOException {
        int features = Form.of(6_000, 525_000);
        Path file = folder.resolve("gardens.geojson");
        String hash = written(file, features);
        long size = Files.size(file);
        assertTrue(size < LARGEST && (!Form.FULL || size > LARGEST * 9 / 10), size + " bytes");
        LayerVersion version =
                city.office.open(LayerKind.GARDEN, "باغ‌ها.geojson", hash, FeatureNames.of(LayerKind.GARDEN));
        try (FeatureFile open = FeatureFile.open(Files.newInputStream(file))) {
            for (int piece = 0; !version.complete(); piece++) {
                long id = version.id();
                version = city.database.transaction(() -> city.office.stage(id, open, PIECE));
                if (piece % 50 == 0) {
                    long held = held();
                    assertTrue(held < MOST_HELD, held + " bytes are held in piece " + piece);
                }
            }
        }
        assertEquals(features, version.position());
        assertEquals(0, version.blocking() + version.warnings());
        assertTrue(city.office.check(version.id()).checkedAt().isPresent());
    }

    private static long held() {
        System.gc();
        Runtime heap = Runtime.getRuntime();
        return heap.totalMemory() - heap.freeMemory();
    }
}
