package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Sites and suppositions of every kind, many of them right at the edge of a band. */
final class RandomSites {
    private static final int[] EDGES = {100, 150, 200, 300, 350, 400, 500, 1000, 2000, 5000};
    private static final int[] STREETS = {4, 6, 8, 10, 12, 14, 16, 18, 24, 30, 36};

    private static final List<LockKind> LOCKS = List.of(LockKind.values());

    private final RuleBook book;
    private final Random random;

    RandomSites(RuleBook book, Random random) {
        this.book = book;
        this.random = random;
    }

    Site site() {
        long area = chance(2) ? 0 : area();
        List<Site.Frontage> frontages = frontages(area);
        List<Site.Corner> corners = new ArrayList<>();
        if (frontages.size() > 1 && chance(70)) {
            corners.add(new Site.Corner("s0", "s1", 30 + random.nextInt(150)));
        }
        long deed = chance(50) ? area : chance(20) ? 0 : Math.max(0, area - 20_00 + random.nextInt(40_00));
        Site site = Places.plot(deed, area, zones(area), frontages, corners, concerns(area));
        return unknown(site);
    }

    /** The last one is put on a band's edge by what the plot loses, not by its area. */
    private long area() {
        long edge = EDGES[random.nextInt(EDGES.length)] * 100L;
        return switch (random.nextInt(4)) {
            case 0 -> edge + random.nextInt(3) - 1;
            case 1 -> edge + 12_00;
            case 2 -> 40_00 + random.nextInt(300_00);
            default -> 40_00 + random.nextInt(6000_00);
        };
    }

    private List<Site.Zone> zones(long area) {
        String first = zone();
        if (chance(85) || area < 100) {
            return chance(1) ? List.of() : List.of(new Site.Zone(first, first, area));
        }
        String second = chance(60) ? first.substring(0, 2) + "12".charAt(random.nextInt(2)) + "1" : zone();
        long part = area / 2 + random.nextInt((int) (area / 2));
        return List.of(new Site.Zone(first, first, part), new Site.Zone(second, second, area - part));
    }

    private String zone() {
        return chance(1)
                ? "X999"
                : book.zones().get(random.nextInt(book.zones().size())).code();
    }

    private List<Site.Frontage> frontages(long area) {
        List<Site.Frontage> frontages = new ArrayList<>();
        int count = chance(4) ? 0 : chance(70) ? 1 : 2;
        for (int i = 0; i < count; i++) {
            int metres = chance(35) ? 36 : STREETS[random.nextInt(STREETS.length)];
            int width = metres * 100 + (chance(30) ? random.nextInt(3) - 1 : 0);
            long widening = chance(60) ? 0 : chance(60) ? 12_00 : random.nextInt((int) (area / 3 + 1));
            frontages.add(new Site.Frontage("s" + i, "s" + i, width, width + random.nextInt(400), 10_00, widening));
        }
        return frontages;
    }

    private List<Site.Concern> concerns(long area) {
        List<Site.Concern> all = new ArrayList<>();
        if (chance(25)) {
            String[] grades = {"CORE", "BUFFER_1", "BUFFER_2", "BUFFER_2", "LANDSCAPE", "LANDSCAPE"};
            all.add(Places.in(LayerKind.HERITAGE, grades[random.nextInt(grades.length)], 0, part(area)));
        }
        if (chance(30)) {
            all.add(Places.in(LayerKind.WORN_OUT, "", 0, part(area)));
        }
        if (chance(30)) {
            long first = part(area);
            all.add(Places.in(LayerKind.SLOPE, "", slope(), first));
            if (first < area * 9 / 10) {
                all.add(new Site.Concern(
                        LayerKind.SLOPE, "second", "", "", slope(), Math.min(area - first, area / 10), 0));
            }
        }
        if (chance(8)) {
            all.add(Places.near(LayerKind.RIVER, new long[] {0, 14_99, 15_00, 30_00, 30_01}[random.nextInt(5)]));
        }
        if (chance(8)) {
            all.add(Places.near(LayerKind.FAULT, new long[] {0, 9_99, 10_00, 50_00, 50_01}[random.nextInt(5)]));
        }
        if (chance(10)) {
            all.add(Places.in(LayerKind.AIRPORT, "", 1750_00 + random.nextInt(30_00), part(area)));
        }
        if (chance(10)) {
            all.add(Places.in(LayerKind.SECURITY, "", 0, part(area)));
        }
        if (chance(4)) {
            all.add(Places.in(LayerKind.GARDEN, "", 0, part(area)));
        }
        if (chance(5)) {
            all.add(Places.in(LayerKind.ROAD_PLAN, "", 0, part(area)));
        }
        return all;
    }

    private long part(long area) {
        return chance(50) ? area : chance(20) ? area / 2 : chance(20) ? area - area / 300 : area / 100 + 1;
    }

    private long slope() {
        return new long[] {0, 99, 100, 120, 149, 150, 200, 250, 251}[random.nextInt(chance(80) ? 8 : 9)];
    }

    private Site unknown(Site site) {
        if (chance(85)) {
            return site;
        }
        LayerKind[] kinds = {
            LayerKind.HERITAGE,
            LayerKind.WORN_OUT,
            LayerKind.RIVER,
            LayerKind.SLOPE,
            LayerKind.AIRPORT,
            LayerKind.STREET,
            LayerKind.ROAD_PLAN
        };
        return Places.without(site, kinds[random.nextInt(kinds.length)]);
    }

    Given given(Site site) {
        Given given = Given.NOTHING.withMerged(chance(70) ? 1 : 2 + random.nextInt(3));
        if (chance(20)) {
            given = given.withCeded(random.nextInt((int) (site.area() / 4 + 1)));
        }
        if (chance(15)) {
            Limits limits = new Limits(
                    random.nextInt(500) * 10,
                    random.nextInt(101) * 10,
                    random.nextInt(10),
                    chance(50),
                    random.nextInt(40_00),
                    random.nextInt(3) * 15_00,
                    chance(50) ? Parking.NONE : new Parking(Parking.Kind.PER_UNIT, 150),
                    random.nextInt(5_00));
            given = given.withDecision(new Decision("12/405", LocalDate.of(2026, 3, 30), "map", limits));
        }
        if (chance(50)) {
            given = given.withGroundLevel(1750_00 + random.nextInt(15_00));
        }
        return chance(90) ? given : given.withLocks(Set.of(LOCKS.get(random.nextInt(LOCKS.size()))));
    }

    /** Mostly one the first zone permits. */
    String use(Site site) {
        List<Row> rows = book.rows().stream()
                .filter(row -> !site.zones().isEmpty()
                        && row.zone().equals(site.zones().get(0).code()))
                .toList();
        boolean garden = site.concerns().stream().anyMatch(c -> c.layer() == LayerKind.GARDEN);
        if (garden && chance(60)) {
            return "GARDEN_HOUSE";
        }
        if (rows.isEmpty() || chance(3)) {
            return book.uses().get(random.nextInt(book.uses().size())).code();
        }
        List<String> uses = rows.get(random.nextInt(rows.size())).uses();
        return uses.get(random.nextInt(uses.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
