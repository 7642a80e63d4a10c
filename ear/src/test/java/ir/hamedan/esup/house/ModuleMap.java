package ir.hamedan.esup.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import ir.hamedan.esup.house.Modules.Module;
import ir.hamedan.esup.house.Sources.Source;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which module uses which, as it really is: from the classes, and of the launcher from its sources. */
final class ModuleMap {
    private static final Pattern NAMED = Pattern.compile("\\bir\\.hamedan\\.esup(?:\\.[a-z]+)+");

    private final JavaClasses classes;
    private final Collection<Source> sources;

    ModuleMap(JavaClasses classes, Collection<Source> sources) {
        this.classes = classes;
        this.sources = sources;
    }

    /** Names of the modules it uses, in the order of the table. */
    List<String> uses(Module module) {
        Set<String> found = module.equals(Modules.launcher()) ? named(module) : depended(module);
        return Modules.all().stream().map(Module::name).filter(found::contains).toList();
    }

    /** Names of the facades: the interfaces a module gives to others. */
    List<String> facades(Module module) {
        return classes.stream()
                .filter(type -> type.isInterface() && !type.isAnnotation() && type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type ->
                        Modules.of(type, Modules.PRODUCT).filter(module::equals).isPresent())
                .filter(type -> module.open().endsWith(".api")
                        && Modules.isOpen(module, type.getPackageName(), Modules.PRODUCT))
                .map(JavaClass::getSimpleName)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private Set<String> depended(Module module) {
        return classes.stream()
                .filter(type ->
                        Modules.of(type, Modules.PRODUCT).filter(module::equals).isPresent())
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(dependency ->
                        Modules.of(dependency.getTargetClass().getBaseComponentType(), Modules.PRODUCT).stream())
                .filter(other -> !other.equals(module))
                .map(Module::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> named(Module module) {
        return sources.stream()
                .filter(source -> source.isJava() && source.isProduct())
                .filter(source -> source.path().startsWith(module.directory() + "/"))
                .flatMap(source -> packages(source.code()).stream())
                .flatMap(name -> Modules.of(name, Modules.PRODUCT).stream())
                .filter(other -> !other.equals(module))
                .map(Module::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages of the product that a source names, imported or spelt out. */
    static Set<String> packages(String code) {
        return NAMED.matcher(code).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The page docs/modules.md. */
    String drawn() {
        StringBuilder page = new StringBuilder("""
                # Modules

                Drawn by a test from the classes as they are. An arrow means: uses the api of. Every module but `database`
                also uses `kernel`; those arrows are left out.

                ```mermaid
                flowchart TD
                """);
        for (Module module : Modules.all()) {
            page.append("    ").append(module.name()).append('\n');
        }
        for (Module module : Modules.all()) {
            for (String used : uses(module)) {
                if (!used.equals("kernel")) {
                    page.append("    %s --> %s%n".formatted(module.name(), used));
                }
            }
        }
        page.append("```\n\n| module | uses | facades |\n|---|---|---|\n");
        for (Module module : Modules.all()) {
            page.append("| %s | %s | %s |%n".formatted(module.name(), cell(uses(module)), cell(facades(module))));
        }
        return page.toString();
    }

    private static String cell(List<String> words) {
        return words.isEmpty() ? "-" : String.join(", ", words);
    }
}
