package ir.hamedan.esup.rulebooks.demo;

import ir.hamedan.esup.rulebooks.api.Golden;
import java.util.List;
import java.util.stream.Stream;

/**
 * The golden parcels of the demonstration book. Every number was worked out by hand from the table, the clauses and the order
 * of application, none was taken from the engine: where the two differ, one of them is wrong. {@link GoldenText} says how a
 * line is read; metres, square metres and percent as people write them.
 */
final class DemoGoldens {
    /**
     * One for each row, at the least plot and the least street it takes. Reachable is the smaller one of density and of
     * coverage times storeys, buildable the plot times that in whole square metres. What coverage leaves open, by the open
     * space of a unit, makes the units; a commission may waive a fifth of the spaces, and one at most. The last words say over what
     * the storeys stand, what binds, and what parking is counted by.
     */
    private static final String ROWS = """
            1|ردیف ۱|DWELLING|R111:150 st=6|100 50 2 7.5 0|100 150|2 2||ground density 1
            2|ردیف ۲|DWELLING|R111:200 st=8|110 45 2 7.5 2|90 180|3 3||ground storeys 1
            3|ردیف ۳|DWELLING|R111:400 st=8|120 40 3 10.5 3|120 480|6 9|parkingShortage=1|ground density 1.5
            4|ردیف ۴|DWELLING|R112:180 st=6|120 60 2 8 0|120 216|2 2||ground density 1
            5|ردیف ۵|DWELLING|R112:200 st=8|150 60 3 11 0|150 300|2 2||pilotis density 1
            6|ردیف ۶|DWELLING|R112:350 st=10|160 50 3 11 2|150 525|5 5|parkingShortage=1|pilotis storeys 1
            7|ردیف ۷|DWELLING|R121:140 st=6|120 60 2 8 0|120 168|2 2||ground density 1
            8|ردیف ۸|DWELLING|R121:150 st=8|180 60 3 11 0|180 270|2 2||pilotis density 1
            9|ردیف ۹|DWELLING|R121:200 st=10|240 60 4 14.5 0|240 480|3 3|parkingShortage=0 projection=0@CLEAR_HEIGHT:3.5|pilotis density 1
            10|ردیف ۱۰|DWELLING|R121:300 st=12|240 55 4 14.5 1|220 660|5 5|projection=0.6@CLEAR_HEIGHT:3.5 lightWell=12@LEAST_SIDE:3|pilotis storeys 1
            11|ردیف ۱۱|DWELLING|R122:199 st=8|180 60 3 11 0|180 358|3 3||pilotis density 1
            12|ردیف ۱۲|DWELLING|R122:200 st=10|240 60 4 14.5 0|240 480|3 3||pilotis density 1
            13|ردیف ۱۳|DWELLING|R122:300 st=12|300 60 5 17.5 1|300 900|5 5|lightWell=18@SHARE_OF_PLOT:6|pilotis density 1
            14|ردیف ۱۴|DWELLING|R122:500 st=16|330 55 6 20.5 2|330 1650|10 12|parkingShortage=1 lightWell=30|pilotis density 1.2
            15|ردیف ۱۵|DWELLING|R131:300 st=14|330 55 6 20.5 2|330 990|6 8|projection=0.7|pilotis density 1.2
            16|ردیف ۱۶|DWELLING|R131:500 st=18|360 50 7 23.5 3|350 1750|12 15|projection=0.9|pilotis storeys 1.2
            17|ردیف ۱۷|DWELLING|R131:1000 st=24|400 45 9 30 5|400 4000|27 41|projection=1.2 lightWell=60|pilotis density 1.5
            18|ردیف ۱۸|DWELLING|R211:90 st=4|120 70 2 8 0|120 108|2 1||ground density 0.5
            19|ردیف ۱۹|DWELLING|R211:100 st=6|180 65 3 11 0|180 180|2 2||pilotis density 1
            20|ردیف ۲۰|DWELLING|R211:200 st=8|240 60 4 14.5 0|240 480|4 4||pilotis density 1
            21|ردیف ۲۱|DWELLING|R221:120 st=3|120 55 2 7.5 0|110 132|2 1||ground storeys 0.5
            22|ردیف ۲۲|DWELLING|R222:300 st=6|140 55 2 8.5 0|110 330|4 3||ground storeys 0.7
            22-g|ردیف ۲۲، مهمان‌خانه|GUEST_HOUSE|R222:400 st=6|140 55 2 8.5 0|110 440|6 5||ground storeys 0.7
            23|ردیف ۲۳|SHOP_DWELLING|M111:150 st=14|260 65 4 16 0|260 390|3 5||ground density 1+shop
            24|ردیف ۲۴|SHOP_DWELLING|M111:300 st=16|320 60 5 19 1|300 900|8 12||ground storeys 1+shop
            25|ردیف ۲۵|TWO_SHOP_DWELLING|M112:400 st=24|360 60 6 24 2|360 1440|10 22||ground density 1.2+shop
            26|ردیف ۲۶، پنجاه اتاق|HOTEL|M211:500 st=16 rooms=50|300 55 5 20 3|275 1375|- 13||ground storeys 1/4rooms
            26-s|ردیف ۲۶، تجاری|SHOP|M211:500 st=16|300 55 5 20 3|275 1375|- -||ground storeys 1/4rooms
            27|ردیف ۲۷|SHOP|S111:40 st=2|150 90 2 8 0|150 60|- 0||ground density 0
            28|ردیف ۲۸|SHOP|S121:200 st=30|300 70 4 16 0|280 560|- 12|streetWall=13 topSetback=3 projection=1.2|ground storeys 1/50
            28-o|ردیف ۲۸، اداری|OFFICE|S121:499.99 st=30|300 70 4 16 0|280 1399|- 28|streetWall=13 topSetback=3|ground storeys 1/50
            29|ردیف ۲۹|OFFICE|S121:500 st=30|350 60 5 19 0|300 1500|- 30|streetWall=13 topSetback=3|ground storeys 1/50
            29-s|ردیف ۲۹، تجاری|SHOP|S121:700 st=36|350 60 5 19 0|300 2100|- 42||ground storeys 1/50
            30|ردیف ۳۰|MALL|S131:1000 st=30|400 60 6 26 5|360 3600|- 103||ground storeys 1/35
            31|ردیف ۳۱|OFFICE|S211:300 st=16|300 60 5 19 2|300 900|- 23||ground density 1/40
            31-c|ردیف ۳۱، درمانگاه|CLINIC|S211:400 st=18|300 60 5 19 2|300 1200|- 30||ground density 1/40
            32|ردیف ۳۲|WORKSHOP|S311:300 st=12|100 60 2 9 4|100 300|- 3||ground density 1/100
            32-s|ردیف ۳۲، انبار|STORE|S311:450 st=14|100 60 2 9 4|100 450|- 5||ground density 1/100
            33|ردیف ۳۳|DEPOT|S321:1000 st=24|50 30 1 8 8|30 300|- 3||ground storeys 1/100
            33-f|ردیف ۳۳، سوخت|FUEL|S321:1250 st=30|50 30 1 8 8|30 375|- 4||ground storeys 1/100
            34|ردیف ۳۴|SCHOOL|E111:1000 st=12|120 40 3 13 5|120 1200|- 12||ground density 1/100
            34-c|ردیف ۳۴، درمانگاه|CLINIC|E111:1500 st=12|120 40 3 13 5|120 1800|- 18||ground density 1/100
            35|ردیف ۳۵|PARK_BUILDING|G111:5000 st=8|5 4 1 5 0|4 200|- 0||ground storeys 0
            36|ردیف ۳۶|GARDEN_HOUSE|G121:2000 st=4|8 5 2 6.5 10|8 160|- -||ground density 1
            37|ردیف ۳۷|NONE|G211:300 st=6|0 0 0 0 0|0 0|- 0||ground density 0
            38|ردیف ۳۸|SINGLE_HOUSE|G221:5000 st=6|2 2 1 4.5 10|2 100|- -||ground density 1
            38-n|ردیف ۳۸، بدون ساخت|NONE|G221:6000 st=8|2 2 1 4.5 10|2 120|- -||ground density 1
            """;

