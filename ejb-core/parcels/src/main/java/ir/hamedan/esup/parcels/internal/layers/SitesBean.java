package ir.hamedan.esup.parcels.internal.layers;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.Sites;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;

/** Two statements an answer: one finds the parcel, the other all that lies around it. */
@Stateless
@Local(Sites.class)
public class SitesBean implements Sites {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Override
    @PermitAll
    public Site of(RenewalCode code, LocalDate on, Instant known) {
        return of(code, Used.of(on, known));
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR})
    public Site preview(long version, RenewalCode code) {
        new Versions(sql()).get(version);
        return of(code, new Used(LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN), clock.instant(), version));
    }

    private Site of(RenewalCode code, Used used) {
        return of(new Lookup(sql(), used).byCode(code.ofParcel()), used);
    }

    private Site of(Lookup.Parcel parcel, Used used) {
        return parcel.outline().map(outline -> site(parcel, outline, used)).orElseGet(() -> undrawn(parcel, used));
    }

    @Override
    @PermitAll
    public Site united(RenewalCode parcel, Collection<RenewalCode> with, LocalDate on, Instant known) {
        Used used = Used.of(on, known);
        Lookup lookup = new Lookup(sql(), used);
        Lookup.Parcel own = lookup.byCode(parcel.ofParcel());
        List<Lookup.Parcel> all = new ArrayList<>(others(lookup, own.code(), with));
        all.add(own);
        return of(all.size() == 1 ? own : together(own, all), used);
    }

    private static List<Lookup.Parcel> others(Lookup lookup, RenewalCode own, Collection<RenewalCode> with) {
        if (with.size() >= MOST_PLOTS) {
            throw Problem.invalid("parcels.too-many-plots", MOST_PLOTS).at("with");
        }
        Set<RenewalCode> codes = new TreeSet<>();
        for (RenewalCode code : with) {
            if (code.ofParcel().equals(own) || !codes.add(code.ofParcel())) {
                throw Problem.invalid("parcels.code-twice", code.ofParcel()).at("with");
            }
        }
        try {
            return lookup.byCodes(codes);
        } catch (Problem problem) {
            throw problem.at("with");
        }
    }

    private static Lookup.Parcel together(Lookup.Parcel own, List<Lookup.Parcel> all) {
        SortedMap<RenewalCode, Geometry> outlines = new TreeMap<>();
        for (Lookup.Parcel part : all) {
            outlines.put(part.code(), part.outline().orElseThrow(() -> Problem.invalid("parcels.not-drawn", part.code())
                    .at("with")));
        }
        double tolerance = own.settings().apart();
        Plots plots = new Plots(outlines, tolerance);
        List<RenewalCode> apart = plots.apartFrom(own.code());
        if (!apart.isEmpty()) {
            throw Problem.invalid("parcels.plots-apart", apart, Math.round(tolerance * 100))
                    .at("with");
        }
        boolean known = all.stream().allMatch(part -> part.deedArea() > 0);
        long deeds = all.stream().mapToLong(Lookup.Parcel::deedArea).sum();
        return new Lookup.Parcel(own.code(), known ? deeds : 0, Optional.of(plots.outline()), own.settings());
    }

    @Override
    @PermitAll
    public List<RenewalCode> neighbours(RenewalCode code, LocalDate on, Instant known) {
        Lookup lookup = new Lookup(sql(), Used.of(on, known));
        Lookup.Parcel own = lookup.byCode(code.ofParcel());
        if (own.outline().isEmpty()) {
            return List.of();
        }
        Map<RenewalCode, Double> sides = new TreeMap<>();
        lookup.near(own)
                .forEach((other, outline) -> sides.put(
                        other,
                        Plots.shared(
                                own.outline().get(), outline, own.settings().apart())));
        return sides.entrySet().stream()
                .filter(side -> side.getValue() > 0)
                .sorted(Map.Entry.<RenewalCode, Double>comparingByValue().reversed())
                .limit(MOST_NEIGHBOURS)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    @PermitAll
    public Site at(double longitude, double latitude, LocalDate on, Instant known) {
        Used used = Used.of(on, known);
        Lookup lookup = new Lookup(sql(), used);
        Lookup.Spot spot = lookup.byPoint(longitude, latitude);
        Optional<Lookup.Parcel> parcel = spot.parcel();
        if (parcel.isPresent()) {
            return site(parcel.get(), parcel.get().outline().orElseThrow(), used);
        }
        Around around = Around.of(sql(), used, spot.point(), spot.settings().reach());
        refuseStreet(around, spot);
        if (spot.limit().filter(limit -> !limit.covers(spot.point())).isPresent()) {
            throw lookup.outsideCity(longitude, latitude);
        }
        Site site = site(Optional.empty(), 0, spot.point(), spot.settings(), around, used, new Shapes());
        return spot.limit().isPresent() || !site.zones().isEmpty() ? site : unbounded(site);
    }

    /** Nobody knows how far the city reaches: that no zone is here does not say that none holds. */
    private static Site unbounded(Site site) {
        Set<LayerKind> clear = EnumSet.noneOf(LayerKind.class);
        clear.addAll(site.clear());
        clear.remove(LayerKind.ZONE);
        Set<LayerKind> noData = EnumSet.of(LayerKind.ZONE);
        noData.addAll(site.noData());
        return new Site(
                site.parcel(),
                site.on(),
                site.known(),
                site.deedArea(),
                site.area(),
                site.zones(),
                site.frontages(),
                site.corners(),
                site.concerns(),
                clear,
                noData,
                site.versions());
    }

    private static void refuseStreet(Around around, Lookup.Spot spot) {
        for (Feature street : around.of(LayerKind.STREET)) {
            if (street.geometry().distance(spot.point()) * 200 <= street.value()) {
                throw Problem.notFound(
                        "parcels.point-on-street", street.name().isEmpty() ? street.id() : street.name());
            }
        }
    }

    @Override
    @PermitAll
    public Optional<RenewalCode> parcelAt(double longitude, double latitude, LocalDate on, Instant known) {
        return new Lookup(sql(), Used.of(on, known))
                .byPoint(longitude, latitude)
                .parcel()
                .map(Lookup.Parcel::code);
    }

    private Site site(Lookup.Parcel parcel, Geometry outline, Used used) {
        Around around = Around.of(sql(), used, outline, parcel.settings().reach());
        return site(
                Optional.of(parcel.code()), parcel.deedArea(), outline, parcel.settings(), around, used, new Shapes());
    }

    static Site site(
            Optional<RenewalCode> parcel,
            long deedArea,
            Geometry place,
            Settings settings,
            Around around,
            Used used,
            Shapes shapes) {
        Parts parts = new Parts(place, settings, shapes);
        Sides sides = new Sides(place, around.of(LayerKind.STREET), settings, shapes);
        List<Site.Zone> zones = parts.zones(around.of(LayerKind.ZONE));
        List<Site.Frontage> frontages = sides.frontages();
        List<Site.Concern> concerns = new ArrayList<>();
        Set<LayerKind> clear = EnumSet.noneOf(LayerKind.class);
        Set<LayerKind> noData = EnumSet.noneOf(LayerKind.class);
        for (LayerKind kind : LayerKind.values()) {
            List<Site.Concern> found = Used.isOverlay(kind) ? parts.concerns(kind, around.of(kind)) : List.of();
            concerns.addAll(found);
            if (!around.reaches(kind, place) || kind == LayerKind.ZONE && parts.isPartlyWithoutZone()) {
                noData.add(kind);
            } else if (isClear(kind, parcel, zones, frontages, found)) {
                clear.add(kind);
            }
        }
        return new Site(
                parcel,
                used.on(),
                used.known(),
                deedArea,
                Parts.hundredths(place.getArea()),
                List.copyOf(zones),
                frontages,
                sides.corners(),
                List.copyOf(concerns),
                clear,
                noData,
                around.versions());
    }

    private static boolean isClear(
            LayerKind kind,
            Optional<RenewalCode> parcel,
            List<Site.Zone> zones,
            List<Site.Frontage> frontages,
            List<Site.Concern> found) {
        return switch (kind) {
            case PARCEL -> parcel.isEmpty();
            case ZONE -> zones.isEmpty();
            case STREET -> frontages.isEmpty();
            case HERITAGE, WORN_OUT, RIVER, SLOPE, AIRPORT, FAULT, SECURITY, GARDEN, ROAD_PLAN -> found.isEmpty();
        };
    }

    /** Where nobody has drawn the parcel no layer can say anything of it. */
    static Site undrawn(Lookup.Parcel parcel, Used used) {
        return new Site(
                Optional.of(parcel.code()),
                used.on(),
                used.known(),
                parcel.deedArea(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                EnumSet.noneOf(LayerKind.class),
                EnumSet.allOf(LayerKind.class),
                List.of());
    }

    private Sql sql() {
        return new Sql(source);
    }
}
