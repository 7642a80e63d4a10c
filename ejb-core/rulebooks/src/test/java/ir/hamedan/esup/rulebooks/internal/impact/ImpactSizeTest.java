package ir.hamedan.esup.rulebooks.internal.impact;

import static ir.hamedan.esup.rulebooks.demo.Altered.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.rulebooks.api.ImpactReports.Dimension;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.demo.GeneratedCity;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import ir.hamedan.esup.testing.Form;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole city, with -Pfull of 200,000 plots: what it took is printed. */
class ImpactSizeTest {
    @Test
    void the_impact_on_every_plot_of_a_city_is_known() {
        Office house = new Office();
        GeneratedCity city = new GeneratedCity(Form.of(2, 100), Form.of(5, 100));
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
            report = house.database.transaction(() -> house.reports.work(id, Form.of(70, 2_000)));
            most = Math.max(
                    most,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        long took = seconds(start);
        System.out.println(report.done() + " plots under two books in " + took + " s, heap at most " + (most >> 20)
                + " MiB of " + (Runtime.getRuntime().maxMemory() >> 20));
        house.reports.sums(report.id(), Dimension.ALL).forEach(System.out::println);
        assertEquals(city.plots(), report.done());
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }
}
