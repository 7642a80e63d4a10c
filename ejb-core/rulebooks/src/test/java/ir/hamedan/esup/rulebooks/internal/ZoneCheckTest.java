package ir.hamedan.esup.rulebooks.internal;

import static ir.hamedan.esup.rulebooks.internal.PlannedTown.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.ZoneDifference;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.ZoneDifferences;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ZoneCheckTest {
    private final PlannedTown town = new PlannedTown();
    private final long draft = town.house.importBook(Office.version("2")).id();

    private ZoneDifferences zones() {
        return town.house.office.zones(draft, TODAY.plusDays(3));
    }

    private static List<String> codes(List<ZoneDifference> zones) {
        return zones.stream().map(ZoneDifference::code).toList();
    }

    @Test
    void a_zone_of_the_map_that_the_book_does_not_know_is_named_with_its_parcels_once_they_were_counted() {
        town.owner().run("""
                insert into parcels.layer_setting (kind, name, valid_from, value, basis, set_at)
                values ('ZONE', 'codes', ?, '*', 'آزمون', ?)""", TODAY, town.now());
        town.everywhere(LayerKind.ZONE, "\"code\":\"Z999\"");
        ZoneDifferences before = zones();
        assertTrue(before.drawn());
        assertEquals(List.of(new ZoneDifference("Z999", "", 1, OptionalLong.empty())), before.unknown());
        assertEquals(DemoBook.book().zones().size(), before.without().size(), "no land has any of its zones");

        Report report = town.house.impact(draft, TODAY.plusDays(3));
        long plots = town.house.reports.parcels(report.id(), Optional.empty(), new Page.Request(0, 200)).rows().stream()
                .filter(parcel -> parcel.zone().equals("Z999"))
                .count();
        assertTrue(plots > 50, plots + " plots are drawn");
        assertEquals(List.of(new ZoneDifference("Z999", "", 1, OptionalLong.of(plots))), zones().unknown());
        town.house.publish(draft, TODAY.plusDays(3), "planner-1");
        assertEquals(
                BookState.PUBLISHED,
                town.house.publish(draft, TODAY.plusDays(3), "planner-2").state(),
                "it is a warning");
    }

    @Test
    void zones_of_the_book_without_land_are_named_with_their_titles() {
        town.market();
        ZoneDifferences zones = zones();
        assertEquals(List.of(), zones.unknown());
        assertFalse(codes(zones.without()).contains("M111"));
        assertEquals(DemoBook.book().zones().size() - 1, zones.without().size());
        assertTrue(zones.without().stream().noneMatch(zone -> zone.title().isEmpty()));
        assertFalse(zones.isNone());
    }

    @Test
    void without_a_layer_nothing_is_compared() {
        assertFalse(town.house.office.zones(draft, TODAY.minusYears(60)).drawn());
    }
}