    /**
     * Where a street is too narrow for the row of the plot the row of the next lower band counts; below all of them, and
     * where a plot is smaller than the smallest, nobody guesses.
     */
    private static final String NARROW = """
            N1|گذر ۸ متری، ردیف ۱۱|DWELLING|R122:240 st=8|180 60 3 11 0|180 432|4 4
            N2|گذر ۱۶ متری، دو ردیف پایین‌تر|DWELLING|R131:1200 st=16|330 55 6 20.5 2|330 3960|27 33
            N3|گذر ۷ متری، بی‌ردیف|DWELLING|R122:240 st=7 REFERRAL
            N4|قطعهٔ کوچک در پهنهٔ پرتراکم|DWELLING|R131:299.99 st=14 REFERRAL
            N5|پهن‌ترین گذر ملاک است|DWELLING|R122:240 st=6 st=10|240 60 4 14.5 0|240 576|4 4
            N6|پهنای کنونی ملاک است|DWELLING|R121:300 st=10/12|240 60 4 14.5 0|240 720|4 4|projection=0
            N7|بی‌گذر در بافت تاریخی|DWELLING|R221:120|120 55 2 7.5 0|110 132|2 1
            N8|بی‌گذر در پهنهٔ دیگر|DWELLING|R122:240 REFERRAL
            N9|کاربری ناموجود در پهنه|SHOP|R122:240 st=10 NOT_PERMITTED
            """;

