package ir.hamedan.esup.restapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.security.SecuritySchemes;

/** The interface for machines under {@code /api}: tokens, transfer inquiries and certificates. */
@ApplicationScoped
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "esup",
                        version = "1",
                        description = "Transfer inquiries of notary offices, and certificates anybody can check."
                                + " Amounts are whole rials. Faults are application/problem+json."))
@SecuritySchemes({
    @SecurityScheme(
            securitySchemeName = "client",
            type = SecuritySchemeType.HTTP,
            scheme = "basic",
            description = "Client id and secret, for the token alone."),
    @SecurityScheme(
            securitySchemeName = "token",
            type = SecuritySchemeType.HTTP,
            scheme = "bearer",
            bearerFormat = "JWT",
            description = "The access token of POST /api/token.")
})
public class Interface extends Application {}
