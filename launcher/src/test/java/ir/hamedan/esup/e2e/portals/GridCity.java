package ir.hamedan.esup.e2e.portals;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A city on a grid, as the files that planners hand in: blocks of ten by two lots of 240 m2 between streets of ten metres, zones
 * of fifty blocks each, in metres of UTM 39N.
 */
final class GridCity {
    static final int LOTS_OF_A_BLOCK = 20;
    static final long LOT = 240;

    private static final int STREET = 10;
    private static final int LOT_WIDTH = 12;
    private static final int LOT_DEPTH = 20;
    private static final int ACROSS = 10 * LOT_WIDTH + STREET;
    private static final int UP = 2 * LOT_DEPTH + STREET;
    private static final int ZONE_ACROSS = 5;
    private static final int ZONE_UP = 10;
    private static final int CENTRE_EAST = 273_000;
    private static final int CENTRE_NORTH = 3_853_800;

    private static final String FIRST =
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32639\"}},"
                    + "\"features\":[";

    private final int columns;
    private final int rows;
    private final int west;
    private final int south;

    /** A city of so many columns and rows of blocks, multiples of five and ten. */
    GridCity(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.west = CENTRE_EAST - columns * ACROSS / 2;
        this.south = CENTRE_NORTH - rows * UP / 2;
    }

    /** Writes features one by one. */
    private static final class Features implements AutoCloseable {
        private final BufferedWriter out;
        private boolean begun;

        Features(Path file) throws IOException {
            out = writer(file);
            out.write(FIRST);
        }

        void add(String type, String coordinates, Map<String, Object> properties) throws IOException {
            out.write(begun ? ",\n{\"type\":\"Feature\",\"properties\":{" : "\n{\"type\":\"Feature\",\"properties\":{");
            begun = true;
            String comma = "";
            for (Map.Entry<String, Object> property : properties.entrySet()) {
                String value = property.getValue() instanceof Number
                        ? property.getValue().toString()
                        : '"' + property.getValue().toString() + '"';
                out.write(comma + '"' + property.getKey() + "\":" + value);
                comma = ",";
            }
            out.write("},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}");
        }

        @Override
        public void close() throws IOException {
            out.write("\n]}\n");
            out.close();
        }
    }

    /** Of a file that is compressed when its name says so. */
    private static BufferedWriter writer(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
        return new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8));
    }

    int lots() {
        return columns * rows * LOTS_OF_A_BLOCK;
    }

    /** The renewal code of a lot, counted from 0. */
    String code(int lot) {
        return "77-1-" + (lot / LOTS_OF_A_BLOCK + 1) + "-" + (lot % LOTS_OF_A_BLOCK + 1) + "-0-0-0";
    }

    /**
     * Whether a lot lies at two streets: the first and the last of each row of ten do. Streets run west and south of every block, so
     * that the lots at the east and the north end of the city have only one.
     */
    boolean isCorner(int lot) {
        int block = lot / LOTS_OF_A_BLOCK;
        int place = lot % 10;
        boolean atColumn = place == 0 || place == 9 && block % columns < columns - 1;
        boolean inSouthRow = lot % LOTS_OF_A_BLOCK < 10;
        boolean atRow = inSouthRow || block / columns < rows - 1;
        return atColumn && atRow;
    }

    /** A lot that is far from the middle, where the demonstration city has its layers. */
    int farLot(Random random) {
        int column = random.nextInt(columns / 5);
        int row = random.nextInt(rows);
        return (row * columns + column) * LOTS_OF_A_BLOCK + random.nextInt(LOTS_OF_A_BLOCK);
    }

    private int east(int lot) {
        return west + lot / LOTS_OF_A_BLOCK % columns * ACROSS + STREET + lot % 10 * LOT_WIDTH;
    }

    private int north(int lot) {
        return south + lot / LOTS_OF_A_BLOCK / columns * UP + STREET + lot % LOTS_OF_A_BLOCK / 10 * LOT_DEPTH;
    }

    /** The register: every lot with one owner. */
    Path register(Path file) throws IOException {
        try (BufferedWriter out = writer(file)) {
            out.write("code,address,use,deed,landArea,registeredOn,ownerId,ownerName,share,ownedSince\n");
            for (int lot = 0; lot < lots(); lot++) {
                out.write(code(lot) + ",کوی شبکه بلوک " + (lot / LOTS_OF_A_BLOCK + 1) + ",DWELLING,SINGLE_SHEET," + LOT
                        + ",1390/01/01,7409035803,بهزاد کریمی,1,1390/01/01\n");
            }
        }
        return file;
    }

    Path limit(Path file) throws IOException {
        try (Features features = new Features(file)) {
            features.add("Polygon", box(west, south, columns * ACROSS, rows * UP), Map.of("id", "limit"));
        }
        return file;
    }

    Path zones(Path file) throws IOException {
        try (Features features = new Features(file)) {
            int width = ZONE_ACROSS * ACROSS;
            int height = ZONE_UP * UP;
            for (int row = 0; row < rows / ZONE_UP; row++) {
                for (int column = 0; column < columns / ZONE_ACROSS; column++) {
                    features.add(
                            "Polygon",
                            box(west + column * width, south + row * height, width, height),
                            Map.of("id", "Z-" + row + "-" + column, "code", "R122", "name", "پهنهٔ شبکه"));
                }
            }
        }
        return file;
    }

    Path streets(Path file) throws IOException {
        try (Features features = new Features(file)) {
            int half = STREET / 2;
            for (int column = 0; column < columns; column++) {
                int east = west + column * ACROSS + half;
                street(features, "V" + column, east, south, east, south + rows * UP);
            }
            for (int row = 0; row < rows; row++) {
                int north = south + row * UP + half;
                street(features, "H" + row, west, north, west + columns * ACROSS, north);
            }
        }
        return file;
    }

    private static void street(Features features, String id, int east, int north, int toEast, int toNorth)
            throws IOException {
        features.add(
                "LineString",
                String.format(Locale.ROOT, "[[%d,%d],[%d,%d]]", east, north, toEast, toNorth),
                Map.of("id", id, "name", "گذر " + id, "width", STREET, "plannedWidth", STREET));
    }

    Path parcels(Path file) throws IOException {
        try (Features features = new Features(file)) {
            for (int lot = 0; lot < lots(); lot++) {
                features.add("Polygon", box(east(lot), north(lot), LOT_WIDTH, LOT_DEPTH), Map.of("id", code(lot)));
            }
        }
        return file;
    }

    private static String box(int east, int north, int width, int height) {
        return String.format(
                Locale.ROOT,
                "[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]]",
                east,
                north,
                east + width,
                north + height);
    }
}
