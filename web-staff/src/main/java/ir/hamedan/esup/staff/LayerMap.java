package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.PlanMaps;
import ir.hamedan.esup.parcels.api.PlanMaps.Part;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The map of a version of a layer: the version over what is in force, and its faults, one of which may be chosen. */
@Named("layerMap")
@RequestScoped
public class LayerMap {
    /** Row of the fault that is chosen, counted from 1 over all pages of the list. */
    static final String FAULT = "fault";

    @Inject
    LayerOffice office;

    @Inject
    PlanMaps maps;

    @Inject
    MapViews views;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private MapShown map;

    @PostConstruct
    void load() {
        LayerVersion version = office.version(Parameters.whole(request, "id").orElse(0L));
        Instant now = clock.instant();
        MapViews.Bounds city = MapShown.city(views, LocalDate.ofInstant(now, PersianDate.TEHRAN), now);
        MapViews.Bounds whole = maps.boundsOfVersion(version.id()).orElse(city);
        long row = Parameters.whole(request, FAULT).orElse(0L);
        Optional<MapViews.Bounds> chosen = fault(version.id(), row)
                .flatMap(LayerFault::place)
                .map(at -> MapShown.around(at.longitude(), at.latitude()));
        map = new MapShown(
                "maps/layer?id=" + version.id(),
                "layer?id=" + version.id() + "&" + FAULT + "={}#fault-{}",
                List.of(Part.BLOCK.name(), Part.WARN.name()),
                chosen.orElse(whole),
                whole,
                chosen.isPresent() ? Long.toString(row) : "",
                "staff.plan.map.",
                layers(version, language.getMessages()));
    }

    private Optional<LayerFault> fault(long version, long row) {
        return row < 1
                ? Optional.empty()
                : office.faults(version, new Page.Request((int) row - 1, 1)).rows().stream()
                        .findFirst();
    }

    /** What is in force of the same layer comes before the others, to be compared. */
    private static List<MapLayer> layers(LayerVersion version, Messages messages) {
        List<MapLayer> layers = new ArrayList<>();
        layers.add(PlanLook.of(Part.VERSION, messages, true));
        layers.add(PlanLook.of(Part.BLOCK, messages, true));
        layers.add(PlanLook.of(Part.WARN, messages, true));
        layers.add(PlanLook.of(Part.LIMIT, messages, true));
        if (version.coverage()) {
            layers.add(PlanLook.of(Part.REACH, messages, true));
        }
        layers.add(inForce(version.kind(), messages));
        for (LayerKind kind : LayerKind.values()) {
            if (kind != version.kind()) {
                layers.add(inForce(kind, messages));
            }
        }
        return layers;
    }

    static MapLayer inForce(LayerKind kind, Messages messages) {
        MapLayer layer = MapLayer.of(kind, messages, false);
        return new MapLayer(
                layer.key(),
                messages.text("staff.plan.map.in-force", layer.name()),
                layer.look(),
                layer.shown(),
                layer.wide());
    }

    public MapShown getMap() {
        return map;
    }
}
