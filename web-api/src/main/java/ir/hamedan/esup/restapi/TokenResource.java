package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Access tokens: OAuth 2.0 client credentials, RFC 6749 4.4, with its own form of errors. */
@RequestScoped
@PermitAll
@Path("token")
@Tag(name = "Tokens")
@APIResponse(responseCode = "429", description = "Asked too often")
public class TokenResource {
    @Inject
    Tokens tokens;

    @Inject
    Actors actors;

    @Inject
    Callers callers;

    @Context
    HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a machine an access token for its id and secret (HTTP Basic).")
    @SecurityRequirement(name = "client")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = Bodies.Grant.class)))
    @APIResponse(
            responseCode = "200",
            description = "A token",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Token.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid_request or unsupported_grant_type",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Bodies.TokenError.class)))
    @APIResponse(
            responseCode = "401",
            description = "invalid_client",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Bodies.TokenError.class)))
    public Response token(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, Form form) {
        callers.countToken();
        String grantType = form == null ? null : form.asMap().getFirst("grant_type");
        if (grantType == null) {
            return refused(400, "invalid_request", Problem.invalid("restapi.grant-missing"));
        }
        if (!grantType.equals("client_credentials")) {
            return refused(400, "unsupported_grant_type", Problem.invalid("restapi.grant-unknown"));
        }
        String[] credentials = credentials(authorization);
        try {
            Tokens.Token token = tokens.issue(credentials[0], credentials[1], actors.address());
            return Response.ok(new Bodies.Token(token.accessToken(), "Bearer", token.expiresIn()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
                return refused(401, "invalid_client", problem);
            }
            throw problem;
        }
    }

    private static String[] credentials(String authorization) {
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                byte[] plain =
                        Base64.getDecoder().decode(authorization.substring(6).strip());
                String[] parts = new String(plain, StandardCharsets.UTF_8).split(":", 2);
                if (parts.length == 2) {
                    return parts;
                }
            } catch (IllegalArgumentException notBase64) {
                return new String[] {"", ""};
            }
        }
        return new String[] {"", ""};
    }

    private Response refused(int status, String error, Problem problem) {
        Response.ResponseBuilder response = Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Bodies.TokenError(error, Callers.texts(request).text(problem)));
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"esup\"");
        }
        return response.build();
    }
}
