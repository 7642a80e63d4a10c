package ir.hamedan.esup.rulebooks.internal.store;

import static ir.hamedan.esup.rulebooks.demo.Altered.with;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Draft;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a workbook of 3,000 clauses and 2,000 rows takes from its bytes to a draft with all its findings, and how much
 * memory. To the demonstration book come zones with twenty plot bands each, every one for a wider street than the band below:
 * the most demanding table there is, since a narrow street leads from each band to all below it. In every tenth zone a band is
 * missing and another reaches into the next, so that there is something to find and to keep.
 */
public final class LargeBook {
    private static final int CLAUSES = 3_000;
    private static final int ROWS = 2_000;
    private static final int BANDS = 20;
    private static final String WORDS = "در این پهنه احداث بنا تا سقف تراکم مجاز و با رعایت سطح اشغال، تعداد طبقات، ارتفاع و"
            + " تأمین پارکینگ در همان قطعه مجاز است و هرگونه تغییر کاربری تنها با مصوبهٔ کمیسیون مادهٔ پنج پذیرفته می‌شود. ";

    private LargeBook() {}

    public static void main(String[] arguments) {
        byte[] file = Workbooks.write(book(), Messages.in(Messages.PERSIAN));
        Office house = new Office();
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long began = System.nanoTime();
        Draft draft = house.importFile(file);
        double seconds = (System.nanoTime() - began) / 1e9;
        long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        if (draft.faults() > 0 || draft.findings() == 0) {
            throw new IllegalStateException("a book that was to be read whole: " + draft);
        }
        System.out.printf(
                "import of %,d clauses and %,d rows, a workbook of %,d kB: %.1f s (aim: below 120), %,d findings; heap at most"
                        + " %d MiB of %d (aim: 512)%n",
                CLAUSES, ROWS, file.length / 1000, seconds, draft.findings(), peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        System.exit(0);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static RuleBook book() {
        RuleBook demo = DemoBook.book();
        List<Clause> clauses = new ArrayList<>(demo.clauses());
        for (int i = clauses.size(); i < CLAUSES; i++) {
            String number = "z" + i;
            clauses.add(new Clause(number, "بند " + i, demo.chapters().get(i % 2).number(), WORDS.repeat(1 + i % 4)));
        }
        List<Zone> zones = new ArrayList<>(demo.zones());
        List<Row> rows = new ArrayList<>(demo.rows());
        for (int zone = 0; rows.size() < ROWS; zone++) {
            zones.add(new Zone("X" + zone, "پهنهٔ " + zone));
            for (int band = 0; band < BANDS && rows.size() < ROWS; band++) {
                int from = band == 0 ? 0 : 100_00 + band * 50_00;
                int until = 150_00 + band * 50_00 + (zone % 10 == 3 && band == 5 ? 20_00 : 0);
                if (zone % 10 == 7 && band == 9) {
                    continue;
                }
                Row like = demo.rows().get(rows.size() % 20);
                rows.add(new Row(
                        "x" + rows.size(),
                        "X" + zone,
                        List.of("DWELLING"),
                        band == BANDS - 1 ? Band.from(from) : Band.of(from, until),
                        Band.from(band == 0 ? 0 : 4_00 + band * 1_00),
                        like.limits(),
                        List.of("z" + (100 + rows.size()), "z" + (900 + rows.size())),
                        Optional.empty()));
            }
        }
        return with(with(with(with(demo, "clauses", clauses), "zones", zones), "rows", rows), "goldens", List.of());
    }
}
