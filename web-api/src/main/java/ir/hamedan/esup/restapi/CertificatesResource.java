package ir.hamedan.esup.restapi;

import ir.hamedan.esup.signing.api.CertificateView;
import ir.hamedan.esup.signing.api.PdfVerdict;
import ir.hamedan.esup.signing.api.SignatureFacts;
import ir.hamedan.esup.signing.api.Verification;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checking a certificate: public, without login. */
@Path("certificates")
@Produces({MediaType.APPLICATION_JSON, ProblemJson.TYPE})
@Tag(name = "certificates")
public class CertificatesResource {
    private static final int LARGEST_PDF = 5 * 1024 * 1024;

    @Inject
    Verification verification;

    @GET
    @Path("{number}/{secret}")
    @Operation(summary = "What the register says of a certificate")
    @APIResponse(responseCode = "404", description = "No certificate with this number and secret")
    @APIResponse(responseCode = "422", description = "The number is mistyped")
    public String verify(@PathParam("number") String number, @PathParam("secret") String secret) {
        CertificateView found = verification.verify(number, secret);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", found.number().digits())
                .add("kind", found.kind().name())
                .add("signatureNumber", found.signatureNumber())
                .add("state", found.state().name())
                .add("issuedAt", found.issuedAt().toString())
                .add("validUntil", found.validUntil().toString())
                .add("title", found.title())
                .add("verdict", found.verdict())
                .add("answer", found.answer())
                .add("signature", signature(found.signature()));
        found.changedAt().ifPresent(at -> json.add("changedAt", at.toString()));
        found.reasonCode().ifPresent(code -> json.add("reasonCode", code));
        found.reason().ifPresent(reason -> json.add("reason", reason));
        found.supersededBy().ifPresent(later -> json.add("supersededBy", later.digits()));
        return json.build().toString();
    }

    @GET
    @Path("{number}/{secret}/pdf")
    @Produces({"application/pdf", ProblemJson.TYPE})
    @Operation(summary = "The signed PDF, byte for byte")
    public Response original(@PathParam("number") String number, @PathParam("secret") String secret) {
        return Response.ok(verification.original(number, secret), "application/pdf")
                .build();
    }

    @POST
    @Path("verify")
    @Consumes({"application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Whose a PDF is, and whether it is unchanged; at most 5 MB")
    public String verifyPdf(InputStream body) throws IOException {
        PdfVerdict verdict = verification.verifyPdf(Reading.bounded(body, LARGEST_PDF));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("verdict", verdict.verdict().name())
                .add("ours", verdict.verdict() != PdfVerdict.Verdict.NOT_OURS)
                .add("unchanged", verdict.verdict() == PdfVerdict.Verdict.OURS_UNCHANGED);
        verdict.number().ifPresent(number -> json.add("number", number.digits()));
        verdict.signature().ifPresent(signature -> json.add("signature", signature(signature)));
        verdict.state().ifPresent(state -> json.add("state", state.name()));
        return json.build().toString();
    }

    private static JsonObjectBuilder signature(SignatureFacts signature) {
        return Json.createObjectBuilder()
                .add("signer", signature.signer())
                .add("algorithm", signature.algorithm())
                .add("signedAt", signature.signedAt().toString());
    }
}
