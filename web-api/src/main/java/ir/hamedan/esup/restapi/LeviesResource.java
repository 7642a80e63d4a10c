package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.levies.api.Shops;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.permits.api.LevyQuestions;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Rules;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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

/** What the levies of a permit would be: for everybody, without login, and without what anybody owes. */
@ApplicationScoped
@PermitAll
@Path("parcels/{code}/levies")
@Tag(name = "Levies")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "404",
        description = "No such parcel, none that was known at that instant, or no book on that day")
@APIResponse(responseCode = "409", description = "Other codes took the place of this one")
@APIResponse(responseCode = "422", description = "What is supposed of the shops or uses cannot be")
@APIResponse(responseCode = "429", description = "Asked too often")
public class LeviesResource {
    @Inject
    Rules rules;

    @Inject
    PermitLevies levies;

    @Inject
    Parcels parcels;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    @GET
    @Operation(
            summary = "What the levies of a permit would be for all that each use allows, line by line.",
            description =
                    "An estimate by the levy book and the regional price of the day. What is not known is left out with the"
                            + " reason, and is never an amount of nothing. With an instant that is over equal questions"
                            + " have equal answers.")
    @APIResponse(
            responseCode = "200",
            description = "An estimate for each use that may be built",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LevyBodies.Levies.class)))
    public Response permitLevies(
            @PathParam("code") String typed,
            @Parameter(description = Fields.DAY) @QueryParam("on") String on,
            @Parameter(description = Fields.KNOWN) @QueryParam("known") String known,
            @Parameter(description = "Code of a use to look at alone; up to 10") @QueryParam("use") List<String> use,
            @Parameter(description = "Number of shops, all of one size; 0 for none") @QueryParam("tradeUnits")
                    String tradeUnits,
            @Parameter(description = "Of each, square metres") @QueryParam("tradeArea") String tradeArea,
            @Parameter(description = "Between the walls of each, metres") @QueryParam("tradeSpan") String tradeSpan,
            @Parameter(description = "Of each, metres") @QueryParam("tradeHeight") String tradeHeight) {
        callers.countPublic();
        Shops shops = Shops.of(tradeUnits, tradeArea, tradeSpan, tradeHeight);
        if (!shops.problems().isEmpty()) {
            throw new Faults(shops.problems());
        }
        Instant then = Fields.known(known, clock);
        RenewalCode code = RenewalCode.parse(typed);
        Answer answer = rules.of(code, Fields.day("on", on, then), then, Rules.Supposed.uses(use));
        LandObject object = parcels.everNamed(code).orElseThrow(() -> Problem.notFound("parcels.unknown-code", code));
        LevyBodies.Levies body = new LevyBodies.Levies(
                answer.parcel().orElse(code).text(),
                answer.on(),
                answer.known(),
                answer.verdict().name(),
                answer.uses().stream()
                        .map(one -> LevyBodies.OfUse.of(
                                one,
                                LevyQuestions.of(answer, object.region(), one, shops)
                                        .map(levies::of)))
                        .toList());
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, Cached.CONTROL)
                .build();
    }
}
