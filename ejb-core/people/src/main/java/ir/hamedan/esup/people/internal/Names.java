package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import java.util.Locale;
import java.util.Set;

/** The forms of names and what people type to find them. */
final class Names {
    /** Names the journal gives to nobody in particular. */
    private static final Set<String> RESERVED = Set.of("system", "public", "anonymous");

    private Names() {}

    /** The name as it is kept, of what somebody typed at a login: digits of any script, any case. */
    static String typed(String username) {
        return PersianText.value(username == null ? "" : username).toLowerCase(Locale.ROOT);
    }

    static boolean isUsername(String text) {
        return text.matches("[a-z][a-z0-9._-]{2,39}") && !RESERVED.contains(text);
    }

    /** A new name of a person or machine; {@code people.username-malformed}. Roles are upper case: no name is like one. */
    static String username(String text) {
        if (text == null || !isUsername(text)) {
            throw Problem.invalid("people.username-malformed", text == null ? "" : text)
                    .at("username");
        }
        return text;
    }

    /** A new id of an organisation; {@code people.organisation-id-malformed}. */
    static String organisation(String text) {
        if (text == null || !text.matches("[a-z][a-z0-9-]{1,39}")) {
            throw Problem.invalid("people.organisation-id-malformed", text == null ? "" : text)
                    .at("id");
        }
        return text;
    }

    /** A shown name, cleaned; {@code people.name-length}. */
    static String shown(String text) {
        String clean = PersianText.clean(text == null ? "" : text);
        if (clean.length() < 2 || clean.length() > 200) {
            throw Problem.invalid("people.name-length").at("name");
        }
        return clean;
    }

    static String searchKey(String id, String shown) {
        return PersianText.fold(id + " " + shown);
    }

    /** A LIKE pattern for any part of a search key; signs of LIKE in the text mean themselves. */
    static String pattern(String text) {
        String folded = PersianText.fold(text == null ? "" : text);
        return Sql.part(folded.substring(0, Math.min(folded.length(), 100)));
    }
}
