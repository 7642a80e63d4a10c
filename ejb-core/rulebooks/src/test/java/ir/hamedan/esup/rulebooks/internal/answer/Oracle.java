package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The demonstration book as a person would apply it with pencil and paper: its table as it is printed, and each clause
 * written out by hand. It shares no code with the engine and reads neither the overlay rules nor the parameters of the book.
 */
final class Oracle {
    private static final Set<String> HOMES_AND_SHOPS =
            Set.of("DWELLING", "GUEST_HOUSE", "SHOP_DWELLING", "TWO_SHOP_DWELLING", "SHOP", "OFFICE");

    private final List<Row> table;
    private final Set<String> knownZones;
    private final Site site;
    private final Given given;
    private final String use;
    final Map<NumberName, Long> numbers = new EnumMap<>(NumberName.class);
    final List<String> rows = new ArrayList<>();

    private long effective;
    private long width;
    private long density;
    private long coverage;
    private long storeys;
    private long height;
    private boolean pilotis;

    Oracle(List<Row> table, Set<String> knownZones, Site site, Given given, String use) {
        this.table = table;
        this.knownZones = knownZones;
        this.site = site;
        this.given = given;
        this.use = use;
    }

    Verdict verdict() {
        if (given.locks().contains(LockKind.ROAD_PLAN)
                || share(LayerKind.ROAD_PLAN).compareTo(BigDecimal.ONE) >= 0) {
            return Verdict.LOCKED;
        }
        boolean streetUnknown = site.frontages().isEmpty() && !site.clear().contains(LayerKind.STREET);
        if (site.zones().isEmpty() || streetUnknown) {
            return Verdict.NO_DATA;
        }
        if (site.zones().stream().anyMatch(zone -> !knownZones.contains(zone.code()))) {
            return Verdict.UNKNOWN_ZONE;
        }
        plot();
        if (effective <= 0) {
            return Verdict.NO_AREA;
        }
        boolean garden = !in(LayerKind.GARDEN).isEmpty();
        List<Site.Zone> zones = garden ? List.of(new Site.Zone("G121", "", Math.max(1, site.area()))) : site.zones();
        List<Limits> limits = new ArrayList<>();
        for (Site.Zone zone : zones) {
            List<Row> own = table.stream()
                    .filter(r -> r.zone().equals(zone.code()) && r.uses().contains(use))
                    .toList();
            if (own.isEmpty()) {
                return Verdict.NOT_PERMITTED;
            }
            row(own).ifPresent(limits::add);
        }
        boolean complete = limits.size() == zones.size();
        if (!complete && given.decision().isEmpty()) {
            return Verdict.REFERRAL;
        }
        compute(zones, limits, complete);
        return ending();
    }

    private Verdict ending() {
        if (given.locks().stream()
                .anyMatch(Set.of(LockKind.SEIZURE, LockKind.ARTICLE_100, LockKind.BLACK_LIST)::contains)) {
            return Verdict.INFORMATION_ONLY;
        }
        Set<LayerKind> harmless = Set.of(LayerKind.WORN_OUT, LayerKind.PARCEL, LayerKind.ZONE, LayerKind.STREET);
        boolean unknown = site.noData().stream().anyMatch(layer -> !harmless.contains(layer));
        boolean level = !in(LayerKind.AIRPORT).isEmpty() && given.groundLevel().isEmpty();
        boolean corner = site.corners().stream().anyMatch(c -> c.angle() < 45);
        return unknown || level || corner ? Verdict.PROVISIONAL : Verdict.RULED;
    }

    /** Clauses 1 and 6. */
    private void plot() {
        long area = site.area() == 0 || site.deedArea() > 0 && site.deedArea() < site.area()
                ? site.deedArea()
                : site.area();
        long widening = 0;
        for (Site.Frontage frontage : site.frontages()) {
            widening += frontage.widening();
            width = Math.max(width, frontage.width());
        }
        long chamfer = 0;
        for (Site.Corner corner : site.corners()) {
            chamfer += chamfer(corner);
        }
        effective = area - widening - chamfer - given.ceded();
        numbers.put(NumberName.WIDENING_AREA, widening);
        numbers.put(NumberName.CHAMFER_AREA, chamfer);
        numbers.put(NumberName.EFFECTIVE_AREA, effective);
    }

    private long chamfer(Site.Corner corner) {
        long wider = 0;
        for (Site.Frontage frontage : site.frontages()) {
            if (Set.of(corner.street(), corner.other()).contains(frontage.street())) {
                wider = Math.max(wider, frontage.width());
            }
        }
        int line = wider <= 800 ? 0 : wider <= 1200 ? 1 : wider <= 2000 ? 2 : 3;
        int angle = corner.angle();
        double[][] metres = {{2, 2, 1.5}, {3, 3, 2}, {5, 4, 3}, {8, 6, 4}};
        if (angle < 45 || angle >= 165) {
            return 0;
        }
        double c = metres[line][angle < 75 ? 0 : angle < 115 ? 1 : 2];
        // An isosceles triangle over the line c: its height is c / 2 / tan(angle / 2).
        double area = c * (c / 2 / Math.tan(Math.toRadians(angle) / 2)) / 2;
        return Math.round(area * 100);
    }

