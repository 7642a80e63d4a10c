package ir.hamedan.esup.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The table of the modules: where each lives, and whose api it may use. */
final class Modules {
    /** The root package of the product. */
    static final String PRODUCT = "ir.hamedan.esup";

    /** The repository; tests run in the directory of their module. */
    static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    /**
     * One module.
     *
     * @param directory below the repository
     * @param layer package below the root that holds all its classes
     * @param open package below the root that others may use; empty when nobody may
     * @param uses names of the modules whose open package it may use
     */
    record Module(String name, String directory, String layer, String open, Set<String> uses) {}

    private static final Set<String> APIS = Set.of(
            "kernel",
            "workbooks",
            "people",
            "parcels",
            "rulebooks",
            "ledger",
            "levies",
            "signing",
            "inquiries",
            "desk",
            "permits",
            "batch-jobs");

    private static final Module LAUNCHER = new Module("launcher", "launcher", "launcher", "", with("database"));

    private static final List<Module> BUILT = List.of(
            new Module("kernel", "ejb-core/kernel", "kernel", "kernel", Set.of()),
            new Module("database", "database", "database", "database", Set.of()),
            new Module("workbooks", "ejb-core/workbooks", "workbooks", "workbooks", Set.of("kernel")),
            business("people", "kernel"),
            business("parcels", "kernel"),
            business("ledger", "kernel"),
            business("signing", "kernel"),
            business("rulebooks", "kernel", "workbooks", "parcels", "signing"),
            business("levies", "kernel", "workbooks", "parcels", "ledger"),
            business("inquiries", "kernel", "people", "parcels", "levies", "ledger", "signing"),
            business("permits", "kernel", "people", "parcels", "rulebooks", "levies"),
            business("desk", "kernel", "people", "parcels", "rulebooks", "levies", "ledger", "signing"),
            new Module("batch-jobs", "batch-jobs", "jobs", "jobs.api", APIS),
            new Module("web-ui", "web-ui", "web", "web", APIS),
            new Module("web-citizen", "web-citizen", "citizen", "", with("web-ui")),
            new Module("web-notary", "web-notary", "notary", "", with("web-ui")),
            new Module("web-staff", "web-staff", "staff", "", with("web-ui")),
            // Readiness asks whether the schemas are of this version.
            new Module("web-api", "web-api", "restapi", "", with("web-ui", "database")));

    private Modules() {}

    private static Module business(String name, String... uses) {
        return new Module(name, "ejb-core/" + name, name, name + ".api", Set.of(uses));
    }

    private static Set<String> with(String... more) {
        Set<String> uses = new LinkedHashSet<>(APIS);
        uses.addAll(List.of(more));
        return Set.copyOf(uses);
    }

    /** All modules of the product, from the bottom of the table to its top. */
    static List<Module> all() {
        return Stream.concat(BUILT.stream(), Stream.of(LAUNCHER)).toList();
    }

    /** Those whose classes are there when these tests run; the launcher is built after the archive. */
    static List<Module> built() {
        return BUILT;
    }

    static Module launcher() {
        return LAUNCHER;
    }

    static Module named(String name) {
        return all().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** The module a package belongs to, under the given root package. */
    static Optional<Module> of(String packageName, String root) {
        return all().stream()
                .filter(m -> isWithin(packageName, root + "." + m.layer()))
                .findFirst();
    }

    static Optional<Module> of(JavaClass type, String root) {
        return of(type.getPackageName(), root);
    }

    /** Whether others may use what is in this package of the module. */
    static boolean isOpen(Module module, String packageName, String root) {
        return !module.open().isEmpty() && packageName.equals(root + "." + module.open());
    }

    /** The classes of the modules as they were built, without tests. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .importPaths(built().stream()
                        .map(m -> REPOSITORY.resolve(m.directory()).resolve("target/classes"))
                        .toList());
    }

    private static boolean isWithin(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
