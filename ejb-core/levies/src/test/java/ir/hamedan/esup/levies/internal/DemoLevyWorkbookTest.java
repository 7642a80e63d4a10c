package ir.hamedan.esup.levies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.levies.api.LevyExample.Tried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The demonstration levy book that the product carries says what its definition says, and its examples come out. */
class DemoLevyWorkbookTest {
    private static final Path CARRIED = Path.of("src/main/resources/ir/hamedan/esup/levies/demo/demonstration.xlsx");

    /** Redrawn by failing once. */
    @Test
    void the_carried_workbook_is_the_demonstration_book() throws IOException {
        var carried = Files.exists(CARRIED)
                ? LevyWorkbooks.read(Files.readAllBytes(CARRIED)).book()
                : Optional.empty();
        boolean same = carried.equals(Optional.of(DemoLevyBook.workbook()));
        if (!same) {
            Files.createDirectories(CARRIED.getParent());
            Files.write(CARRIED, LevyWorkbooks.write(DemoLevyBook.workbook(), Messages.in(Messages.PERSIAN)));
        }
        assertTrue(same, "the carried workbook was written anew");
    }

    @Test
    void every_example_comes_out_as_it_was_worked_out_by_hand() {
        List<Tried> tried = new Examples(DemoLevyBook.workbook()).all();

        assertEquals(4, tried.size());
        tried.forEach(
                one -> assertEquals(List.of(), one.differences(), one.example().id()));
    }
}