    /** The printed row, or when the street is narrower the row of the next lower band whose street is met. */
    private Optional<Limits> row(List<Row> own) {
        List<Row> rising = new ArrayList<>(own);
        rising.sort(Comparator.comparing(r -> r.plot().from()));
        for (int i = 0; i < rising.size(); i++) {
            if (rising.get(i).plot().from() <= effective
                    && effective < rising.get(i).plot().until()) {
                for (int j = i; j >= 0; j--) {
                    if (width >= rising.get(j).street().from()) {
                        rows.add(
                                i == j
                                        ? rising.get(i).id()
                                        : rising.get(i).id() + "/"
                                                + rising.get(j).id());
                        return Optional.of(rising.get(j).limits());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void compute(List<Site.Zone> zones, List<Limits> limits, boolean complete) {
        Limits decided = given.decision().map(d -> d.limits()).orElse(null);
        List<Limits> base = complete ? limits : List.of(decided);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal area = BigDecimal.ZERO;
        for (int i = 0; i < base.size(); i++) {
            BigDecimal part =
                    BigDecimal.valueOf(complete ? Math.max(1, zones.get(i).area()) : 1);
            sum = sum.add(part.multiply(BigDecimal.valueOf(base.get(i).density())));
            area = area.add(part);
        }
        density = sum.divideToIntegralValue(area).longValueExact();
        coverage = base.stream().mapToLong(Limits::coverage).min().orElseThrow();
        storeys = base.stream().mapToLong(Limits::storeys).min().orElseThrow();
        height = base.stream().mapToLong(Limits::height).min().orElseThrow();
        pilotis = base.stream().allMatch(Limits::pilotis);
        if (complete) {
            bonuses();
            slope();
        }
        if (decided != null) {
            base = List.of(decided);
            density = decided.density();
            coverage = decided.coverage();
            storeys = decided.storeys();
            height = decided.height();
            pilotis = decided.pilotis();
        }
        caps();
        derived(base);
    }

    /** Clauses 11, 12 and 23; together at most 100 points and one storey, two on the ring. */
    private void bonuses() {
        if (density == 0 || storeys == 0) {
            return;
        }
        long points = 0;
        long more = 0;
        BigDecimal share = share(LayerKind.WORN_OUT);
        if (share.compareTo(new BigDecimal("0.5")) >= 0 && HOMES_AND_SHOPS.contains(use)) {
            long best = given.merged() >= 3 ? 800 : given.merged() == 2 ? 600 : effective >= 100_00 ? 400 : 0;
            points += floor(share.multiply(BigDecimal.valueOf(best)));
            more = best > 0 ? 1 : 0;
        }
        points += 2000 * given.ceded() / effective;
        boolean ring = site.zones().stream().allMatch(zone -> zone.code().equals("M112"));
        more = Math.min(more, ring ? 2 : 1);
        density += Math.min(points, 1000);
        storeys += more;
        height += more * 280;
    }

    /** Clause 17. */
    private void slope() {
        BigDecimal left = BigDecimal.ONE;
        boolean steep = false;
        for (Site.Concern part : in(LayerKind.SLOPE)) {
            if (part.value() >= 100 && part.value() < 150) {
                left = left.subtract(share(part).multiply(new BigDecimal("0.2")));
            } else if (part.value() >= 150 && part.value() <= 250) {
                left = left.subtract(share(part).multiply(new BigDecimal("0.4")));
                steep = true;
            }
        }
        density = floor(left.multiply(BigDecimal.valueOf(density)));
        storeys = Math.max(0, storeys - (steep ? 1 : 0));
    }

    /** Clauses 14, 15, 16, 17, 18, 19, 20. */
    private void caps() {
        long lowest = Long.MAX_VALUE;
        boolean forbidden = false;
        for (Site.Concern c : site.concerns()) {
            switch (c.layer()) {
                case HERITAGE -> {
                    forbidden |= c.grade().equals("CORE");
                    long[] most = {750, 1050, 1450};
                    int grade = List.of("BUFFER_1", "BUFFER_2", "LANDSCAPE").indexOf(c.grade());
                    lowest = grade < 0 ? lowest : Math.min(lowest, most[grade]);
                }
                case SLOPE -> forbidden |= c.value() > 250;
                case RIVER -> forbidden |= c.distance() <= 3000;
                case FAULT -> forbidden |= c.distance() < 1000;
                case SECURITY -> storeys = Math.min(storeys, 2);
                case AIRPORT -> {
                    numbers.merge(NumberName.HIGHEST_LEVEL, c.value(), Math::min);
                    if (given.groundLevel().isPresent()) {
                        lowest = Math.min(
                                lowest,
                                Math.max(0, c.value() - given.groundLevel().getAsInt()));
                    }
                }
                case PARCEL, ZONE, STREET, WORN_OUT, GARDEN, ROAD_PLAN -> {}
            }
        }
        if (lowest < height) {
            height = lowest;
            storeys = Math.min(storeys, Math.max(0, height - (pilotis ? 260 : 0)) / 280);
        }
        if (forbidden) {
            density = 0;
            coverage = 0;
            storeys = 0;
            height = 0;
        }
        if (site.zones().stream().anyMatch(zone -> zone.code().equals("S121"))) {
            numbers.put(NumberName.STREET_WALL, 1300L);
            numbers.put(NumberName.TOP_SETBACK, 300L);
        }
    }

    private void derived(List<Limits> base) {
        long reachable = Math.min(density, coverage * storeys);
        long buildable = floor(BigDecimal.valueOf(effective)
                        .multiply(BigDecimal.valueOf(reachable))
                        .movePointLeft(5))
                * 100;
        long ground = floor(BigDecimal.valueOf(effective)
                .multiply(BigDecimal.valueOf(coverage))
                .movePointLeft(3));
        long open = base.stream().mapToLong(Limits::openPerUnit).max().orElseThrow();
        numbers.put(NumberName.DENSITY, density);
        numbers.put(NumberName.COVERAGE, coverage);
        numbers.put(NumberName.FLOORS, storeys);
        numbers.put(NumberName.HEIGHT, height);
        numbers.put(
                NumberName.FRONT_SETBACK,
                base.stream().mapToLong(Limits::frontSetback).max().orElseThrow());
        numbers.put(NumberName.REACHABLE_DENSITY, reachable);
        numbers.put(NumberName.BUILDABLE_AREA, buildable);
        numbers.put(NumberName.OPEN_SPACE, effective - ground);
        Long units = null;
        if (open > 0 && !use.equals("NONE")) {
            units = buildable == 0 ? 0 : (effective - ground) / open;
            numbers.put(NumberName.UNITS, units);
            numbers.put(NumberName.OPEN_SPACE_PER_UNIT, open);
        }
        if (storeys > 0 && !use.equals("NONE")) {
            numbers.put(NumberName.LIGHT_WELL, storeys <= 4 ? 1200 : effective * 6 / 100);
        }
        numbers.put(NumberName.PROJECTION, width < 1200 ? 0 : Math.min(width / 20, 120));
        parking(base, units, buildable, ground);
    }

    private void parking(List<Limits> base, Long units, long buildable, long ground) {
        BigDecimal most = BigDecimal.ZERO;
        for (Limits limits : base) {
            BigDecimal amount = BigDecimal.valueOf(limits.parking().amount());
            Parking.Kind kind = limits.parking().kind();
            BigDecimal spaces = BigDecimal.ZERO;
            if (kind == Parking.Kind.PER_AREA) {
                spaces = BigDecimal.valueOf(buildable).divide(amount, 0, RoundingMode.CEILING);
            } else if (kind == Parking.Kind.PER_ROOMS || kind != Parking.Kind.NONE && units == null) {
                return;
            } else if (kind != Parking.Kind.NONE) {
                spaces = amount.multiply(BigDecimal.valueOf(units)).movePointLeft(2);
            }
            if (kind == Parking.Kind.PER_UNIT_AND_SHOP) {
                long shopStoreys = use.equals("TWO_SHOP_DWELLING") ? 2 : use.equals("SHOP_DWELLING") ? 1 : 0;
                long shop = Math.min(buildable, Math.min(shopStoreys, storeys) * ground);
                spaces = spaces.add(BigDecimal.valueOf(shop).divide(BigDecimal.valueOf(5000)));
            }
            most = most.max(spaces.setScale(0, RoundingMode.CEILING));
        }
        numbers.put(NumberName.PARKING, most.longValueExact());
        numbers.put(NumberName.PARKING_SHORTAGE, most.longValueExact() >= 5 ? 1L : 0L);
    }

    private List<Site.Concern> in(LayerKind layer) {
        return site.concerns().stream()
                .filter(c -> c.layer() == layer && c.distance() == 0)
                .toList();
    }

    /** Half a percent short of the whole is the whole. */
    private BigDecimal share(LayerKind layer) {
        return in(layer).stream().map(this::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal share(Site.Concern part) {
        BigDecimal share = BigDecimal.valueOf(part.area())
                .divide(BigDecimal.valueOf(Math.max(1, site.area())), 30, RoundingMode.HALF_UP);
        return share.compareTo(new BigDecimal("0.995")) >= 0 ? BigDecimal.ONE : share;
    }

    private static long floor(BigDecimal number) {
        // Thirty digits of a third, times three, are a whole again.
        return number.setScale(20, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
