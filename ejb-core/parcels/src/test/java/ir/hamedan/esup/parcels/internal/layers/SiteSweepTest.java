package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.SiteSweep;
import ir.hamedan.esup.parcels.api.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SiteSweepTest {
    private static final LocalDate TODAY = CityLayers.TODAY;
    private static final Instant NOW = CityLayers.NOW;

    private static final Set<String> REFUSED = Set.of("parcels.code-replaced", "parcels.registered-later");

    private static SiteSweep sweep(CityLayers city) {
        SiteSweepBean bean = new SiteSweepBean();
        bean.source = city.database.application();
        return bean;
    }

    private static List<Site> all(SiteSweep sweep, int piece, LocalDate on, Instant known) {
        List<Site> sites = new ArrayList<>();
        Optional<RenewalCode> place = Optional.empty();
        SiteSweep.Piece next;
        do {
            next = sweep.after(place, piece, on, known);
            assertTrue(next.sites().size() <= piece);
            sites.addAll(next.sites());
            place = next.end(place);
        } while (!next.complete());
        return sites;
    }

    /** What asking for each parcel by itself gives, without those that were replaced or not yet registered. */
    private static List<Site> oneByOne(RandomCity random, LocalDate on, Instant known) {
        Sites sites = random.city.sites();
        List<Site> each = new ArrayList<>();
        for (RenewalCode code : random.parcels.stream().sorted().toList()) {
            try {
                each.add(sites.of(code, on, known));
            } catch (Problem problem) {
                assertTrue(REFUSED.contains(problem.code()), problem.code());
            }
        }
        return each;
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void the_sweep_says_of_every_parcel_what_asking_for_it_alone_says(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int piece) {
        RandomCity random = new RandomCity(seed);
        SiteSweep sweep = sweep(random.city);
        List<Site> expected = oneByOne(random, TODAY, NOW);
        List<Site> swept = all(sweep, piece, TODAY, NOW);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), swept.get(i));
        }
        assertEquals(expected.size(), swept.size());
        assertEquals(expected.size(), sweep.count(TODAY, NOW));
        Instant before = NOW.minusSeconds(1);
        List<Site> earlier = oneByOne(random, TODAY, before);
        assertEquals(earlier, all(sweep, piece, TODAY, before));
        assertEquals(earlier.size(), sweep.count(TODAY, before));
        assertTrue(earlier.size() < expected.size(), "some were registered since then");
    }

    /** Not each of them has all, but the comparison would be worth nothing if none had. */
    @Test
    void among_the_cities_compared_are_streets_and_zones_across_plots() {
        List<Site> sites = LongStream.rangeClosed(1, 3)
                .mapToObj(RandomCity::new)
                .flatMap(random -> all(sweep(random.city), 60, TODAY, NOW).stream())
                .toList();
        assertTrue(sites.stream().anyMatch(site -> !site.frontages().isEmpty()), "streets");
        assertTrue(sites.stream().anyMatch(site -> site.zones().size() > 1), "zones across plots");
    }

    @Test
    void a_city_without_parcels_is_one_empty_piece() {
        SiteSweep.Piece piece = sweep(new CityLayers()).after(Optional.empty(), 10, TODAY, NOW);
        assertEquals(List.of(), piece.sites());
        assertTrue(piece.complete());
        assertEquals(Optional.empty(), piece.end(Optional.empty()));
    }

    @Test
    void pieces_are_bounded() {
        SiteSweep sweep = sweep(new CityLayers());
        assertThrows(IllegalArgumentException.class, () -> sweep.after(Optional.empty(), 0, TODAY, NOW));
        assertThrows(
                IllegalArgumentException.class, () -> sweep.after(Optional.empty(), SiteSweep.MOST + 1, TODAY, NOW));
    }

    @Test
    void a_piece_asks_the_database_no_more_often_for_many_parcels_than_for_one() {
        CityLayers city = new CityLayers();
        Drawing drawing = new Drawing();
        for (int i = 1; i <= 40; i++) {
            RenewalCode code = RenewalCode.parse("1-1-1-" + i);
            city.register(code, 100_00);
            drawing.box(code.text(), "", i * 12, 0, i * 12 + 10, 10);
        }
        city.published(LayerKind.PARCEL, drawing, TODAY);
        SiteSweepBean bean = new SiteSweepBean();
        CountedSource counted = new CountedSource(city.database.application());
        bean.source = counted.source();
        assertEquals(1, bean.after(Optional.empty(), 1, TODAY, NOW).sites().size());
        int forOne = counted.taken();
        assertEquals(40, bean.after(Optional.empty(), 100, TODAY, NOW).sites().size());
        assertEquals(2 * forOne, counted.taken());
    }
}