    /**
     * The plot that counts: the smaller one of deed and survey, less what the planned street takes; in two zones density by
     * area (240 % of 160 m2 and 150 % of 80 m2 are 210 %), everything else as the stricter one has it.
     */
    private static final String PLOTS = """
            E1|سند کوچک‌تر از نقشه|DWELLING|R122:240 st=10 deed=231.5|240 60 4 14.5 0|240 555|4 4|effectiveArea=231.5@DEED
            E2|نقشه کوچک‌تر از سند|DWELLING|R122:240 st=10 deed=260|240 60 4 14.5 0|240 576|4 4|effectiveArea=240@SURVEY
            E3|عقب‌نشینی ۱۲ مترمربع|DWELLING|R122:311.99 st=12/14:12|240 60 4 14.5 0|240 719|5 5|wideningArea=12
            E4|ملک در دو پهنه|DWELLING|R122:160 R112:80 st=10|210 60 3 11 0|180 432|3 3
            E5|سراسر در عقب‌نشینی|DWELLING|R122:20 st=10/30:20 NO_AREA
            """;

    /** R211 (row 20) at 250 m2: across a corner of 60, 90 and 120 degrees a line l cuts off l2 / 2.309, / 4 and / 6.928. */
    private static final String CORNERS = """
            C11|پخ ۲ متر، ۶۰ درجه|DWELLING|R211:250 st=8 st=6 corner=60|240 60 4 14.5 0|240 595|5 5|chamferArea=1.73
            C12|پخ ۲ متر، ۹۰ درجه|DWELLING|R211:250 st=8 st=6 corner=90|240 60 4 14.5 0|240 597|5 5|chamferArea=1
            C13|پخ ۱٫۵ متر، ۱۲۰ درجه|DWELLING|R211:250 st=8 st=6 corner=120|240 60 4 14.5 0|240 599|5 5|chamferArea=0.32
            C14|بی‌پخ، ۱۷۰ درجه|DWELLING|R211:250 st=8 st=6 corner=170|240 60 4 14.5 0|240 600|5 5|chamferArea=0
            C21|پخ ۳ متر، ۶۰ درجه|DWELLING|R211:250 st=12 st=6 corner=60|240 60 4 14.5 0|240 590|5 5|chamferArea=3.9
            C22|پخ ۳ متر، ۹۰ درجه|DWELLING|R211:250 st=12 st=6 corner=90|240 60 4 14.5 0|240 594|5 5|chamferArea=2.25
            C23|پخ ۲ متر، ۱۲۰ درجه|DWELLING|R211:250 st=12 st=6 corner=120|240 60 4 14.5 0|240 598|5 5|chamferArea=0.58
            C24|بی‌پخ، ۱۷۰ درجه|DWELLING|R211:250 st=12 st=6 corner=170|240 60 4 14.5 0|240 600|5 5|chamferArea=0
            C31|پخ ۵ متر، ۶۰ درجه|DWELLING|R211:250 st=20 st=6 corner=60|240 60 4 14.5 0|240 574|5 5|chamferArea=10.83
            C32|پخ ۴ متر، ۹۰ درجه|DWELLING|R211:250 st=20 st=6 corner=90|240 60 4 14.5 0|240 590|5 5|chamferArea=4
            C33|پخ ۳ متر، ۱۲۰ درجه|DWELLING|R211:250 st=20 st=6 corner=120|240 60 4 14.5 0|240 596|5 5|chamferArea=1.3
            C34|بی‌پخ، ۱۷۰ درجه|DWELLING|R211:250 st=20 st=6 corner=170|240 60 4 14.5 0|240 600|5 5|chamferArea=0
            C41|پخ ۸ متر، ۶۰ درجه|DWELLING|R211:250 st=24 st=6 corner=60|240 60 4 14.5 0|240 533|4 4|chamferArea=27.71
            C42|پخ ۶ متر، ۹۰ درجه|DWELLING|R211:250 st=24 st=6 corner=90|240 60 4 14.5 0|240 578|5 5|chamferArea=9
            C43|پخ ۴ متر، ۱۲۰ درجه|DWELLING|R211:250 st=24 st=6 corner=120|240 60 4 14.5 0|240 594|5 5|chamferArea=2.31
            C44|بی‌پخ، ۱۷۰ درجه|DWELLING|R211:250 st=24 st=6 corner=170|240 60 4 14.5 0|240 600|5 5|chamferArea=0
            """;

