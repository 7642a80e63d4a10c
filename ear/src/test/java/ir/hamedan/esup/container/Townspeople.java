package ir.hamedan.esup.container;

import ir.hamedan.esup.kernel.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The people of the tests. The container makes each of them the caller of what they do, with the one role of the class
 * and the account of its name; {@link Town} tells it so in the descriptors.
 */
public final class Townspeople {
    /** Somebody who does something. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public abstract static class Person {
        public String role() {
            return Townspeople.role(getClass());
        }

        public <T> T does(Callable<T> work) {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Stateless
    @LocalBean
    @RunAs(Roles.NOTARY)
    public static class Notary12 extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.NOTARY)
    public static class Notary13 extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.OFFICER)
    public static class Officer1 extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.OFFICER)
    public static class Officer2 extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.SUPERVISOR)
    public static class Supervisor extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.REVENUE_OFFICER)
    public static class Revenue extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.ADMINISTRATOR)
    public static class Administrator extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.CITIZEN)
    public static class Citizen extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.DEPUTY)
    public static class Deputy extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.DEED_CLERK)
    public static class DeedClerk extends Person {}

    @Stateless
    @LocalBean
    @RunAs(Roles.AUDITOR)
    public static class Auditor extends Person {}

    /** Nobody can be it: it has no account. */
    @Stateless
    @LocalBean
    @RunAs(Roles.SYSTEM)
    public static class Night extends Person {}

    static final List<Class<? extends Person>> ALL = List.of(
            Notary12.class,
            Notary13.class,
            Officer1.class,
            Officer2.class,
            Supervisor.class,
            Revenue.class,
            Administrator.class,
            Citizen.class,
            Deputy.class,
            DeedClerk.class,
            Auditor.class,
            Night.class);

    private Townspeople() {}

    static String username(Class<? extends Person> person) {
        return person.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The container may have made a class of its own from it. */
    static String role(Class<?> person) {
        RunAs role = person.getAnnotation(RunAs.class);
        return role == null ? role(person.getSuperclass()) : role.value();
    }
}
