package ir.hamedan.esup.people.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.ApiClients;
import ir.hamedan.esup.people.api.Journal;
import ir.hamedan.esup.people.api.Login;
import ir.hamedan.esup.people.api.Organisations;
import ir.hamedan.esup.people.api.Refusals;
import ir.hamedan.esup.people.api.Settings;
import ir.hamedan.esup.people.api.Tokens;
import ir.hamedan.esup.people.api.Users;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may call what: the whole table, so that a new method cannot slip in without a right. */
class RightsTest {
    private static final Map<Class<?>, Class<?>> FACADES = Map.of(
            Actors.class, ActorsBean.class,
            ApiClients.class, ApiClientsBean.class,
            Journal.class, JournalBean.class,
            Login.class, LoginBean.class,
            Organisations.class, OrganisationsBean.class,
            Refusals.class, RefusalsBean.class,
            Settings.class, SettingsBean.class,
            Tokens.class, TokensBean.class,
            Users.class, UsersBean.class);

    private static final String EXPECTED = """
            Actors.address: everybody
            Actors.current: everybody
            ApiClients.changeRoles: ADMINISTRATOR
            ApiClients.create: ADMINISTRATOR
            ApiClients.find: ADMINISTRATOR AUDITOR
            ApiClients.rotate: ADMINISTRATOR
            ApiClients.search: ADMINISTRATOR AUDITOR
            ApiClients.setActive: ADMINISTRATOR
            Journal.search: ADMINISTRATOR AUDITOR
            Login.check: everybody
            Organisations.create: ADMINISTRATOR
            Organisations.find: everybody
            Organisations.rename: ADMINISTRATOR
            Organisations.search: ADMINISTRATOR AUDITOR OFFICER REVENUE_OFFICER SUPERVISOR
            Organisations.setActive: ADMINISTRATOR
            Refusals.record: everybody
            Settings.all: ADMINISTRATOR AUDITOR
            Settings.known: ADMINISTRATOR AUDITOR
            Settings.set: ADMINISTRATOR
            Settings.value: everybody
            Tokens.issue: everybody
            Users.change: ADMINISTRATOR
            Users.changeOwnPassword: everybody
            Users.changeRoles: ADMINISTRATOR NOTARY
            Users.create: ADMINISTRATOR NOTARY
            Users.find: ADMINISTRATOR AUDITOR NOTARY
            Users.resetPassword: ADMINISTRATOR NOTARY
            Users.search: ADMINISTRATOR AUDITOR NOTARY
            Users.setActive: ADMINISTRATOR NOTARY
            """;

    @Test
    void every_method_of_every_facade_has_the_right_this_table_says() throws Exception {
        Map<String, String> rights = new TreeMap<>();
        for (Map.Entry<Class<?>, Class<?>> facade : FACADES.entrySet()) {
            for (Method asked : facade.getKey().getDeclaredMethods()) {
                Method done = facade.getValue().getMethod(asked.getName(), asked.getParameterTypes());
                String right = right(done);
                String name = facade.getKey().getSimpleName() + "." + asked.getName();
                rights.put(name, right.isEmpty() ? right(facade.getValue()) : right);
            }
        }
        StringBuilder table = new StringBuilder();
        rights.forEach((method, right) ->
                table.append(method).append(": ").append(right).append('\n'));

        assertEquals(EXPECTED, table.toString());
    }

    private static String right(AnnotatedElement element) {
        if (element.isAnnotationPresent(PermitAll.class)) {
            return "everybody";
        }
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        return allowed == null ? "" : String.join(" ", new TreeSet<>(java.util.List.of(allowed.value())));
    }
}