    /**
     * Bonuses add points and a storey of 2.8 m, all together a hundred points at most; ceded land twice its area, by the plot
     * that is left. Slope takes 20 or 40 of a hundred from what there is.
     */
    private static final String BONUSES = """
            W1|نوسازی، ۱۰۰ متر|DWELLING|R211:100 st=6 in=WORN_OUT|220 65 4 13.8 0|220 220|2 2
            W1-99|نوسازی، کمتر از ۱۰۰ متر|DWELLING|R211:99.99 st=6 in=WORN_OUT|120 70 2 8 0|120 119|2 1
            W1-half|نیمی در بافت فرسوده|DWELLING|R122:240 st=10 in=WORN_OUT:120|260 60 5 17.3 0|260 624|4 4|lightWell=14.4
            W2|تجمیع دو قطعه|DWELLING|R211:240 st=8 in=WORN_OUT merged=2|300 60 5 17.3 0|300 720|5 5
            W3|تجمیع سه قطعه|DWELLING|R211:240 st=8 in=WORN_OUT merged=3|320 60 5 17.3 0|300 720|5 5
            V1|واگذاری داوطلبانهٔ ۲۰ متر|DWELLING|R122:240 st=10 ceded=20|258.1 60 4 14.5 0|240 528|4 4|effectiveArea=220
            B1|سقف تشویقی‌ها|DWELLING|R211:240 st=8 in=WORN_OUT merged=3 ceded=40|340 60 5 17.3 0|300 600|4 4
            B2|سقف تشویقی‌ها در رینگ|TWO_SHOP_DWELLING|M112:450 st=24 in=WORN_OUT merged=3 ceded=50|460 60 7 26.8 2|420 1680|10 22
            L0|شیب ۹٫۹ درصد|DWELLING|R122:240 st=10 in=SLOPE@99|240 60 4 14.5 0|240 576|4 4
            L1|شیب ۱۰ درصد|DWELLING|R122:240 st=10 in=SLOPE@100|192 60 4 14.5 0|192 460|4 4
            L2|شیب ۱۵ درصد|DWELLING|R122:240 st=10 in=SLOPE@150|144 60 3 14.5 0|144 345|4 4
            L2-25|شیب ۲۵ درصد|DWELLING|R122:240 st=10 in=SLOPE@250|144 60 3 14.5 0|144 345|4 4
            L3|شیب ۲۵٫۱ درصد|DWELLING|R122:240 st=10 in=SLOPE@251|0 0 0 0 0|0 0|0 0
            """;

