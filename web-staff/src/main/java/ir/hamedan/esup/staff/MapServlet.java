package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.PlanMaps;
import ir.hamedan.esup.parcels.api.PlanMaps.Part;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Parameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Views of the maps of planners, as GeoJSON: of a version of a layer at {@code /maps/layer?id=}, of a limit of the city at
 * {@code /maps/limit?id=}, and of what a draft of a book changes at {@code /maps/impact?id=}. A view is given as to {@code
 * /api/map}. Who may see it is decided by the modules, and nothing of it is kept on the way.
 */
@WebServlet("/maps/*")
public class MapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PlanMaps maps;

    @Inject
    transient ImpactReports impacts;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = Parameters.whole(request, "id").orElse(0L);
        List<String> layers = List.of(Parameters.text(request, "layers").split(","));
        MapViews.View view = view(request, named(LayerKind.values(), layers));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (String.valueOf(request.getPathInfo())) {
            case "/layer" -> {
                Messages messages = Messages.in(Language.of(request));
                maps.version(id, named(Part.values(), layers), view, fault -> words(messages, fault), out);
            }
            case "/limit" -> maps.limit(id, named(Part.values(), layers), view, out);
            case "/impact" -> impacts.map(id, named(Outcome.values(), layers), view, out);
            default -> {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(out.size());
        out.writeTo(response.getOutputStream());
    }

    /** What a mark says; a gap between zones is of no feature. */
    static String words(Messages messages, LayerFault fault) {
        String words = Said.fault(messages, fault);
        return fault.feature().isEmpty() ? words : fault.feature() + " – " + words;
    }

    private MapViews.View view(HttpServletRequest request, Set<LayerKind> kinds) {
        Instant now = clock.instant();
        return new MapViews.View(
                number(request, "west"),
                number(request, "south"),
                number(request, "east"),
                number(request, "north"),
                number(request, "scale"),
                kinds,
                LocalDate.ofInstant(now, PersianDate.TEHRAN),
                now);
    }

    /** What is no number makes no view, and that is refused. */
    private static double number(HttpServletRequest request, String name) {
        try {
            return Double.parseDouble(Parameters.text(request, name));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static <E extends Enum<E>> Set<E> named(E[] all, List<String> names) {
        return Arrays.stream(all).filter(one -> names.contains(one.name())).collect(Collectors.toSet());
    }
}
