package ir.hamedan.esup.parcels.internal.layers;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.CityLimits;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The outline is checked when it is handed in and never changes; the day is looked at again when it is published. */
@Stateless
@Local(CityLimits.class)
@RolesAllowed({SUPERVISOR, ADMINISTRATOR})
public class CityLimitsBean implements CityLimits {
    private static final int LONGEST_NAME = 200;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    public Limit handIn(LocalDate validFrom, String fileName, InputStream outline) {
        String name = PersianText.clean(fileName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("parcels.layer-file-wrong").at("outline");
        }
        requireDay(validFrom);
        Settings settings = Settings.of(sql(), today(), clock.instant());
        OutlineFile.Outline read = new OutlineFile(settings, new Projection(new CityMap(sql()).epsg())).read(outline);
        long id = table().add(
                        validFrom,
                        read.geometry(),
                        new LimitTable.Handed(name, read.hash(), clock.instant(), caller.get()));
        return told("parcels.city-limit-signed", id);
    }

    @Override
    public Limit publish(long limit) {
        Limit waiting = table().waiting(limit);
        if (waiting.signedBy().equals(caller.get())) {
            throw Problem.forbidden("parcels.second-signer-needed");
        }
        requireDay(waiting.validFrom());
        table().decide(limit, true, clock.instant(), caller.get());
        return told("parcels.city-limit-set", limit);
    }

    /** Days that were lived within a limit keep it. */
    private void requireDay(LocalDate validFrom) {
        if (validFrom.isBefore(today()) && table().hasAny()) {
            throw Problem.invalid("parcels.layer-day-in-the-past", validFrom).at("validFrom");
        }
    }

    @Override
    public Limit giveUp(long limit) {
        table().waiting(limit);
        table().decide(limit, false, clock.instant(), caller.get());
        return told("parcels.city-limit-given-up", limit);
    }

    @Override
    public Limit withdraw(long limit, String reason) {
        String words = Reason.of(reason);
        LimitState state = table().held(limit).state();
        if (state == LimitState.WITHDRAWN) {
            throw Problem.conflict("parcels.city-limit-withdrawn-already");
        }
        if (state != LimitState.PUBLISHED) {
            throw Problem.conflict("parcels.city-limit-not-published");
        }
        table().withdraw(limit, words, clock.instant(), caller.get());
        return told("parcels.city-limit-withdrawn", limit);
    }

    private Limit told(String action, long id) {
        Limit limit = table().get(id);
        Map<String, String> after = new TreeMap<>(
                Map.of("validFrom", limit.validFrom().toString(), "file", limit.fileName(), "hash", limit.hash()));
        limit.withdrawnBecause().ifPresent(reason -> after.put("reason", reason));
        audited.fire(Audited.of(action, Long.toString(id), after));
        return limit;
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Limit get(long limit) {
        return table().get(limit);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<Limit> all(Page.Request page) {
        return table().list(page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Optional<Limit> inForce() {
        return table().inForce(today(), clock.instant());
    }

    private LimitTable table() {
        return new LimitTable(sql());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }

    private Sql sql() {
        return new Sql(source);
    }
}
