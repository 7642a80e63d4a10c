package ir.hamedan.esup.rulebooks.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The demonstration book that the product carries says what its definition says. */
class DemoWorkbookTest {
    private static final Path CARRIED = Path.of("src/main/resources/ir/hamedan/esup/rulebooks/demo/demonstration.xlsx");

    /** Redrawn by failing once. */
    @Test
    void the_carried_workbook_is_the_demonstration_book() throws IOException {
        var carried = Files.exists(CARRIED)
                ? Workbooks.read(Files.readAllBytes(CARRIED)).book()
                : Optional.empty();
        boolean same = carried.equals(Optional.of(DemoBook.book()));
        if (!same) {
            Files.createDirectories(CARRIED.getParent());
            Files.write(CARRIED, Workbooks.write(DemoBook.book(), Messages.in(Messages.PERSIAN)));
        }
        assertTrue(same, "the carried workbook was written anew");
    }
}
