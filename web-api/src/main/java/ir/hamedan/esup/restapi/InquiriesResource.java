package ir.hamedan.esup.restapi;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
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
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Transfer inquiries of the client's own notary office. */
@Path("inquiries")
@Produces({MediaType.APPLICATION_JSON, ProblemJson.TYPE})
@Tag(name = "inquiries")
@SecurityRequirement(name = "token")
public class InquiriesResource {
    private static final int LARGEST_DOCUMENT = 10 * 1024 * 1024;

    @Inject
    Inquiries inquiries;

    @Inject
    Clock clock;

    @Context
    HttpHeaders headers;

    @Context
    SecurityContext security;

    @Context
    UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "File an inquiry",
            description = "Answered at once: issued with its certificate, awaiting payment with one bill, or with an"
                    + " officer. The same Idempotency-Key with the same body gives the same inquiry.")
    @APIResponse(responseCode = "201", description = "The inquiry")
    @APIResponse(responseCode = "409", description = "The key was used for another body")
    @APIResponse(responseCode = "422", description = "Faults, each at its field")
    public Response file(@HeaderParam("Idempotency-Key") String key, InputStream body) throws IOException {
        requireLogin();
        InquiryRequest request = InquiryJson.request(Reading.of(body));
        if (key == null) {
            throw Problem.invalid("inquiries.key-malformed").at("Idempotency-Key");
        }
        List<Problem> faults = inquiries.faults(request);
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        InquiryView inquiry = inquiries.file(key, request);
        return Response.created(uri.getAbsolutePathBuilder().path(inquiry.id()).build())
                .entity(json(inquiry))
                .build();
    }

    @GET
    @Operation(summary = "List the office's inquiries, newest first")
    public String search(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("state") String state,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("20") int size) {
        requireLogin();
        Optional<InquiryState> wanted = Optional.ofNullable(state).map(Reading.constant(InquiryState.class));
        Inquiries.Query query = new Inquiries.Query(text, wanted, day(from), day(to));
        Page<InquiryRow> found = inquiries.search(query, new Page.Request(page, size));
        JsonArrayBuilder rows = Json.createArrayBuilder();
        found.rows().forEach(row -> rows.add(InquiryJson.row(row)));
        return Json.createObjectBuilder()
                .add("rows", rows)
                .add("total", found.total())
                .add("page", page)
                .add("size", size)
                .build()
                .toString();
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.ofNullable(text).map(Reading::date);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One inquiry of the office")
    @APIResponse(responseCode = "404", description = "Not an inquiry of this office")
    public String get(@PathParam("id") String id) {
        requireLogin();
        return json(inquiries.get(id));
    }

    @GET
    @Path("{id}/pdf")
    @Produces({"application/pdf", ProblemJson.TYPE})
    @Operation(summary = "The signed answer, byte for byte")
    public Response pdf(@PathParam("id") String id) {
        requireLogin();
        return Response.ok(inquiries.pdf(id), "application/pdf").build();
    }

    @POST
    @Path("{id}/deed")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report that the deed was registered, or the deal abandoned")
    public String deed(@PathParam("id") String id, InputStream body) throws IOException {
        requireLogin();
        Reading reading = Reading.of(body).only(Set.of("outcome", "number", "date"));
        DeedOutcome outcome = reading.required("outcome", Reading.constant(DeedOutcome.class));
        boolean registered = outcome != DeedOutcome.ABANDONED;
        String number = registered
                ? reading.required("number", PersianText::clean)
                : reading.optional("number", PersianText::clean);
        LocalDate date = registered ? reading.required("date", Reading::date) : reading.optional("date", Reading::date);
        reading.refuseFaults();
        LocalDate day = date == null ? LocalDate.now(clock.withZone(PersianDate.TEHRAN)) : date;
        return json(inquiries.reportDeed(id, outcome, number == null ? "" : number, day));
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take back an inquiry that has no answer yet")
    public String withdraw(@PathParam("id") String id) {
        requireLogin();
        return json(inquiries.withdraw(id));
    }

    @POST
    @Path("{id}/bill")
    @Operation(summary = "A bill with the amounts of today, when the earlier one has lapsed")
    public String freshBill(@PathParam("id") String id) {
        requireLogin();
        return json(inquiries.freshBill(id));
    }

    @POST
    @Path("{id}/documents")
    @Consumes({"application/pdf", "image/jpeg", "image/png", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Hand in a document: PDF, JPEG or PNG, at most 10 MB")
    public String document(
            @PathParam("id") String id, @QueryParam("name") @DefaultValue("document") String name, InputStream body)
            throws IOException {
        requireLogin();
        return json(inquiries.addDocument(id, name, Reading.bounded(body, LARGEST_DOCUMENT)));
    }

    private String json(InquiryView inquiry) {
        return InquiryJson.view(inquiry, ProblemJson.messages(headers)).toString();
    }

    /** Before a body is read: what nobody may send is not looked at. */
    private void requireLogin() {
        if (security.getUserPrincipal() == null) {
            throw Problem.unauthenticated("people.not-logged-in");
        }
    }
}
