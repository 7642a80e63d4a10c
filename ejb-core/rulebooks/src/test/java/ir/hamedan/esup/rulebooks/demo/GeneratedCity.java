package ir.hamedan.esup.rulebooks.demo;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerLoad;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A city of blocks of twenty plots, 12 by 20 metres, between streets of many widths, with every zone and every overlay. */
public final class GeneratedCity {
    private static final LocalDate FROM = LocalDate.of(2015, 5, 1);
    private static final int[] WIDTHS = {8, 10, 12, 8, 16, 10, 24, 8, 30, 12};
    private static final List<String> ZONES = List.of(
            "R122", "R121", "R211", "R112", "R131", "R122", "R111", "M111", "R221", "R121", "S121", "R222", "R211",
            "M112", "R122", "M211", "S111", "S131", "R112", "S211", "S311", "R121", "S321", "E111", "G111", "R122",
            "G121", "G211", "G221", "R131");
    private static final double EAST = 265_000;
    private static final double NORTH = 3_848_000;
    private static final int BLOCKS_OF_A_ZONE = 3;

    private final int columns;
    private final int rows;

    public GeneratedCity(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    public long plots() {
        return 20L * columns * rows;
    }

    private static double side(int lines, int length) {
        double side = 0;
        for (int i = 0; i < lines; i++) {
            side += WIDTHS[i % WIDTHS.length] + length;
        }
        return side;
    }

    /** West edge of the street before a column of blocks. */
    private static double east(int column) {
        return side(column, 120);
    }

    private static double north(int row) {
        return side(row, 40);
    }

    private static int width(int line) {
        return WIDTHS[line % WIDTHS.length];
    }

    /** The register and the layers, as they were known at an instant. */
    public void load(DataSource owner, Instant now) {
        register(owner, now);
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            LayerLoad load = new LayerLoad(connection, now, "demo-1", "demo-2");
            double east = east(columns) + 100;
            double north = north(rows) + 100;
            String limit = collection(area("city", "", -100, -100, east, -100, east, north, -100, north));
            load.limit(FROM, new ByteArrayInputStream(limit.getBytes(StandardCharsets.UTF_8)));
            layer(load, LayerKind.PARCEL, this::plots);
            layer(load, LayerKind.ZONE, this::zones);
            layer(load, LayerKind.STREET, this::streets);
            overlays(load, east, north);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RenewalCode code(int column, int row, int plot) {
        int quarter = 1 + (column * 2 / columns) + 2 * (row * 2 / rows);
        return new RenewalCode(quarter, 1 + column / 10, 1 + column % 10 + 10 * row, 1 + plot, 0, 0, 0);
    }

    private void register(DataSource owner, Instant now) {
        Sql sql = new Sql(owner);
        for (int column = 0; column < columns; column++) {
            List<String> codes = new ArrayList<>();
            List<Long> areas = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                for (int plot = 0; plot < 20; plot++) {
                    codes.add(code(column, row, plot).text());
                    areas.add(plot % 7 == 0 ? 230_00L : 240_00L);
                }
            }
            sql.run("""
                    insert into parcels.land_object (code, region, plate, plate_section, address, search, land_use, deed,
                        land_area, floor_area, garden, registered_on, registered_at)
                    select c, split_part(c, '-', 1)::smallint, '', '', '', '', 'VACANT', 'SINGLE_SHEET', a, 0, false,
                        '2015-05-01', ? from unnest(?::text[], ?::bigint[]) as t (c, a)""", now, codes, areas);
        }
        sql.run("analyze parcels.land_object");
    }

    /** Every ninth block has two plots that are put together four by four, so that there are large ones too. */
    private void plots(Consumer<String> out) {
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                double west = east(column) + width(column);
                double south = north(row) + width(row);
                for (int plot = 0; plot < 20; plot++) {
                    int line = plot / 10;
                    double w = west + plot % 10 * 12;
                    double s = south + line * 20;
                    if ((column + row) % 9 != 0) {
                        out.accept(
                                area(code(column, row, plot).text(), "", w, s, w + 12, s, w + 12, s + 20, w, s + 20));
                    } else if (plot < 2) {
                        double l = west + plot * 60;
                        double n = south + 40;
                        out.accept(area(code(column, row, plot).text(), "", l, south, l + 60, south, l + 60, n, l, n));
                    }
                }
            }
        }
    }

    /** Every fourth border runs through plots and not through a street. */
    private void zones(Consumer<String> out) {
        int number = 0;
        for (int column = 0; column < columns; column += BLOCKS_OF_A_ZONE) {
            for (int row = 0; row < rows; row += BLOCKS_OF_A_ZONE) {
                double w = border(column, columns, east(column), column == 0);
                double e = border(
                        column + BLOCKS_OF_A_ZONE, columns, east(Math.min(columns, column + BLOCKS_OF_A_ZONE)), false);
                double s = row == 0 ? -100 : north(row);
                double n = row + BLOCKS_OF_A_ZONE >= rows ? north(rows) + 100 : north(row + BLOCKS_OF_A_ZONE);
                String zone = ZONES.get(number * 7 % ZONES.size());
                out.accept(area("z" + number, "\"code\":\"" + zone + "\"", w, s, e, s, e, n, w, n));
                number++;
            }
        }
    }

    private double border(int column, int last, double at, boolean first) {
        if (first) {
            return -100;
        }
        return column >= last ? east(columns) + 100 : column % 4 == 0 ? at + width(column) + 5 : at;
    }

    private void streets(Consumer<String> out) {
        double east = east(columns);
        double north = north(rows);
        for (int c = 0; c < columns; c++) {
            double x = east(c) + width(c) / 2.0;
            for (double from = -20; from < north; from += 500) {
                street(out, "v" + c + "-" + (int) from, width(c), x, from, x, Math.min(north + 20, from + 500));
            }
        }
        for (int r = 0; r < rows; r++) {
            double y = north(r) + width(r) / 2.0;
            for (double from = -20; from < east; from += 500) {
                street(out, "h" + r + "-" + (int) from, width(r), from, y, Math.min(east + 20, from + 500), y);
            }
        }
    }

    private static void street(Consumer<String> out, String id, int width, double... points) {
        int planned = width == 10 ? 12 : width;
        out.accept(feature(id, "\"width\":" + width + ",\"plannedWidth\":" + planned, "LineString", points(points)));
    }

    private void overlays(LayerLoad load, double east, double north) {
        double x = east / 2;
        double y = north / 2;
        double r = Math.min(east, north) / 10;
        layer(load, LayerKind.HERITAGE, out -> {
            out.accept(disc("core", "\"grade\":\"CORE\"", x, y, r));
            out.accept(disc("b1", "\"grade\":\"BUFFER_1\"", x, y, 1.5 * r));
            out.accept(disc("b2", "\"grade\":\"BUFFER_2\"", x, y, 2 * r));
            out.accept(disc("land", "\"grade\":\"LANDSCAPE\"", x, y, 3 * r));
        });
        layer(load, LayerKind.WORN_OUT, out -> {
            for (int i = 0; i < 12; i++) {
                out.accept(disc("w" + i, "", east * (i + 0.5) / 12, north * (i * 5 % 12 + 0.5) / 12, r / 2));
            }
        });
        layer(load, LayerKind.SLOPE, out -> {
            String[] percents = {"8", "12", "18", "26"};
            for (int i = 0; i < percents.length; i++) {
                double s = north * i / 20;
                double n = north * (i + 1) / 20;
                out.accept(area("s" + i, "\"percent\":" + percents[i], 0, s, east, s, east, n, 0, n));
            }
        });
        layer(load, LayerKind.RIVER, out -> out.accept(river(east, north)));
        layer(
                load,
                LayerKind.FAULT,
                out -> out.accept(
                        feature("f", "", "LineString", points(0, north * 0.8, x, north * 0.7, east, north * 0.9))));
        layer(load, LayerKind.AIRPORT, out -> out.accept(disc("a", "\"level\":1850", east, north, 3 * r)));
        layer(load, LayerKind.SECURITY, out -> out.accept(disc("p", "", east / 5, y, r / 3)));
        layer(load, LayerKind.GARDEN, out -> out.accept(disc("g", "", x, north / 4, r / 2)));
        layer(
                load,
                LayerKind.ROAD_PLAN,
                out -> out.accept(area("r", "", 0, y + r, east, y + 2 * r, east, y + 2 * r + 24, 0, y + r + 24)));
    }

    /** A band of 12 metres that winds through the whole city. */
    private static String river(double east, double north) {
        int bends = 300;
        double[] points = new double[4 * (bends + 1)];
        for (int i = 0; i <= bends; i++) {
            double x = east * i / bends;
            double y = north * (0.25 + 0.5 * i / bends) + 30 * Math.sin(i / 3.0);
            points[2 * i] = x;
            points[2 * i + 1] = y;
            points[points.length - 2 - 2 * i] = x;
            points[points.length - 1 - 2 * i] = y + 12;
        }
        return area("river", "", points);
    }

    private static String disc(String id, String properties, double x, double y, double radius) {
        double[] points = new double[400];
        for (int i = 0; i < 200; i++) {
            points[2 * i] = x + radius * Math.cos(2 * Math.PI * i / 200);
            points[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / 200);
        }
        return area(id, properties, points);
    }

    private static String area(String id, String properties, double... corners) {
        String ring = points(corners);
        String closed = ring.substring(0, ring.length() - 1) + "," + point(corners[0], corners[1]) + "]";
        return feature(id, properties, "Polygon", "[" + closed + "]");
    }

    private static String feature(String id, String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + id + "\""
                + (properties.isEmpty() ? "" : "," + properties) + "},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static String points(double... numbers) {
        StringBuilder points = new StringBuilder("[");
        for (int i = 0; i < numbers.length; i += 2) {
            points.append(i == 0 ? "" : ",").append(point(numbers[i], numbers[i + 1]));
        }
        return points.append(']').toString();
    }

    private static String point(double east, double north) {
        return String.format(Locale.ROOT, "[%.3f,%.3f]", EAST + east, NORTH + north);
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    private static void layer(LayerLoad load, LayerKind kind, Consumer<Consumer<String>> features) {
        try {
            Path file = Files.createTempFile("layer", ".geojson");
            try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
                out.print("{\"type\":\"FeatureCollection\",\"features\":[");
                boolean[] first = {true};
                features.accept(feature -> {
                    out.print((first[0] ? "" : ",\n") + feature);
                    first[0] = false;
                });
                out.print("]}");
            }
            try (InputStream stream = Files.newInputStream(file)) {
                LayerVersion version =
                        load.layer(kind, kind + ".geojson", hash(file), FeatureNames.of(kind), stream, FROM);
                if (version.state() != LayerState.PUBLISHED) {
                    throw new IllegalStateException(kind + " has " + version.blocking() + " faults");
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
