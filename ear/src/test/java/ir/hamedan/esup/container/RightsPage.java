package ir.hamedan.esup.container;

import ir.hamedan.esup.container.Townspeople.Person;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * The page docs/rights.md, tried out: each method it names is called as each role and as nobody, with nothing in its
 * arguments. Whatever then goes wrong, it is the container alone that says there is no right.
 */
record RightsPage(UserTransaction transaction) {
    static final String RESOURCE = "rights.md";
    private static final String EVERYBODY = "EVERYBODY";

    /** A line of the page: the method, and the roles it opens to. */
    record Line(Class<?> facade, String method, Set<String> roles) {
        List<Method> methods() {
            return Arrays.stream(facade.getMethods())
                    .filter(one -> one.getName().equals(method))
                    .toList();
        }
    }

    static List<Line> lines() throws IOException, ClassNotFoundException {
        List<Line> lines = new ArrayList<>();
        List<String> columns = List.of();
        String module = "";
        for (String text : page().lines().toList()) {
            List<String> cells =
                    Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            if (text.startsWith("## ")) {
                module = text.substring(3);
            } else if (text.startsWith("| method ")) {
                columns = cells.stream()
                        .map(name -> name.toUpperCase(Locale.ROOT).replace(' ', '_'))
                        .toList();
            } else if (text.startsWith("| `")) {
                String[] name = cells.get(1).replace("`", "").split("\\.");
                Set<String> roles = new TreeSet<>();
                for (int i = 2; i < cells.size(); i++) {
                    if (cells.get(i).equals("yes")) {
                        roles.add(columns.get(i));
                    }
                }
                lines.add(new Line(Class.forName("ir.hamedan.esup." + module + ".api." + name[0]), name[1], roles));
            }
        }
        return lines;
    }

    private static String page() throws IOException {
        try (InputStream in = RightsPage.class.getResourceAsStream("/" + RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where the container does otherwise than the page says, in words; empty when it never does. */
    List<String> differences(List<Person> people) throws Exception {
        List<String> differences = new ArrayList<>();
        for (Line line : lines()) {
            Object facade = CDI.current().select(line.facade()).get();
            for (Method method : line.methods()) {
                Set<String> open = new TreeSet<>();
                if (opens(Optional.empty(), facade, method)) {
                    open.add(EVERYBODY);
                }
                for (Person person : people) {
                    if (opens(Optional.of(person), facade, method)) {
                        open.add(person.role());
                    }
                }
                Set<String> said = line.roles().contains(EVERYBODY) ? all(people) : line.roles();
                if (!open.equals(said)) {
                    differences.add(method + " opens to " + open + " and should to " + said);
                }
            }
        }
        return differences;
    }

    private static Set<String> all(List<Person> people) {
        Set<String> all = people.stream().map(Person::role).collect(Collectors.toCollection(TreeSet::new));
        all.add(EVERYBODY);
        return all;
    }

    /** Nothing of what is done here stays. */
    private boolean opens(Optional<Person> person, Object facade, Method method) throws Exception {
        Callable<Boolean> call = () -> {
            try {
                method.invoke(facade, nothing(method));
                return true;
            } catch (InvocationTargetException e) {
                return !(e.getCause() instanceof EJBAccessException);
            }
        };
        transaction.begin();
        try {
            return person.isPresent() ? person.get().does(call) : call.call();
        } finally {
            transaction.rollback();
        }
    }

    private static Object[] nothing(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null)
                .toArray();
    }
}
