package ir.hamedan.esup.rulebooks.internal.impact;

import static ir.hamedan.esup.rulebooks.demo.Altered.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.rulebooks.api.ImpactReports.Dimension;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.demo.GeneratedCity;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The whole city of 200,000 plots: too large for every build, with -Pfull. */
@EnabledIfSystemProperty(named = "esup.full", matches = "true")
class ImpactSizeTest {
    @Test
    void the_impact_on_two_hundred_thousand_plots_is_known_within_five_minutes() {
        int columns = Integer.getInteger("esup.impact.columns", 100);
        Office house = new Office();
        GeneratedCity city = new GeneratedCity(columns, 100);
        long began = System.nanoTime();
        city.load(house.database.owner(), house.clock.instant());
        System.out.println(city.plots() + " plots loaded in " + seconds(began) + " s");
        house.published(Office.version("1"), Office.TODAY);
        List<Row> rows = new ArrayList<>(Office.version("2").rows());
        Row twelve = rows.get(11);
        rows.set(11, with(twelve, "limits", with(twelve.limits(), "density", 2800)));
        long book = house.importBook(with(with(Office.version("2"), "rows", rows), "goldens", List.of()))
                .id();
        long start = System.nanoTime();
        Report report = house.database.transaction(() -> house.reports.open(book, Office.TODAY.plusDays(10)));
        long most = 0;
        while (!report.isComplete()) {
            long id = report.id();
            report = house.database.transaction(() -> house.reports.work(id, 2_000));
            most = Math.max(
                    most,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        long took = seconds(start);
        System.out.println(report.done() + " plots under two books in " + took + " s, heap at most " + (most >> 20)
                + " MiB of " + (Runtime.getRuntime().maxMemory() >> 20));
        house.reports.sums(report.id(), Dimension.ALL).forEach(System.out::println);
        assertEquals(city.plots(), report.done());
        assertTrue(took < Duration.ofMinutes(5).toSeconds(), took + " s");
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }
}
