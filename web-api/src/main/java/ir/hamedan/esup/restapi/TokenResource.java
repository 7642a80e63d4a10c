package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Tokens;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Access tokens by client credentials (RFC 6749 4.4); faults as its section 5.2 has them. */
@Path("token")
@Tag(name = "token")
public class TokenResource {
    @Inject
    Tokens tokens;

    @Context
    HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get an access token with client id and secret")
    @SecurityRequirement(name = "client")
    @APIResponse(responseCode = "200", description = "{access_token, token_type, expires_in}")
    @APIResponse(responseCode = "400", description = "unsupported_grant_type or invalid_request")
    @APIResponse(responseCode = "401", description = "invalid_client")
    public Response issue(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @FormParam("grant_type") String grant) {
        if (grant == null) {
            return fault(400, "invalid_request");
        }
        if (!grant.equals("client_credentials")) {
            return fault(400, "unsupported_grant_type");
        }
        String[] credentials = basic(authorization);
        if (credentials.length != 2) {
            return fault(401, "invalid_client");
        }
        try {
            Tokens.Token token = tokens.issue(credentials[0], credentials[1], request.getRemoteAddr());
            return Response.ok(Json.createObjectBuilder()
                            .add("access_token", token.accessToken())
                            .add("token_type", "Bearer")
                            .add("expires_in", token.expiresIn())
                            .build()
                            .toString())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (Problem problem) {
            return fault(
                    problem.code().equals("people.wrong-client") ? 401 : ProblemJson.status(problem.kind()),
                    "invalid_client");
        }
    }

    /** Id and secret, which RFC 6749 2.3.1 has form-encoded inside Basic; nothing when they cannot be read. */
    private static String[] basic(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new String[0];
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 1
                    ? new String[0]
                    : new String[] {
                        URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8)
                    };
        } catch (IllegalArgumentException e) {
            return new String[0];
        }
    }

    private static Response fault(int status, String error) {
        Response.ResponseBuilder response = Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.createObjectBuilder().add("error", error).build().toString());
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"esup\"");
        }
        return response.build();
    }
}
