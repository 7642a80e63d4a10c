package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Refusals;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns whatever was thrown into problem+json. A bug becomes a 500 with an incident number that is in the log. */
@Provider
public class FaultsMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FaultsMapper.class.getName());

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @Context
    UriInfo uri;

    @Inject
    Refusals refusals;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof Faults faults) {
            return ProblemJson.answer(faults.problems(), headers);
        }
        if (thrown instanceof Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN) {
                refusals.record(uri.getPath(), "", problem.code());
            }
            return ProblemJson.answer(List.of(problem), headers);
        }
        if (thrown instanceof EJBAccessException) {
            return refused();
        }
        if (thrown instanceof EJBException wrapped && wrapped.getCause() != null) {
            return toResponse(wrapped.getCause());
        }
        if (thrown instanceof WebApplicationException refusedByServer) {
            int status = refusedByServer.getResponse().getStatus();
            if (status < 500) {
                return plain(status);
            }
        }
        return incident(thrown);
    }

    private Response refused() {
        if (security.getUserPrincipal() == null) {
            return plain(401);
        }
        refusals.record(uri.getPath(), "", "restapi.status.403");
        return plain(403);
    }

    private Response plain(int status) {
        Messages messages = ProblemJson.messages(headers);
        String key = "restapi.detail." + status;
        String detail = messages.text(messages.has(key) ? key : "restapi.detail.400");
        return ProblemJson.answer(status, "restapi.status." + status, detail, messages, Json.createArrayBuilder());
    }

    private Response incident(Throwable thrown) {
        String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.log(Level.SEVERE, "incident " + incident + " at " + uri.getPath(), thrown);
        Messages messages = ProblemJson.messages(headers);
        return ProblemJson.answer(
                500,
                "restapi.status.500",
                messages.text("restapi.detail.500", incident),
                messages,
                Json.createArrayBuilder());
    }
}
