package ir.hamedan.esup.restapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.security.SecuritySchemes;

/** The interface as a whole, at {@code /api}. */
@ApplicationScoped
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT", realmName = "esup")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "esup, electronic municipality of Hamedan",
                        version = "1.0",
                        description =
                                "Transfer inquiries of notary offices and certificates anybody can check. Amounts are"
                                        + " whole rials; dates are ISO dates, and requests may give Persian ones"
                                        + " (1405/09/03) as well; digits of all three scripts are read. Errors are RFC"
                                        + " 9457 problems in the language of Accept-Language (fa by default, en)."),
        components =
                @Components(schemas = @Schema(name = OpenApiDocument.PROBLEM, implementation = Bodies.Problem.class)))
@SecuritySchemes({
    @SecurityScheme(
            securitySchemeName = "token",
            type = SecuritySchemeType.HTTP,
            scheme = "bearer",
            bearerFormat = "JWT",
            description = "An access token from POST /api/token"),
    @SecurityScheme(
            securitySchemeName = "client",
            type = SecuritySchemeType.HTTP,
            scheme = "basic",
            description = "Client id and secret")
})
public class ApiApplication extends Application {}
