package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.web.MapShown;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The city as a small picture. A tap on it opens the map at that place, without a script. */
@WebServlet("/city.svg")
public class CityPicture extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** How wide the picture stands on a page, in points: a browser tells where it was tapped in these. */
    static final int WIDTH = 340;

    /** Without streets, of which a city has more than a first page may weigh. */
    private static final Set<LayerKind> DRAWN = EnumSet.of(LayerKind.ZONE, LayerKind.RIVER);

    private static final String GROUND = "#e1f0f0";

    /** What a tap shows, as a part of the whole city to each side. */
    private static final double NEAR = 0.08;

    @Inject
    MapViews views;

    @Inject
    Limits limits;

    @Inject
    Clock clock;

    /** What the map shows after a tap; empty where none of the two numbers of one is there. */
    static Optional<MapViews.Bounds> tapped(String x, String y, MapViews.Bounds city) {
        if (!x.matches("[0-9]{1,4}") || !y.matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        double wide = city.east() - city.west();
        double high = city.north() - city.south();
        double east = city.west() + wide * Math.min(1, Integer.parseInt(x) / (double) WIDTH);
        double north = city.north() - high * Math.min(1, Integer.parseInt(y) / (double) height(city));
        return Optional.of(
                new MapViews.Bounds(east - wide * NEAR, north - high * NEAR, east + wide * NEAR, north + high * NEAR));
    }

    /** How high the picture stands on a page, in points. */
    static int height(MapViews.Bounds city) {
        return (int) Math.round(Extract.ratio(city) * WIDTH);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        limits.count();
        Instant known = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        LocalDate today = LocalDate.ofInstant(known, PersianDate.TEHRAN);
        byte[] picture =
                picture(MapShown.city(views, today, known), today, known).getBytes(StandardCharsets.UTF_8);
        String tag = '"' + Sha256.of(picture) + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=600");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.getOutputStream().write(picture);
    }

    private String picture(MapViews.Bounds city, LocalDate on, Instant known) {
        double scale = Extract.scale(city);
        MapViews.View view =
                new MapViews.View(city.west(), city.south(), city.east(), city.north(), scale, DRAWN, on, known);
        return drawn(Extract.of(views, view, Set.of()));
    }

    /** Alone and small: in place of the patterns of the map, which lie in its page, zones are plain. */
    static String drawn(Extract city) {
        StringBuilder svg = new StringBuilder(1 << 14)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(city.width())
                .append(' ')
                .append(city.height())
                .append("\">");
        for (Extract.Shape shape : city.shapes()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                    shape.path(),
                    shape.fill().startsWith("url(") ? GROUND : shape.fill(),
                    shape.stroke(),
                    shape.thick()));
        }
        return svg.append("</svg>").toString();
    }
}
