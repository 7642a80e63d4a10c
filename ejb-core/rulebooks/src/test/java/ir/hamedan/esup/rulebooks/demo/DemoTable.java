package ir.hamedan.esup.rulebooks.demo;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The base table of the demonstration book, and where it refers to the Article 5 commission on purpose. */
final class DemoTable {
    /** id, zone, uses, plot in m2, street in m, density %, coverage %, storeys, height m, open m2, parking, setback m, clauses after that of the zone. */
    private static final String ROWS = """
            1 R111 DWELLING 0-200 6 100 50 2 7.5 35 1 0 1
            2 R111 DWELLING 200-400 8 110 45 2 7.5 35 1 2 1
            3 R111 DWELLING 400- 8 120 40 3 10.5 40 1.5 3 1
            4 R112 DWELLING 0-200 6 120 60 2 8 30 1 0 1
            5 R112 DWELLING 200-350 8 150 60 3P 11 30 1 0 1
            6 R112 DWELLING 350- 10 160 50 3P 11 30 1 2 1
            7 R121 DWELLING 0-150 6 120 60 2 8 25 1 0 1
            8 R121 DWELLING 150-200 8 180 60 3P 11 25 1 0 1
            9 R121 DWELLING 200-300 10 240 60 4P 14.5 25 1 0 1
            10 R121 DWELLING 300- 12 240 55 4P 14.5 25 1 1 1
            11 R122 DWELLING 0-200 8 180 60 3P 11 22 1 0 1
            12 R122 DWELLING 200-300 10 240 60 4P 14.5 22 1 0 1
            13 R122 DWELLING 300-500 12 300 60 5P 17.5 22 1 1 1
            14 R122 DWELLING 500- 16 330 55 6P 20.5 22 1.2 2 1
            15 R131 DWELLING 300-500 14 330 55 6P 20.5 20 1.2 2 1
            16 R131 DWELLING 500-1000 18 360 50 7P 23.5 20 1.2 3 1
            17 R131 DWELLING 1000- 24 400 45 9P 30 20 1.5 5 1
            18 R211 DWELLING 0-100 4 120 70 2 8 12 0.5 0 1
            19 R211 DWELLING 100-200 6 180 65 3P 11 15 1 0 1
            20 R211 DWELLING 200- 8 240 60 4P 14.5 18 1 0 1
            21 R221 DWELLING 0- 0 120 55 2 7.5 25 0.5 0 1,14
            22 R222 DWELLING,GUEST_HOUSE 300- 6 140 55 2 8.5 30 0.7 0 1,14
            23 M111 SHOP_DWELLING 150-300 14 260 65 4 16 15 1+shop 0 1
            24 M111 SHOP_DWELLING 300- 16 320 60 5 19 15 1+shop 1 1
            25 M112 TWO_SHOP_DWELLING 400- 24 360 60 6 24 15 1.2+shop 2 1
            26 M211 HOTEL,SHOP 500- 16 300 55 5 20 - /4rooms 3 1
            27 S111 SHOP 0- 0 150 90 2 8 - - 0 1
            28 S121 SHOP,OFFICE 200-500 30 300 70 4 16 - /50 0 1,15
            29 S121 SHOP,OFFICE 500- 30 350 60 5 19 - /50 0 1,15
            30 S131 MALL 1000- 30 400 60 6 26 - /35 5 1
            31 S211 OFFICE,CLINIC 300- 16 300 60 5 19 - /40 2 1
            32 S311 WORKSHOP,STORE 300- 12 100 60 2 9 - /100 4 1
            33 S321 DEPOT,FUEL 1000- 24 50 30 1 8 - /100 8 1
            34 E111 SCHOOL,CLINIC 1000- 12 120 40 3 13 - /100 5 1
            35 G111 PARK_BUILDING 0- 0 5 4 1 5 - - 0 1
            36 G121 GARDEN_HOUSE 2000- 0 8 5 2 6.5 - 1 10 1,13
            37 G211 NONE 0- 0 0 0 0 0 - - 0 16
            38 G221 NONE,SINGLE_HOUSE 5000- 6 2 2 1 4.5 - 1 10 1,17
            """;

    /** zone, least plot in m2, least street in m of the rows above: what is below is referred. */
    private static final String REFERRALS = """
            R111 0 6
            R112 0 6
            R121 0 6
            R122 0 8
            R131 300 14
            R211 0 4
            R222 300 6
            M111 150 14
            M112 400 24
            M211 500 16
            S121 200 30
            S131 1000 30
            S211 300 16
            S311 300 12
            S321 1000 24
            E111 1000 12
            G121 2000 0
            G221 5000 6
            """;

    private DemoTable() {}

    static List<Row> rows() {
        return ROWS.lines().map(DemoTable::row).toList();
    }

    private static Row row(String line) {
        String[] c = line.split(" ");
        String[] plot = c[3].split("-", 2);
        return new Row(
                c[0],
                c[1],
                Arrays.asList(c[2].split(",")),
                plot[1].isEmpty() ? Band.from(scaled(plot[0], 2)) : Band.of(scaled(plot[0], 2), scaled(plot[1], 2)),
                Band.from(scaled(c[4], 2)),
                new Limits(
                        scaled(c[5], 1),
                        scaled(c[6], 1),
                        Integer.parseInt(c[7].replace("P", "")),
                        c[7].endsWith("P"),
                        scaled(c[8], 2),
                        c[9].equals("-") ? 0 : scaled(c[9], 2),
                        parking(c[10]),
                        scaled(c[11], 2)),
                Stream.concat(Stream.of(DemoZones.clause(c[1])), Arrays.stream(c[12].split(",")))
                        .toList(),
                Optional.empty());
    }

    private static Parking parking(String text) {
        if (text.equals("-")) {
            return Parking.NONE;
        }
        if (text.endsWith("rooms")) {
            return new Parking(Parking.Kind.PER_ROOMS, Long.parseLong(text.substring(1, text.indexOf("rooms"))));
        }
        if (text.startsWith("/")) {
            return new Parking(Parking.Kind.PER_AREA, scaled(text.substring(1), 2));
        }
        return text.endsWith("+shop")
                ? new Parking(Parking.Kind.PER_UNIT_AND_SHOP, scaled(text.replace("+shop", ""), 2))
                : new Parking(Parking.Kind.PER_UNIT, scaled(text, 2));
    }

    private static int scaled(String number, int decimals) {
        return new BigDecimal(number).movePointRight(decimals).intValueExact();
    }

    static List<Referral> referrals() {
        List<Referral> referrals = new ArrayList<>();
        for (String line : REFERRALS.lines().toList()) {
            String[] c = line.split(" ");
            Band plot = Band.from(scaled(c[1], 2));
            if (plot.from() > 0) {
                referrals.add(referral("A-" + c[0] + "-plot", c[0], Band.below(plot.from()), Band.ANY));
            }
            if (!c[2].equals("0")) {
                referrals.add(referral("A-" + c[0] + "-street", c[0], plot, Band.below(scaled(c[2], 2))));
            }
        }
        return referrals;
    }

    private static Referral referral(String id, String zone, Band plot, Band street) {
        return new Referral(
                id,
                zone,
                "",
                plot,
                street,
                "کمتر از حداقل جدول",
                List.of("طراح یکم", "طراح دوم"),
                LocalDate.of(2026, 2, 1));
    }
}
