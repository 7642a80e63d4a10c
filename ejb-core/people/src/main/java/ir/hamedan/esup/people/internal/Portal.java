package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Roles;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The portals behind a login, by their context root, and whose they are. */
enum Portal {
    NOTARY("/notary"),
    STAFF("/staff");

    static final String LOGIN = "/login";
    static final String PASSWORD = "/password";

    private final String root;

    Portal(String root) {
        this.root = root;
    }

    static Optional<Portal> at(String contextPath) {
        return Arrays.stream(values()).filter(p -> p.root.equals(contextPath)).findFirst();
    }

    boolean isFor(Collection<String> held) {
        return held.stream().anyMatch(roles()::contains);
    }

    private Set<String> roles() {
        return switch (this) {
            case NOTARY -> Set.of(Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK);
            case STAFF ->
                Set.of(Roles.OFFICER, Roles.REVENUE_OFFICER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.ADMINISTRATOR);
        };
    }

    /** Pages anybody may see: everything else is closed, also what nobody thought of. */
    static boolean isOpen(String path) {
        return path.equals(LOGIN)
                || path.equals("/help")
                || path.startsWith("/help/")
                || path.startsWith("/error")
                || isResource(path);
    }

    /** Style sheets, fonts and pictures: the same for everybody. */
    static boolean isResource(String path) {
        return path.startsWith("/ui/") || path.startsWith("/jakarta.faces.resource/");
    }
}
