package ir.hamedan.esup.house;

import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Remote;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How the code is written. Each rule is made for a root package, so that it can be tried on planted classes. */
final class CodeRules {
    private static final Set<Class<? extends Annotation>> BEANS =
            Set.of(ApplicationScoped.class, RequestScoped.class, SessionScoped.class, Stateless.class, Singleton.class);

    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    private CodeRules() {}

    /** Time comes from the injected clock; one class makes it. */
    static ArchRule clock(String root) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".people.internal.ClockSource")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("the time is read", CodeRules::readsTime));
    }

    private static boolean readsTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean clocked = call.getTarget().getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(Clock.class));
        return switch (call.getTarget().getName()) {
            case "now" -> owner.startsWith("java.time.") && !clocked;
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "<init>" ->
                owner.equals(Date.class.getName())
                        && call.getTarget().getRawParameterTypes().isEmpty();
            default ->
                owner.equals(Clock.class.getName())
                        && call.getTarget().getName().startsWith("system");
        };
    }

    /** Money is a whole number of rials: a module that counts it knows no floating number at all. */
    static ArchRule money(String root) {
        return classes()
                .that()
                .resideInAnyPackage(root + ".ledger..", root + ".levies..")
                .should(new ArchCondition<>("know no float and no double") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        floating(type).forEach(use -> events.add(SimpleConditionEvent.violated(type, use)));
                    }
                });
    }

    private static Stream<String> floating(JavaClass type) {
        Stream<String> declared = Stream.concat(
                type.getFields().stream()
                        .filter(f -> FLOATING.contains(f.getRawType().getName()))
                        .map(f -> f.getFullName()),
                type.getCodeUnits().stream()
                        .filter(c -> Stream.concat(Stream.of(c.getRawReturnType()), c.getRawParameterTypes().stream())
                                .anyMatch(t -> FLOATING.contains(t.getName())))
                        .map(c -> c.getFullName()));
        Stream<String> called = type.getCodeUnitCallsFromSelf().stream()
                .map(c -> (JavaCall<?>) c)
                .filter(c -> Stream.concat(
                                Stream.of(c.getTarget().getRawReturnType()),
                                c.getTarget().getRawParameterTypes().stream())
                        .anyMatch(t -> FLOATING.contains(t.getName())))
                .map(c -> c.getDescription());
        return Stream.concat(declared, called);
    }

    /** Resources are injected; readiness alone asks by name, since the data source may not be there. */
    static ArchRule names(String root) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".restapi.DatabaseReady")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.naming..");
    }

    /** Rights stand at the business methods: one without a word on rights is open to whoever finds it. */
    static ArchRule rights(String root) {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..internal..")
                .and(are(DescribedPredicate.<JavaMethod>describe(
                        "not static", m -> !m.getModifiers().contains(STATIC))))
                .should(new ArchCondition<>("say who may call them") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!saysWho(method)) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is open to all"));
                        }
                    }
                });
    }

    private static boolean saysWho(JavaMethod method) {
        return Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
                .anyMatch(right ->
                        method.isAnnotatedWith(right) || method.getOwner().isAnnotatedWith(right));
    }

    /** One exception, many codes: a bug is an IllegalStateException, all else a Problem. */
    static ArchRule exceptions(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..internal..")
                .or()
                .resideInAPackage(root + "..api..")
                .should()
                .beAssignableTo(Throwable.class);
    }

    /** Several nodes work on one database, and none keeps anything of its own. */
    static ArchRule state(String root) {
        return fields().that()
                .areStatic()
                .and(DescribedPredicate.describe(
                        "not made by the compiler", f -> !f.getName().contains("$")))
                .should()
                .beFinal();
    }

    /** Where a bean is injected there is a proxy, whose fields are empty. */
    static ArchRule proxies(String root) {
        return classes().should(new ArchCondition<>("leave the fields of beans to their own class") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> BEANS.stream().anyMatch(access.getTargetOwner()::isAnnotatedWith))
                        .filter(access -> !outermost(access.getTargetOwner()).equals(outermost(type)))
                        .filter(access -> access.getTarget()
                                .resolveMember()
                                .map(field -> !field.getModifiers().contains(STATIC))
                                .orElse(true))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        });
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CodeRules::outermost).orElse(type);
    }

    /** Words of the field, not of the framework: a bean is the bean of its facade, and nothing is a helper. */
    static ArchRule words(String root) {
        List<String> refused = List.of(
                "Impl", "Dto", "Util", "Utils", "Helper", "Repository", "Assembler", "Manager", "Command", "Mediator");
        return noClasses().should(new ArchCondition<>("be called after its pattern, or live in a drawer") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean drawer = Set.of("util", "common", "dto", "service", "helper")
                        .contains(type.getPackageName().replaceFirst(".*\\.", ""));
                boolean pattern = refused.stream().anyMatch(type.getSimpleName()::endsWith);
                events.add(new SimpleConditionEvent(
                        type, drawer || pattern, type.getName() + " is named after a pattern or a drawer"));
            }
        });
    }

    /** Nothing is called over the wire but the interface for machines. */
    static ArchRule remote(String root) {
        return noClasses().should().beAnnotatedWith(Remote.class);
    }
}
