package ir.hamedan.esup.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import ir.hamedan.esup.house.Modules.Module;
import ir.hamedan.esup.house.Sources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModuleMapTest {
    private static final Path PAGE = Modules.REPOSITORY.resolve("docs/modules.md");

    private static List<Source> sources;
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        sources = Sources.all();
        classes = Modules.classes();
    }

    /** A page that is out of date is written anew and fails once. */
    @Test
    void the_page_in_the_documents_is_how_the_modules_are() throws IOException {
        String drawn = new ModuleMap(classes, sources).drawn();
        String kept = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!kept.equals(drawn)) {
            Files.writeString(PAGE, drawn);
        }
        assertEquals(drawn, kept, "docs/modules.md was out of date and is written anew: look at it, and commit it");
    }

    /** The launcher is built after the archive these tests come with, so its sources are read instead of its classes. */
    @Test
    void the_launcher_uses_only_what_the_table_allows() {
        assertEquals(Set.of(), strays(sources));
    }

    @Test
    void a_launcher_that_opens_a_module_or_a_portal_is_found() {
        Source opening = new Source(
                "launcher/src/main/java/X.java",
                "import ir.hamedan.esup.ledger.internal.BillsBean;\nimport ir.hamedan.esup.staff.QueuePage;\n");

        assertEquals(Set.of("ir.hamedan.esup.ledger.internal", "ir.hamedan.esup.staff"), strays(List.of(opening)));
    }

    /** The demo provider is another company's system: it knows nothing of us. */
    @Test
    void the_demo_provider_knows_no_module() {
        assertTrue(sources.stream().anyMatch(s -> s.path().startsWith("demo-provider/src/main/java/")));
        for (Source source : sources) {
            if (source.isJava() && source.path().startsWith("demo-provider/src/main/")) {
                assertFalse(
                        ModuleMap.packages(source.code()).stream().anyMatch(name -> Modules.of(name, Modules.PRODUCT)
                                .isPresent()),
                        source.path());
            }
        }
    }

    private static Set<String> strays(List<Source> sources) {
        Module launcher = Modules.launcher();
        Set<String> strays = new TreeSet<>();
        for (Source source : sources) {
            if (source.isJava() && source.path().startsWith("launcher/src/main/")) {
                for (String name : ModuleMap.packages(source.code())) {
                    Modules.of(name, Modules.PRODUCT)
                            .filter(module -> !module.equals(launcher))
                            .filter(module -> !launcher.uses().contains(module.name())
                                    || !Modules.isOpen(module, name, Modules.PRODUCT))
                            .ifPresent(module -> strays.add(name));
                }
            }
        }
        return strays;
    }
}
