package ir.hamedan.esup.parcels.internal;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.DEED_CLERK;
import static ir.hamedan.esup.kernel.Roles.DEPUTY;
import static ir.hamedan.esup.kernel.Roles.NOTARY;
import static ir.hamedan.esup.kernel.Roles.OFFICER;
import static ir.hamedan.esup.kernel.Roles.REVENUE_OFFICER;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Source;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may do what: the whole matrix, so that a change of it is seen. */
class RightsTest {
    private static final Set<String> EVERYBODY = Set.of("*");
    private static final Set<String> OFFICES = Set.of(NOTARY, DEPUTY, DEED_CLERK);

    private static Set<String> with(Set<String> roles, String... more) {
        Set<String> all = new java.util.HashSet<>(roles);
        all.addAll(Set.of(more));
        return all;
    }

    @Test
    void the_register_is_read_by_those_who_need_it() {
        Set<String> readers = with(OFFICES, OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR);
        assertEquals(
                new TreeMap<>(Map.of(
                        "held",
                        with(readers, SYSTEM),
                        "facts",
                        with(readers, SYSTEM),
                        "find",
                        EVERYBODY,
                        "successors",
                        EVERYBODY,
                        "history",
                        EVERYBODY,
                        "kin",
                        with(readers, SYSTEM),
                        "owners",
                        with(readers, SYSTEM),
                        "search",
                        readers,
                        "ownedBy",
                        Set.of(OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR))),
                rights(Parcels.class, ParcelsBean.class));
    }

    @Test
    void the_register_is_changed_by_the_office_and_by_the_deed_that_came_back() {
        Set<String> office = Set.of(OFFICER, SUPERVISOR, ADMINISTRATOR);
        assertEquals(
                new TreeMap<>(Map.of(
                        "placeLock", office,
                        "liftLock", office,
                        "locks", with(office, REVENUE_OFFICER, AUDITOR),
                        "proposeOwners", office,
                        "decideOwners", office,
                        "corrections", with(office, AUDITOR),
                        "changeCodes", office,
                        "tryCodes", office,
                        "recordTransfer", with(OFFICES, OFFICER, SUPERVISOR, SYSTEM))),
                rights(ParcelOffice.class, ParcelOfficeBean.class));
    }

    private static Map<String, Set<String>> rights(Class<?> facade, Class<?> bean) {
        Map<String, Set<String>> rights = new TreeMap<>();
        for (Method method : facade.getMethods()) {
            try {
                Method own = bean.getMethod(method.getName(), method.getParameterTypes());
                rights.put(
                        method.getName(),
                        own.isAnnotationPresent(PermitAll.class)
                                ? EVERYBODY
                                : Set.of(own.getAnnotation(RolesAllowed.class).value()));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
        return rights;
    }

    @Test
    void every_text_and_label_is_there_in_both_languages() {
        String bundle = "ir.hamedan.esup.parcels.messages";
        assertEquals(
                ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet(),
                ResourceBundle.getBundle(bundle, Messages.PERSIAN).keySet());
        for (Messages messages : new Messages[] {Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH)}) {
            for (Enum<?>[] labels : new Enum<?>[][] {
                LandUse.values(),
                DeedKind.values(),
                LockKind.values(),
                Source.values(),
                BuildingCertificate.Kind.values()
            }) {
                for (Enum<?> label : labels) {
                    assertEquals(false, messages.label("parcels", label).isBlank());
                }
            }
            assertEquals(false, messages.text("parcels.code-replaced", "a", "b").isBlank());
        }
    }
}
