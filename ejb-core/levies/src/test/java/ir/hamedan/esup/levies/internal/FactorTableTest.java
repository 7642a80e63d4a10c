package ir.hamedan.esup.levies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyUse;
import ir.hamedan.esup.levies.internal.FactorTable.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A table of factors covers every building, or it is told where it does not. */
class FactorTableTest {
    private static final LevyUse HOUSE = new LevyUse("HOUSE", "house", true);
    private static final Region ALL = new Region(0, Factor.NO_STOREYS_END, 0, Factor.NO_AREA_END);

    private static Factor factor(String use, int storeysFrom, int storeysUntil, long areaFrom, long areaUntil) {
        return new Factor(use, storeysFrom, storeysUntil, areaFrom, areaUntil, 1);
    }

    @Test
    void a_table_for_all_has_no_gap_and_an_empty_one_is_a_gap() {
        assertEquals(List.of(), FactorTable.gaps(List.of(Factor.of(Factor.ANY, 1)), HOUSE));
        assertEquals(List.of(), FactorTable.gaps(List.of(Factor.of(Factor.DWELLING, 1)), HOUSE));
        assertEquals(List.of(ALL), FactorTable.gaps(List.of(Factor.of(Factor.OTHER, 1)), HOUSE));
        assertEquals(List.of(ALL), FactorTable.gaps(List.of(Factor.of("SHOP", 1)), HOUSE));
    }

    @Test
    void a_planted_gap_is_told_as_one_region() {
        List<Factor> table = List.of(
                factor(Factor.ANY, 0, 3, 0, Factor.NO_AREA_END),
                factor(Factor.ANY, 3, 6, 0, 200_00),
                factor(Factor.ANY, 3, 5, 300_00, Factor.NO_AREA_END),
                factor("HOUSE", 5, 6, 300_00, Factor.NO_AREA_END),
                factor(Factor.DWELLING, 6, Factor.NO_STOREYS_END, 0, Factor.NO_AREA_END));

        assertEquals(List.of(new Region(3, 6, 200_00, 300_00)), FactorTable.gaps(table, HOUSE));
    }

    @Property(tries = 200)
    void every_building_has_a_factor_or_lies_in_exactly_one_region_that_is_told(@ForAll long seed) {
        Random random = new Random(seed);
        List<Factor> table = new ArrayList<>();
        for (int i = 0; i < random.nextInt(12); i++) {
            int storeys = random.nextInt(6);
            long area = random.nextInt(6);
            table.add(factor(
                    List.of("HOUSE", Factor.DWELLING, Factor.ANY, Factor.OTHER, "SHOP")
                            .get(random.nextInt(5)),
                    storeys,
                    random.nextInt(4) == 0 ? Factor.NO_STOREYS_END : storeys + 1 + random.nextInt(4),
                    area,
                    random.nextInt(4) == 0 ? Factor.NO_AREA_END : area + 1 + random.nextInt(4)));
        }
        List<Region> gaps = FactorTable.gaps(table, HOUSE);
        for (int storeys = 0; storeys < 12; storeys++) {
            for (long area = 0; area < 12; area++) {
                int at = storeys;
                long of = area;
                boolean covered = table.stream()
                        .anyMatch(factor -> !factor.use().equals(Factor.OTHER)
                                && !factor.use().equals("SHOP")
                                && factor.fits(at, of));
                long told = gaps.stream()
                        .filter(gap -> at >= gap.storeysFrom()
                                && at < gap.storeysUntil()
                                && of >= gap.areaFrom()
                                && of < gap.areaUntil())
                        .count();
                assertEquals(covered ? 0 : 1, told, () -> at + " " + of + " " + table + " " + gaps);
            }
        }
        assertTrue(gaps.size() <= 200);
    }
}
