package ir.hamedan.esup.restapi;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers for everybody, kept by whoever asked and asked for again by their hash. */
final class Cached {
    /** What it says of how long it may be kept on the way. */
    static final String CONTROL = "max-age=60";

    private Cached() {}

    /** 304 where the caller has it, else the answer. */
    static Response answer(Request request, String hash, Supplier<Response.ResponseBuilder> answer) {
        EntityTag tag = new EntityTag(hash);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same != null ? same : answer.get())
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CONTROL)
                .build();
    }
}
