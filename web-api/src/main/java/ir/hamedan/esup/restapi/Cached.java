package ir.hamedan.esup.restapi;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers for everybody, kept by whoever asked and asked for again by their hash. */
final class Cached {
    private static final int FRESH_SECONDS = 60;

    private Cached() {}

    /** 304 where the caller has it, else the answer. */
    static Response answer(Request request, String hash, Supplier<Response.ResponseBuilder> answer) {
        EntityTag tag = new EntityTag(hash);
        CacheControl cache = new CacheControl();
        cache.setMaxAge(FRESH_SECONDS);
        cache.setNoTransform(false);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same != null ? same : answer.get()).tag(tag).cacheControl(cache).build();
    }
}
