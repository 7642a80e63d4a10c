package ir.hamedan.esup.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import ir.hamedan.esup.house.Modules.Module;
import jakarta.ejb.ApplicationException;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Who may use whom. Each rule is made for a root package, so that it can be tried on planted classes. */
final class ModuleRules {
    private ModuleRules() {}

    /** Calls go up the table only, and the portals never know each other. */
    static ArchRule neighbours(String root) {
        return classes().should(reach(root, "use only modules that the table allows", (from, dependency) -> {
            Optional<Module> to = Modules.of(dependency.getTargetClass().getBaseComponentType(), root);
            return to.isEmpty()
                    || to.get().equals(from)
                    || from.uses().contains(to.get().name());
        }));
    }

    /** What a module does not export is its own: neither the compiler nor the server stops anybody. */
    static ArchRule internals(String root) {
        return classes().should(reach(root, "use only the open package of another module", (from, dependency) -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            Optional<Module> to = Modules.of(target, root);
            return to.isEmpty() || to.get().equals(from) || Modules.isOpen(to.get(), target.getPackageName(), root);
        }));
    }

    /** An api that names an internal class to its caller cannot be used by anybody. */
    static ArchRule apis(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..api..")
                .should(new ArchCondition<>("name no internal class to their callers") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        signatures(type)
                                .filter(named -> named.getPackageName().contains(".internal"))
                                .forEach(named -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " names " + named.getName())));
                    }
                });
    }

    private static Stream<JavaClass> signatures(JavaClass type) {
        Stream<JavaClass> types = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
        Stream<JavaClass> units = type.getCodeUnits().stream()
                .filter(ModuleRules::isOffered)
                .flatMap(unit -> Stream.of(
                                Stream.of(unit.getRawReturnType()),
                                unit.getRawParameterTypes().stream(),
                                unit.getThrowsClause().getTypes().stream())
                        .flatMap(c -> c));
        Stream<JavaClass> fields =
                type.getFields().stream().filter(ModuleRules::isOffered).map(field -> field.getRawType());
        return Stream.of(types, units, fields).flatMap(c -> c).map(JavaClass::getBaseComponentType);
    }

    private static boolean isOffered(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    /** The kernel is what all speak: it drags nothing along. */
    static ArchRule kernel(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".kernel..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                root + ".kernel..",
                                "java..",
                                "javax.sql..",
                                "jakarta.annotation..",
                                "jakarta.persistence..",
                                "com.ibm.icu..")
                        .or(type(ApplicationException.class).as("the annotation of Problem"))
                        .or(describe("primitive", JavaClass::isPrimitive))
                        .or(describe("arrays", JavaClass::isArray)));
    }

    private static ArchCondition<JavaClass> reach(
            String root, String description, BiPredicate<Module, Dependency> allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Modules.of(type, root).ifPresent(from -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !allowed.test(from, dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()))));
            }
        };
    }
}