    /** Caps come last and beat all else: height is turned into storeys by 2.8 m each, over 2.6 m of pilotis where there is one. */
    private static final String CAPS = """
            G1|باغ|GARDEN_HOUSE|R122:2500 st=16 in=GARDEN|8 5 2 6.5 10|8 200|- -
            G1-d|مسکونی در باغ|DWELLING|R122:2500 st=16 in=GARDEN NOT_PERMITTED
            H0|هستهٔ هگمتانه|DWELLING|R221:150 st=4 in=HERITAGE/CORE|0 0 0 0 0|0 0|0 0
            H1|حریم یک|DWELLING|R122:240 st=10 in=HERITAGE/BUFFER_1|240 60 1 7.5 0|60 144|4 4
            H2|حریم دو، بی‌پیلوت|SHOP_DWELLING|M111:300 st=16 in=HERITAGE/BUFFER_2|320 60 3 10.5 1|180 540|8 12
            H3|منظر|DWELLING|R131:300 st=14 in=HERITAGE/LANDSCAPE|330 55 4 14.5 2|220 660|6 8
            R1|رودخانه در ۱۴٫۹۹ متر|DWELLING|R122:240 st=10 near=RIVER:14.99|0 0 0 0 0|0 0|0 0
            R2|رودخانه در ۱۵ متر|DWELLING|R122:240 st=10 near=RIVER:15|0 0 0 0 0|0 0|0 0
            R2-30|رودخانه در ۳۰ متر|DWELLING|R122:240 st=10 near=RIVER:30|0 0 0 0 0|0 0|0 0
            F1|گسل در ۹٫۹۹ متر|DWELLING|R122:240 st=10 near=FAULT:9.99|0 0 0 0 0|0 0|0 0
            F2|گسل در ۱۰ متر، گزارش|DWELLING|R122:240 st=10 near=FAULT:10|240 60 4 14.5 0|240 576|4 4
            A1|مخروط فرودگاه، ۱۰ متر|DWELLING|R122:240 st=10 in=AIRPORT@184000 ground=1830|240 60 2 10 0|120 288|4 4|highestLevel=1840
            A2|مخروط فرودگاه، درست دو طبقه روی پیلوت|DWELLING|R122:240 st=10 in=AIRPORT@184000 ground=1831.8|240 60 2 8.2 0|120 288|4 4
            A1-u|تراز گذر نامعلوم|DWELLING|R122:240 st=10 in=AIRPORT@184000 PROVISIONAL|240 60 4 14.5 0|240 576|4 4
            S1|حریم پادگان|DWELLING|R122:240 st=10 in=SECURITY|240 60 2 14.5 0|120 288|4 4
            P1|سراسر در طرح معبر|DWELLING|R122:240 st=10 in=ROAD_PLAN LOCKED
            P1-996|۹۹٫۶ درصد در طرح معبر|DWELLING|R122:250 st=10 in=ROAD_PLAN:249 LOCKED
            P1-half|نیمی در طرح معبر|DWELLING|R122:240 st=10 in=ROAD_PLAN:120|240 60 4 14.5 0|240 576|4 4
            K1|بازداشت|DWELLING|R122:240 st=10 lock=SEIZURE INFORMATION_ONLY|240 60 4 14.5 0|240 576|4 4
            K2|قفل طرح معبر|DWELLING|R122:240 st=10 lock=ROAD_PLAN LOCKED
            K3|رأی مادهٔ صد|DWELLING|R122:240 st=10 lock=ARTICLE_100 INFORMATION_ONLY|240 60 4 14.5 0|240 576|4 4
            K4|فهرست سیاه|DWELLING|R122:240 st=10 lock=BLACK_LIST INFORMATION_ONLY|240 60 4 14.5 0|240 576|4 4
            K5|رهن بی‌اثر است|DWELLING|R122:240 st=10 lock=MORTGAGE|240 60 4 14.5 0|240 576|4 4
            """;

    /**
     * A decision of 500 %, 50 %, ten storeys over pilotis, 30 m, 20 m2 and one and a half spaces a unit, 2 m set back: it
     * stands instead of the table, also where that has no row, and never of a cap.
     */
    private static final String DECISIONS = """
            D1|مصوبهٔ مادهٔ پنج در حریم دو|DWELLING|R122:240 st=10 in=HERITAGE/BUFFER_2 given=decision|500 50 2 10.5 2|100 240|6 9
            D2|مصوبهٔ مادهٔ پنج، بی‌ردیف|DWELLING|R131:250 st=14 given=decision|500 50 10 30 2|500 1250|6 9
            D3|مصوبهٔ مادهٔ پنج به جای شیب|DWELLING|R122:240 st=10 in=SLOPE@200 given=decision|500 50 10 30 2|500 1200|6 9
            """;

    private DemoGoldens() {}

    static List<Golden> all() {
        return Stream.of(ROWS, NARROW, PLOTS, CORNERS, BONUSES, CAPS, DECISIONS)
                .flatMap(String::lines)
                .map(GoldenText::read)
                .toList();
    }
}
