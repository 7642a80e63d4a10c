package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The layers of the map, view by view: for everybody, without login and without owners. */
@RequestScoped
@PermitAll
@Path("map")
@Tag(name = "Map")
@Produces(MediaType.APPLICATION_JSON) // GeoJSON under its own type would not be compressed by the server
@APIResponse(
        responseCode = "200",
        description = "A GeoJSON collection; its member cut names the layers of which there is more than was given")
@APIResponse(responseCode = "304", description = "The same as the caller has")
@APIResponse(responseCode = "422", description = "The view is malformed or too wide for its scale")
@APIResponse(responseCode = "429", description = "Asked too often")
public class MapResource {
    @Inject
    MapViews views;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    @Context
    Request request;

    @GET
    @Operation(summary = "What of the layers lies in a view.")
    public Response view(
            @Parameter(description = "Degrees of WGS84") @QueryParam("west") String west,
            @QueryParam("south") String south,
            @QueryParam("east") String east,
            @QueryParam("north") String north,
            @Parameter(description = "Metres a pixel; parcels are given from 5 on") @QueryParam("scale") String scale,
            @Parameter(description = "Such as PARCEL,ZONE,STREET; these three when it is not given")
                    @QueryParam("layers")
                    String layers,
            @Parameter(description = Fields.DAY) @QueryParam("on") String on,
            @Parameter(description = Fields.KNOWN) @QueryParam("known") String known) {
        callers.countPublic();
        Instant then = Fields.known(known, clock);
        LocalDate day = Fields.day("on", on, then);
        MapViews.View view = new MapViews.View(
                number("west", west),
                number("south", south),
                number("east", east),
                number("north", north),
                number("scale", scale),
                kinds(layers),
                day,
                then);
        requireScreen(view);
        return answered(view);
    }

    private Response answered(MapViews.View view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        views.write(view, out);
        byte[] body = out.toByteArray();
        return Cached.answer(request, Sha256.of(body), () -> Response.ok(body));
    }

    /** Whether a screen could show it; what is no view at all is the layers' to refuse. */
    static void requireScreen(MapViews.View view) {
        if (!view.fitsScreen()) {
            throw Problem.invalid("restapi.view-too-wide", (int) MapViews.MOST_PIXELS)
                    .at("scale");
        }
    }

    static Set<LayerKind> kinds(String typed) {
        if (typed == null || typed.isBlank()) {
            return EnumSet.of(LayerKind.PARCEL, LayerKind.ZONE, LayerKind.STREET);
        }
        Set<LayerKind> kinds = EnumSet.noneOf(LayerKind.class);
        for (String name : typed.strip().split(",", LayerKind.values().length + 1)) {
            kinds.add(kind(name));
        }
        return kinds;
    }

    private static LayerKind kind(String name) {
        for (LayerKind kind : LayerKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw Problem.invalid("restapi.not-one-of", EnumSet.allOf(LayerKind.class))
                .at("layers");
    }

    private static double number(String field, String typed) {
        if (typed == null || !typed.strip().matches("-?[0-9]{1,5}(\\.[0-9]{1,15})?")) {
            throw Problem.invalid("restapi.degrees-malformed").at(field);
        }
        return Double.parseDouble(typed.strip());
    }
}
