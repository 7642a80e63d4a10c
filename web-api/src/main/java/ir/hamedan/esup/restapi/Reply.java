package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said to a question for rules, as it goes over the line: nothing is left to be made of it when it is given again. Where
 * the book has a rule it is the document, with a tag by which a caller who has it asks for it again. Where it has none it is a
 * problem of RFC 9457 in the language of the caller that carries the whole document as further members; that one has no tag, for
 * HTTP lets conditions count only where it would otherwise say 200.
 */
final class Reply {
    /** How long an answer stays what it is at its address. */
    enum Lasting {
        /** The address names no instant: in the next minute it asks as of another, though what is said is seldom other. */
        OF_THIS_MINUTE(Cached.CONTROL),
        /** It names an instant that may not be over for those who write. */
        AS_FAR_AS_IS_WRITTEN(Cached.CONTROL),
        /** It names an instant that is over. A day, so that what an engine read wrongly is not shown for long once it is mended. */
        FOR_GOOD("max-age=86400, immutable");

        private final String control;

        Lasting(String control) {
            this.control = control;
        }
    }

    /** Asked for once: {@code Json} looks for its provider on the class path at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String NO_WORDS = "";

    /** Of a question that is understood and cannot be answered. */
    private static final int STATUS = 422;

    /** As it goes to callers of one language. */
    static final class Form {
        private final Map<String, String> headers;
        private final byte[] body;

        private Form(Map<String, String> headers, String body) {
            this.headers = headers;
            this.body = body.getBytes(StandardCharsets.UTF_8);
        }

        Map<String, String> headers() {
            return headers;
        }

        String body() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final int status;
    private final String type;
    private final Optional<String> tag;

    /** By language; what has no words has one form, under the empty one. */
    private final Map<String, Form> forms;

    private Reply(int status, String type, Optional<String> tag, Map<String, Form> forms) {
        this.status = status;
        this.type = type;
        this.tag = tag;
        this.forms = forms;
    }

    static Reply of(Rules.Document document, Lasting lasting) {
        return code(document.verdict())
                .map(code -> refusal(code, document, lasting))
                .orElseGet(() -> answer(document, lasting));
    }

    private static Reply answer(Rules.Document document, Lasting lasting) {
        String tag = tag(document, lasting);
        Map<String, String> headers = Map.of("Cache-Control", lasting.control, "ETag", tag);
        Form form = new Form(headers, document.json());
        return new Reply(200, "application/json", Optional.of(tag), Map.of(NO_WORDS, form));
    }

    private static Reply refusal(String code, Rules.Document document, Lasting lasting) {
        Map<String, Form> forms = new HashMap<>();
        for (Locale language : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
            Map<String, String> headers = Map.of(
                    "Cache-Control",
                    lasting.control,
                    "Content-Language",
                    language.getLanguage(),
                    "Vary",
                    "Accept-Language");
            forms.put(language.getLanguage(), new Form(headers, problem(code, document, Messages.in(language))));
        }
        return new Reply(STATUS, ProblemMapper.PROBLEM_JSON, Optional.empty(), Map.copyOf(forms));
    }

    /** Weak where the instant is another from minute to minute: what is said is the same, the bytes are not. */
    private static String tag(Rules.Document document, Lasting lasting) {
        return switch (lasting) {
            case OF_THIS_MINUTE -> "W/\"" + document.content() + '"';
            case AS_FAR_AS_IS_WRITTEN, FOR_GOOD -> '"' + document.hash() + '"';
        };
    }

    /** The code of a problem where facts were found and no rule: whoever only looks at the status is not misled. */
    private static Optional<String> code(Verdict verdict) {
        return switch (verdict) {
            case REFERRAL -> Optional.of("restapi.no-rule.referral");
            case UNDECIDED -> Optional.of("restapi.no-rule.undecided");
            case UNKNOWN_ZONE -> Optional.of("restapi.no-rule.unknown-zone");
            case NO_AREA -> Optional.of("restapi.no-rule.no-area");
            case RULED, PROVISIONAL, INFORMATION_ONLY, LOCKED, NOT_PERMITTED, NO_DATA -> Optional.empty();
        };
    }

    private static String problem(String code, Rules.Document document, Messages texts) {
        String words = JSON.createObjectBuilder()
                .add("type", "urn:esup:problem:" + code)
                .add("title", texts.label("rulebooks", document.verdict()))
                .add("status", STATUS)
                .add("detail", texts.text(code))
                .add("code", code)
                .build()
                .toString();
        // The members of the document stay byte for byte: none of them has the name of one of these.
        return words.substring(0, words.length() - 1) + ',' + document.json().substring(1);
    }

    /** Gives it, or says that the caller has it already. */
    void to(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Form form = form(language(request));
        form.headers.forEach(response::setHeader);
        if (isHeld(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(form.body.length);
        response.getOutputStream().write(form.body);
    }

    /** The same, through Jakarta REST. */
    Response to(HttpServletRequest request) {
        Form form = form(language(request));
        Response.ResponseBuilder response = isHeld(request.getHeader("If-None-Match"))
                ? Response.notModified()
                : Response.status(status).type(type).entity(form.body);
        form.headers.forEach(response::header);
        return response.build();
    }

    private String language(HttpServletRequest request) {
        return forms.containsKey(NO_WORDS)
                ? NO_WORDS
                : Callers.texts(request).locale().getLanguage();
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    /** @param language fa, en, or nothing for what has no words */
    Form form(String language) {
        return forms.get(language);
    }

    /** Whether one of the tags of the caller is its own; weak or not does not matter to who only reads (RFC 9110, 13.1.2). */
    boolean isHeld(String ifNoneMatch) {
        if (ifNoneMatch == null || tag.isEmpty()) {
            return false;
        }
        String own = opaque(tag.get());
        return ifNoneMatch.equals(tag.get())
                || ifNoneMatch.strip().equals("*")
                || Stream.of(ifNoneMatch.split(",")).map(Reply::opaque).anyMatch(own::equals);
    }

    private static String opaque(String tag) {
        return tag.strip().replaceFirst("^W/", "");
    }
}
