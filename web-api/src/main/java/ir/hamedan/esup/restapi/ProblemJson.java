package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** Problems as application/problem+json (RFC 9457), in the language the sender reads. */
final class ProblemJson {
    static final String TYPE = "application/problem+json";

    private ProblemJson() {}

    /** The sender's language: English when it is asked for first, else Persian. */
    static Messages messages(HttpHeaders headers) {
        List<Locale> wanted = headers.getAcceptableLanguages();
        boolean english = !wanted.isEmpty() && "en".equals(wanted.get(0).getLanguage());
        return Messages.in(english ? Locale.ENGLISH : Messages.PERSIAN);
    }

    static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** One answer for all problems of a request; the first gives status, code and detail. */
    static Response answer(List<Problem> problems, HttpHeaders headers) {
        Messages messages = messages(headers);
        Problem first = problems.get(0);
        JsonArrayBuilder errors = Json.createArrayBuilder();
        for (Problem problem : problems) {
            JsonObjectBuilder error = Json.createObjectBuilder();
            problem.field().ifPresent(field -> error.add("field", field));
            errors.add(error.add("code", problem.code()).add("detail", messages.text(problem)));
        }
        int status = status(first.kind());
        return answer(status, first.code(), messages.text(first), messages, errors);
    }

    static Response answer(int status, String code, String detail, Messages messages, JsonArrayBuilder errors) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("type", "urn:esup:problem:" + code)
                .add("title", messages.text("restapi.status." + known(status)))
                .add("status", status)
                .add("code", code)
                .add("detail", detail)
                .add("errors", errors);
        Response.ResponseBuilder response = Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, messages.locale().getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body.build().toString());
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"esup\"");
        }
        return response.build();
    }

    private static String known(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 503 -> Integer.toString(status);
            default -> "500";
        };
    }
}
