package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Sites;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Rules;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What may be built on a parcel: for everybody, without login. Equal questions have equal bytes for ever. */
@ApplicationScoped
@PermitAll
@Path("")
@Tag(name = "Rules")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description =
                "The rules, or why there are none. Without known the tag is weak and stays from minute to minute while nothing"
                        + " else is another; with one that is over the answer may be kept for a day",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = RuleBodies.Rules.class)))
@APIResponse(responseCode = "304", description = "The same as the caller has")
@APIResponse(
        responseCode = "404",
        description = "No such parcel, none that was known at that instant, outside the city, or no book on that day")
@APIResponse(
        responseCode = "422",
        description =
                "The book has no rule here (Article 5 referral): a problem whose further members are the whole answer with"
                        + " the facts found. Or what is supposed cannot be, such as a neighbour that does not touch: a"
                        + " problem without them")
@APIResponse(responseCode = "409", description = "Other codes took the place of this one")
@APIResponse(responseCode = "429", description = "Asked too often")
public class RulesResource {
    @Inject
    Rules rules;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    @Inject
    KeptAnswers kept;

    @Context
    HttpServletRequest request;

    @GET
    @Path("parcels/{code}/rules")
    @Operation(
            summary = "What may be built on a parcel, with the clauses that say so.",
            description =
                    "With neighbours, ground given up or uses by name it is a what-if: its document says so, and no"
                            + " statement is ever issued of it.")
    public Response ofParcel(
            @PathParam("code") String code,
            @Parameter(description = Fields.DAY) @QueryParam("on") String on,
            @Parameter(description = Fields.KNOWN) @QueryParam("known") String known,
            @Parameter(description = "Code of a neighbour put to it; up to 9, in any order") @QueryParam("with")
                    List<String> with,
            @Parameter(description = "Given up for the street of one's own will, whole square metres")
                    @QueryParam("ceded")
                    String ceded,
            @Parameter(description = "Rooms of a hotel, by which its parking is counted") @QueryParam("rooms")
                    String rooms,
            @Parameter(description = "Code of a use to look at alone, permitted or not; up to 10") @QueryParam("use")
                    List<String> use) {
        callers.countPublic();
        Instant then = Fields.known(known, clock);
        Rules.Supposed supposed = new Rules.Supposed(
                neighbours(with),
                Rules.Supposed.ceded(ceded == null ? "" : ceded),
                Rules.Supposed.rooms(rooms == null ? "" : rooms),
                use);
        return answered(rules.of(RenewalCode.parse(code), Fields.day("on", on, then), then, supposed), known);
    }

    private static List<RenewalCode> neighbours(List<String> typed) {
        if (typed.size() >= Sites.MOST_PLOTS) {
            throw Problem.invalid("parcels.too-many-plots", Sites.MOST_PLOTS).at("with");
        }
        try {
            return typed.stream().map(RenewalCode::parse).toList();
        } catch (Problem malformed) {
            throw malformed.at("with");
        }
    }

    @GET
    @Path("rules")
    @Operation(summary = "The same for the parcel at a point.")
    public Response atPoint(
            @Parameter(description = "Degrees of WGS84") @QueryParam("lat") String lat,
            @Parameter(description = "Degrees of WGS84") @QueryParam("lon") String lon,
            @QueryParam("on") String on,
            @QueryParam("known") String known) {
        callers.countPublic();
        Instant then = Fields.known(known, clock);
        return answered(rules.at(degrees("lon", lon), degrees("lat", lat), Fields.day("on", on, then), then), known);
    }

    private Response answered(Answer answer, String known) {
        boolean ofThisMinute = known == null || known.isBlank();
        Reply reply = Reply.of(rules.document(answer), kept.lasting(answer.known(), ofThisMinute));
        kept.keep(KeptFilter.address(request), reply, answer.known(), ofThisMinute);
        return reply.to(request);
    }

    private static double degrees(String field, String typed) {
        if (typed == null || !typed.strip().matches("-?[0-9]{1,3}(\\.[0-9]{1,12})?")) {
            throw Problem.invalid("restapi.degrees-malformed").at(field);
        }
        return Double.parseDouble(typed.strip());
    }
}
