package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Citizens;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The portals behind a login, by their context root and the path of their door in it, and whose they are. */
enum Portal {
    /** A part of the public pages: the rest of that application is open and has no session. */
    CITIZEN("", "/my"),
    NOTARY("/notary", ""),
    STAFF("/staff", "");

    private final String root;
    private final String door;

    Portal(String root, String door) {
        this.root = root;
        this.door = door;
    }

    /** @param path inside the context, as the container maps it */
    static Optional<Portal> at(String contextPath, String path) {
        return Arrays.stream(values())
                .filter(p -> p.root.equals(contextPath) && p.covers(path))
                .findFirst();
    }

    /** Also the door with an ending: the page under it answers to its file name as well. */
    private boolean covers(String path) {
        return path.startsWith(door)
                && (door.isEmpty() || path.length() == door.length() || "/.;".indexOf(path.charAt(door.length())) >= 0);
    }

    /** Path of what is closed, inside the context; empty when everything is. */
    String door() {
        return door;
    }

    String home() {
        return door.isEmpty() ? "/" : door;
    }

    String login() {
        return door + "/login";
    }

    String password() {
        return door + "/password";
    }

    /** The name of the account that somebody means by what was typed: citizens write their national id. */
    String username(String typed) {
        if (this != CITIZEN || Names.isUsername(Names.typed(typed))) {
            return typed;
        }
        try {
            return Citizens.username(NationalId.parse(typed));
        } catch (Problem problem) {
            // No national id and no name: nobody's, and refused as such.
            return typed;
        }
    }

    boolean isFor(Collection<String> held) {
        return held.stream().anyMatch(roles()::contains);
    }

    private Set<String> roles() {
        return switch (this) {
            case CITIZEN -> Set.of(Roles.CITIZEN);
            case NOTARY -> Set.of(Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK);
            case STAFF ->
                Set.of(Roles.OFFICER, Roles.REVENUE_OFFICER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.ADMINISTRATOR);
        };
    }

    /** Pages anybody may see: everything else is closed, also what nobody thought of. */
    boolean isOpen(String path) {
        return path.equals(login())
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
