package ir.hamedan.esup.restapi;

import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateView;
import ir.hamedan.esup.signing.api.PdfVerdict;
import ir.hamedan.esup.signing.api.SignatureFacts;
import ir.hamedan.esup.signing.api.Verification;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checking certificates: for everybody, without login, for ever. */
@RequestScoped
@PermitAll
@Path("certificates")
@Tag(name = "Certificates")
@APIResponse(responseCode = "429", description = "Asked too often")
public class CertificatesResource {
    @Inject
    Verification verification;

    @Inject
    Callers callers;

    @GET
    @Path("{number}/{secret}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What the register says of a certificate.")
    @APIResponse(
            responseCode = "200",
            description = "The certificate and how it stands today",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Verified.class)))
    @APIResponse(responseCode = "404", description = "No certificate with this number and secret")
    @APIResponse(responseCode = "422", description = "Mistyped: the check digits say so")
    public Response verify(@PathParam("number") String number, @PathParam("secret") String secret) {
        callers.countPublic();
        CertificateView view = verification.verify(number, secret);
        Bodies.Verified body = new Bodies.Verified(
                view.number().digits(),
                view.kind().name(),
                view.signatureNumber(),
                view.state().name(),
                view.issuedAt(),
                view.validUntil(),
                view.title(),
                view.verdict(),
                view.answer(),
                signature(view.signature()),
                view.changedAt().orElse(null),
                view.reasonCode().orElse(null),
                view.reason().orElse(null),
                view.revokedBy().orElse(null),
                view.supersededBy().map(CertificateNumber::digits).orElse(null));
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GET
    @Path("{number}/{secret}/pdf")
    @Produces("application/pdf")
    @Operation(summary = "The signed bytes as they were issued.")
    @APIResponse(
            responseCode = "200",
            description = "The signed PDF",
            content = @Content(mediaType = "application/pdf"))
    @APIResponse(responseCode = "404", description = "No certificate with this number and secret")
    public Response original(@PathParam("number") String number, @PathParam("secret") String secret) {
        callers.countPublic();
        return Response.ok(verification.original(number, secret), "application/pdf")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"certificate.pdf\"")
                .build();
    }

    @POST
    @Path("verify")
    @Consumes({"application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether a PDF is ours and unchanged.")
    @APIResponse(
            responseCode = "200",
            description = "Whose it is, and whether it was touched",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Pdf.class)))
    @APIResponse(responseCode = "413", description = "The file is too large")
    public Response verifyPdf(InputStream body) {
        callers.countPublic();
        PdfVerdict verdict = verification.verifyPdf(Input.bytes(body, Input.LARGEST_FILE));
        Bodies.Pdf answer = new Bodies.Pdf(
                verdict.verdict().name(),
                verdict.verdict() != PdfVerdict.Verdict.NOT_OURS,
                verdict.verdict() == PdfVerdict.Verdict.OURS_UNCHANGED,
                verdict.number().map(CertificateNumber::digits).orElse(null),
                verdict.state().map(Enum::name).orElse(null),
                verdict.signature().map(CertificatesResource::signature).orElse(null));
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Bodies.Signature signature(SignatureFacts facts) {
        return new Bodies.Signature(facts.signer(), facts.algorithm(), facts.signedAt());
    }
}
