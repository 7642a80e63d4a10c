package ir.hamedan.esup.restapi;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Transfer inquiries of the caller's own office; another office's do not exist here. */
@RequestScoped
@Path("inquiries")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "Inquiries")
@APIResponse(responseCode = "401", description = "No token, or one that is expired or forged")
@APIResponse(responseCode = "403", description = "The caller's roles do not allow it")
@APIResponse(responseCode = "404", description = "Unknown, or of another office")
@APIResponse(responseCode = "409", description = "The state does not allow it, or the key was used for another request")
@APIResponse(responseCode = "413", description = "The body is too large")
@APIResponse(responseCode = "429", description = "Asked too often")
@APIResponse(
        responseCode = "422",
        description = "Understood, but not right: every fault at its field",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        examples = @ExampleObject(name = "not the owner", value = """
                                                {"type": "urn:esup:problem:inquiries.not-the-owner",
                                                 "title": "The request is not right", "status": 422,
                                                 "detail": "The id 7402464091 is not among the owners of this property.",
                                                 "code": "inquiries.not-the-owner",
                                                 "errors": [{"field": "transferors[0].id",
                                                   "code": "inquiries.not-the-owner", "detail": "..."}]}""")))
public class InquiriesResource {
    private static final String EXAMPLE = """
            {"parcel": "1-5-67-15-0-0-0", "deal": "SALE",
             "transferors": [{"kind": "PERSON", "id": "7401003716", "name": "علی رضایی", "share": "3/6"}],
             "transferees": [{"kind": "PERSON", "id": "7402464091", "name": "رضا کریمی", "share": "3/6"}],
             "letter": {"number": "1405/123", "date": "1405/09/03"}}""";

    @Inject
    Inquiries inquiries;

    @Inject
    Clock clock;

    @Context
    HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Files an inquiry.",
            description = "Where nothing stands in the way, the signed answer is in the response. The same key with the"
                    + " same request gives the same inquiry.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Bodies.Request.class),
                            examples = @ExampleObject(name = "sale of half", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Filed; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Inquiry.class)))
    @APIResponse(
            responseCode = "503",
            description = "The signing key does not answer; nothing was kept, send it again with the same key")
    public Response file(
            @Parameter(description = "Unique for each inquiry, 1 to 100 visible ASCII characters", required = true)
                    @HeaderParam("Idempotency-Key")
                    String key,
            InputStream body) {
        if (key == null || !key.matches("[\\x21-\\x7E]{1,100}")) {
            throw new Refusal(400, Problem.invalid("inquiries.key-malformed").at("Idempotency-Key"));
        }
        InquiryRequest asked = InquiryReader.read(Input.json(body));
        InquiryView filed = file(key, asked);
        URI location = URI.create(request.getContextPath() + "/inquiries/" + filed.id());
        return answer(Response.created(location), filed);
    }

    /** All that is wrong, not only what was found first. */
    private InquiryView file(String key, InquiryRequest asked) {
        try {
            return inquiries.file(key, asked);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            List<Problem> all = inquiries.faults(asked);
            throw all.isEmpty() ? problem : new Faults(all);
        }
    }

    @GET
    @Operation(summary = "The inquiries of the own office, newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Rows.class)))
    public Response list(
            @Parameter(description = "Looked for in code, letter number, names and id")
                    @QueryParam("text")
                    @DefaultValue("")
                    String text,
            @QueryParam("state") String state,
            @Parameter(description = "First day, ISO or Persian") @QueryParam("from") String from,
            @Parameter(description = "Last day, ISO or Persian") @QueryParam("to") String to,
            @Parameter(description = "Counts from 0") @QueryParam("page") @DefaultValue("0") String page,
            @Parameter(description = "1 to 200") @QueryParam("size") @DefaultValue("50") String size) {
        Inquiries.Query query = new Inquiries.Query(text, state(state), Fields.day("from", from), Fields.day("to", to));
        Page.Request wanted = new Page.Request(number("page", page), number("size", size));
        return Response.ok(InquiryWriter.write(inquiries.search(query, wanted)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Optional<InquiryState> state(String state) {
        if (state == null || state.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InquiryState.valueOf(state));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                            "restapi.not-one-of", List.of(InquiryState.values()).toString())
                    .at("state");
        }
    }

    private static int number(String name, String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw Problem.invalid("restapi.not-a-number").at(name);
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An inquiry of the own office.")
    @APIResponse(
            responseCode = "200",
            description = "The inquiry",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Inquiry.class)))
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), inquiries.get(id));
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Takes back an inquiry that has no answer yet.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Inquiry.class)))
    public Response withdraw(@PathParam("id") String id) {
        return answer(Response.ok(), inquiries.withdraw(id));
    }

    @POST
    @Path("{id}/bill")
    @Operation(summary = "A bill of today, when the earlier one has lapsed or was replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The inquiry with bills that can be paid",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Inquiry.class)))
    public Response bill(@PathParam("id") String id) {
        return answer(Response.ok(), inquiries.freshBill(id));
    }

    @POST
    @Path("{id}/deed")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reports that the deed was registered or the deal abandoned.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Bodies.Deed.class),
                            examples =
                                    @ExampleObject(
                                            name = "registered",
                                            value =
                                                    "{\"outcome\": \"REGISTERED\", \"number\": \"98765\", \"date\": \"2026-11-24\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Inquiry.class)))
    public Response deed(@PathParam("id") String id, InputStream body) {
        Fields fields = new Fields(Input.json(body));
        fields.only(Set.of("outcome", "number", "date"));
        Optional<DeedOutcome> outcome = fields.constant("outcome", DeedOutcome.class);
        boolean registered = outcome.equals(Optional.of(DeedOutcome.REGISTERED));
        String number = fields.text("number", registered).orElse("");
        Optional<LocalDate> date = fields.date("date", registered);
        fields.check();
        LocalDate day = date.orElseGet(() -> LocalDate.now(clock.withZone(PersianDate.TEHRAN)));
        return answer(Response.ok(), inquiries.reportDeed(id, outcome.orElseThrow(), number, day));
    }

    @POST
    @Path("{id}/documents")
    @Consumes({"application/pdf", "image/jpeg", "image/png"})
    @Operation(summary = "Hands in a document of at most 10 MB.")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bodies.Inquiry.class)))
    public Response addDocument(
            @PathParam("id") String id, @QueryParam("name") @DefaultValue("document") String name, InputStream body) {
        byte[] content = Input.bytes(body, Input.LARGEST_FILE);
        URI location = URI.create(request.getContextPath() + "/inquiries/" + id);
        return answer(Response.created(location), inquiries.addDocument(id, name, content));
    }

    @GET
    @Path("{id}/documents/{document: [0-9]{1,18}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A document that was handed in.")
    @APIResponse(responseCode = "200", description = "The file")
    public Response document(@PathParam("id") String id, @PathParam("document") long document) {
        return Response.ok(inquiries.document(id, document), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    @Operation(summary = "The signed answer.")
    @APIResponse(
            responseCode = "200",
            description = "The signed PDF",
            content = @Content(mediaType = "application/pdf"))
    public Response pdf(@PathParam("id") String id) {
        return Response.ok(inquiries.pdf(id), "application/pdf")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"inquiry-" + id.replaceAll("[^0-9-]", "") + ".pdf\"")
                .build();
    }

    private Response answer(Response.ResponseBuilder response, InquiryView view) {
        return response.entity(new InquiryWriter(Callers.texts(request)).write(view))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
