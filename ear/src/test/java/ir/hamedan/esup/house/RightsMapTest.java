package ir.hamedan.esup.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RightsMapTest {
    private static final Path PAGE = Modules.REPOSITORY.resolve("docs/rights.md");

    /** A page that is out of date is written anew and fails once. */
    @Test
    void the_page_in_the_documents_is_how_the_rights_are() throws IOException {
        String drawn = new RightsMap(Modules.classes()).drawn();
        String kept = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!kept.equals(drawn)) {
            Files.writeString(PAGE, drawn);
        }
        assertEquals(drawn, kept, "docs/rights.md was out of date and is written anew: look at it, and commit it");
    }
}
