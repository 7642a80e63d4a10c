package ir.hamedan.esup.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import ir.hamedan.esup.kernel.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may call what: every method of every facade of a module that a session bean answers, as its annotations say. */
final class RightsMap {
    private static final List<String> ROLES =
            Stream.concat(Roles.GRANTABLE.stream(), Stream.of(Roles.SYSTEM)).toList();

    private static final Set<String> EVERYBODY = Set.of("*");

    private final List<Class<?>> beans;

    RightsMap(JavaClasses classes) {
        this.beans = classes.stream()
                .filter(type ->
                        type.isAnnotatedWith("jakarta.ejb.Stateless") || type.isAnnotatedWith("jakarta.ejb.Singleton"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** The roles by facade and method. */
    private Map<String, Set<String>> rights() {
        Map<String, Set<String>> rights = new LinkedHashMap<>();
        for (Class<?> bean : beans) {
            for (Class<?> facade : facades(bean)) {
                Arrays.stream(facade.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .sorted(Comparator.comparing(Method::getName))
                        .forEach(method -> rights.merge(
                                module(facade) + " " + facade.getSimpleName() + "." + method.getName(),
                                right(bean, method),
                                RightsMap::narrower));
            }
        }
        return rights;
    }

    private static List<Class<?>> facades(Class<?> bean) {
        return Arrays.stream(bean.getInterfaces())
                .filter(facade -> facade.getPackageName().endsWith(".api"))
                .toList();
    }

    private static String module(Class<?> facade) {
        return facade.getPackageName().replaceFirst("^.*\\.esup\\.", "").replaceFirst("\\.api$", "");
    }

    private static Set<String> right(Class<?> bean, Method method) {
        try {
            Method own = bean.getMethod(method.getName(), method.getParameterTypes());
            return said(own).or(() -> said(own.getDeclaringClass())).orElse(Set.of());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Set<String>> said(AnnotatedElement element) {
        if (element.isAnnotationPresent(PermitAll.class)) {
            return Optional.of(EVERYBODY);
        }
        return Optional.ofNullable(element.getAnnotation(RolesAllowed.class)).map(allowed -> Set.of(allowed.value()));
    }

    /** Of overloads the one that says less counts, so that none slips in without a right. */
    private static Set<String> narrower(Set<String> one, Set<String> other) {
        return one.size() <= other.size() ? one : other;
    }

    /** The page docs/rights.md. */
    String drawn() {
        StringBuilder page = new StringBuilder("""
                # Rights

                Who may call which business method. Drawn from the code by a test of the build; every change of a right is a
                change of this page. Whose things one may touch is decided in the query: an office has its own inquiries, a
                notary the accounts of the own office, an officer the cases of the queue; another's is answered as not there.
                """);
        String module = "";
        for (Map.Entry<String, Set<String>> each : rights().entrySet()) {
            String[] name = each.getKey().split(" ", 2);
            if (!name[0].equals(module)) {
                module = name[0];
                page.append("\n## ").append(module).append("\n\n").append(head());
            }
            page.append("| `")
                    .append(name[1])
                    .append("` | ")
                    .append(row(each.getValue()))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String head() {
        List<String> columns = new ArrayList<>(List.of("method", "everybody"));
        ROLES.forEach(role -> columns.add(role.toLowerCase(Locale.ROOT).replace('_', ' ')));
        return "| " + String.join(" | ", columns) + " |\n" + "|---".repeat(columns.size()) + "|\n";
    }

    private static String row(Set<String> allowed) {
        return Stream.concat(Stream.of("*"), ROLES.stream())
                .map(role -> allowed.contains(role) ? "yes" : "")
                .collect(Collectors.joining(" | "));
    }
}
