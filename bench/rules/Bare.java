package bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The floor: an endpoint that does nothing but give the bytes of one answer, in a server that has nothing else. */
@Path("answer")
public class Bare {
    /** The web application it is alone in. */
    @ApplicationPath("api")
    public static class Alone extends Application {}

    private static final EntityTag TAG = new EntityTag("same");
    private static final String ANSWER = answer();

    private static String answer() {
        try {
            return Files.readString(java.nio.file.Path.of(System.getProperty("bench.answer")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@Context Request request) {
        Response.ResponseBuilder same = request.evaluatePreconditions(TAG);
        return (same != null ? same : Response.ok(ANSWER)).tag(TAG).build();
    }
}
