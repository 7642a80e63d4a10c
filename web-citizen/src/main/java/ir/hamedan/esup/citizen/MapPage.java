package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.rulebooks.api.RuleReports;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.MapLayer;
import ir.hamedan.esup.web.MapShown;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The map of the city: where it opens, and the layers one can choose. What is on it the browser asks for view by view. */
@Named("mapPage")
@RequestScoped
public class MapPage {
    private static final Set<LayerKind> SHOWN_FIRST = Set.of(LayerKind.PARCEL, LayerKind.STREET, LayerKind.ZONE);

    @Inject
    MapViews views;

    @Inject
    Parcels parcels;

    @Inject
    Limits limits;

    @Inject
    Language language;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private Optional<RenewalCode> code = Optional.empty();
    private Optional<MapViews.Bounds> parcel = Optional.empty();
    private boolean unknown;
    private MapShown map;

    @PostConstruct
    void load() {
        limits.count();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, PersianDate.TEHRAN);
        String asked = Parameters.text(request, "code");
        if (!asked.isEmpty()) {
            code = Optional.of(RenewalCode.parse(asked));
            parcel = views.boundsOf(code.get(), today, now);
            unknown = parcel.isEmpty() && parcels.find(code.get()).isEmpty();
        }
        MapViews.Bounds city = MapShown.city(views, today, now);
        Optional<MapViews.Bounds> tapped =
                CityPicture.tapped(Parameters.text(request, "at.x"), Parameters.text(request, "at.y"), city);
        map = new MapShown(
                "/api/map",
                "/rules?code={}",
                List.of(LayerKind.PARCEL.name()),
                parcel.or(this::place).or(() -> tapped).orElse(city),
                city,
                unknown ? "" : getCode(),
                "citizen.map.",
                Stream.of(LayerKind.values())
                        .map(kind -> MapLayer.of(kind, language.getMessages(), SHOWN_FIRST.contains(kind)))
                        .toList());
    }

    /** Around the place the page was asked for. */
    private Optional<MapViews.Bounds> place() {
        String latitude = Parameters.text(request, "lat");
        if (latitude.isEmpty()) {
            return Optional.empty();
        }
        RuleReports.Place place = RuleReports.Place.parse(Parameters.text(request, "lon"), latitude);
        return Optional.of(
                MapShown.around(place.east().doubleValue(), place.north().doubleValue()));
    }

    /** The parcel the page was asked for; empty for none. */
    public String getCode() {
        return code.map(RenewalCode::toString).orElse("");
    }

    /** Whether a parcel was asked for that the register has and the map does not. */
    public boolean isMissing() {
        return code.isPresent() && parcel.isEmpty() && !unknown;
    }

    /** Whether a parcel was asked for that the register does not have. */
    public boolean isUnknown() {
        return unknown;
    }

    public MapShown getMap() {
        return map;
    }
}
