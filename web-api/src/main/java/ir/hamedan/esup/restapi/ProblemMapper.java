package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Causes;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Refusals;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every refusal and every fault as an RFC 9457 problem, in the caller's language; a fault of ours tells its number only. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    static final String PROBLEM_JSON = "application/problem+json";
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    HttpServletRequest request;

    @Inject
    Refusals refusals;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return refused(problem.kind().status(), List.of(problem));
        }
        if (thrown instanceof Faults faults) {
            return refused(422, faults.problems());
        }
        if (thrown instanceof Refusal refusal) {
            return refused(refusal.status(), List.of(refusal.problem()));
        }
        if (thrown instanceof EJBAccessException || thrown instanceof AccessLocalException) {
            return request.getUserPrincipal() == null
                    ? refused(401, List.of(Problem.unauthenticated("people.not-logged-in")))
                    : refused(403, List.of(Problem.forbidden("people.forbidden")));
        }
        if (thrown instanceof EJBException && thrown.getCause() instanceof Problem problem) {
            return refused(problem.kind().status(), List.of(problem));
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return ofProtocol(web.getResponse());
        }
        if (isWithoutConnection(thrown)) {
            LOG.log(Level.WARNING, "no connection for " + request.getMethod() + " " + request.getRequestURI(), thrown);
            return refused(503, List.of(Problem.unavailable("restapi.busy")));
        }
        return fault(thrown);
    }

    /** All connections to the database are in use, or it is not there: the same request may well pass later. */
    static boolean isWithoutConnection(Throwable thrown) {
        return Causes.of(thrown).anyMatch(ResourceAllocationException.class::isInstance);
    }

    private Response refused(int status, List<Problem> problems) {
        if (status == 403) {
            refusals.record(
                    request.getMethod() + " " + request.getRequestURI(),
                    "",
                    problems.get(0).code());
        }
        Messages texts = Callers.texts(request);
        Problem first = problems.get(0);
        List<Bodies.FieldError> errors = problems.stream()
                .filter(problem -> problem.field().isPresent())
                .map(problem -> new Bodies.FieldError(problem.field().orElse(""), problem.code(), texts.text(problem)))
                .toList();
        Bodies.Problem body = new Bodies.Problem(
                "urn:esup:problem:" + first.code(),
                texts.text("restapi.title." + status),
                status,
                texts.text(first),
                first.code(),
                null,
                errors.isEmpty() ? null : errors);
        Response.ResponseBuilder response = response(status, body, texts);
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"esup\"");
        }
        if (status == 429 || status == 503) {
            response.header(HttpHeaders.RETRY_AFTER, status == 429 ? 60 : 10);
        }
        return response.build();
    }

    /** Wrong address, method or media type: what Jakarta REST itself refuses. */
    private Response ofProtocol(Response refused) {
        int status = refused.getStatus();
        Messages texts = Callers.texts(request);
        boolean known = texts.has("restapi.protocol." + status);
        String code = "restapi.protocol." + (known ? status : 400);
        Response.ResponseBuilder response = response(
                status,
                new Bodies.Problem(
                        "urn:esup:problem:" + code,
                        texts.text("restapi.title." + (known ? status : 400)),
                        status,
                        texts.text(code),
                        code,
                        null,
                        null),
                texts);
        if (refused.getHeaderString(HttpHeaders.ALLOW) != null) {
            response.header(HttpHeaders.ALLOW, refused.getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    private Response fault(Throwable thrown) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(
                Level.SEVERE,
                "incident " + incident + " at " + request.getMethod() + " " + request.getRequestURI(),
                thrown);
        Messages texts = Callers.texts(request);
        return response(
                        500,
                        new Bodies.Problem(
                                "urn:esup:problem:restapi.fault",
                                texts.text("restapi.title.500"),
                                500,
                                texts.text("restapi.fault", incident),
                                "restapi.fault",
                                incident,
                                null),
                        texts)
                .build();
    }

    private static Response.ResponseBuilder response(int status, Bodies.Problem body, Messages texts) {
        return Response.status(status)
                .type(MediaType.valueOf(PROBLEM_JSON))
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.locale().getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body);
    }
}
