package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.parcels.api.CityLimits;
import ir.hamedan.esup.parcels.api.CityLimits.Limit;
import ir.hamedan.esup.parcels.api.CityLimits.LimitState;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.PlanMaps;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.MapLayer;
import ir.hamedan.esup.web.MapShown;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The limits of the city: the one in force, those before and after it, and one of them on a map. */
@Named("cityLimits")
@RequestScoped
public class CityLimitsPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    CityLimits limits;

    @Inject
    PlanMaps maps;

    @Inject
    Me me;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private Optional<Limit> inForce;
    private Page<Limit> rows;
    private Optional<Limit> shown;
    private MapShown map;
    private Part outline;
    private String validFrom;
    private String reason;

    @PostConstruct
    void load() {
        inForce = limits.inForce();
        rows = limits.all(Parameters.page(request, PAGE_SIZE));
        shown = Parameters.whole(request, "id")
                .map(limits::get)
                .or(() -> rows.rows().stream()
                        .filter(one -> one.state() == LimitState.WAITING)
                        .findFirst())
                .or(() -> inForce)
                .or(() -> rows.rows().stream().findFirst());
        shown.ifPresent(limit -> map = map(limit));
        validFrom = PersianDate.of(clock.instant()).text();
    }

    private MapShown map(Limit limit) {
        Messages messages = language.getMessages();
        MapViews.Bounds bounds = maps.boundsOfLimit(limit.id());
        Stream<MapLayer> own = Stream.of(
                MapLayer.of(
                        PlanMaps.Part.VERSION.name(),
                        messages.text("staff.limit.shown"),
                        PlanLook.of(PlanMaps.Part.VERSION, messages, true).look(),
                        true),
                PlanLook.of(PlanMaps.Part.LIMIT, messages, true));
        Stream<MapLayer> others = Stream.of(LayerKind.values()).map(kind -> LayerMap.inForce(kind, messages));
        return new MapShown(
                "maps/limit?id=" + limit.id(),
                "",
                List.of(),
                bounds,
                bounds,
                "",
                "staff.plan.map.",
                Stream.concat(own, others).toList());
    }

    public Optional<Limit> getInForce() {
        return inForce;
    }

    public Page<Limit> getRows() {
        return rows;
    }

    /** The one on the map; null while the city has none. */
    public Limit getShown() {
        return shown.orElse(null);
    }

    public MapShown getMap() {
        return map;
    }

    public boolean isKeeper() {
        return me.has("SUPERVISOR ADMINISTRATOR");
    }

    public boolean isWaiting(Limit limit) {
        return limit != null && isKeeper() && limit.state() == LimitState.WAITING;
    }

    /** Whether my signature would be the second one. */
    public boolean isPublishable(Limit limit) {
        return isWaiting(limit) && !limit.signedBy().equals(me.getUsername());
    }

    public boolean isWithdrawable(Limit limit) {
        return limit != null && isKeeper() && limit.state() == LimitState.PUBLISHED;
    }

    public boolean isInForce(Limit limit) {
        return inForce.filter(limit::equals).isPresent();
    }

    public String tone(Limit limit) {
        return switch (limit.state()) {
            case WAITING -> "info";
            case PUBLISHED -> isInForce(limit) ? "good" : "plain";
            case WITHDRAWN, GIVEN_UP -> "plain";
        };
    }

    /** Square kilometres with two digits behind the point. */
    public String area(Limit limit) {
        String text = String.format(Locale.ROOT, "%.2f", limit.area() / 1e8);
        boolean persian = language.getMessages().locale().equals(Messages.PERSIAN);
        return persian ? PersianText.digits(text).replace('.', '٫') : text;
    }

    public String handIn() {
        try (InputStream content = Uploads.outline(outline)) {
            Limit limit = limits.handIn(
                    Days.needed("validFrom", validFrom), String.valueOf(outline.getSubmittedFileName()), content);
            return done("staff.news.limit-signed", limit.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String publish() {
        return done("staff.news.limit-published", limits.publish(wanted()).id());
    }

    public String giveUp() {
        return done("staff.news.limit-given-up", limits.giveUp(wanted()).id());
    }

    public String withdraw() {
        return done(
                "staff.news.limit-withdrawn",
                limits.withdraw(wanted(), Parameters.typed(reason)).id());
    }

    private long wanted() {
        return shown.map(Limit::id).orElse(0L);
    }

    private static String done(String key, long id) {
        FormProblems.news(key);
        return "citylimits?faces-redirect=true&id=" + id;
    }

    public Part getOutline() {
        return outline;
    }

    public void setOutline(Part outline) {
        this.outline = outline;
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = validFrom;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
