package ir.hamedan.esup.parcels.internal.layers;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerSetting;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Layers from the file to their publication; the version's own row is locked first, whoever works on it. */
@Stateless
@Local(LayerOffice.class)
public class LayerOfficeBean implements LayerOffice {
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
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR, SYSTEM})
    public LayerVersion open(LayerKind kind, String fileName, String hash, FeatureNames names) {
        String name = PersianText.clean(fileName);
        boolean right = hash.matches("[0-9a-f]{64}")
                && !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !names.id().isEmpty()
                && Stream.of(names.id(), names.name(), names.grade(), names.value(), names.planned())
                        .allMatch(property -> property.length() <= LONGEST_NAME && property.indexOf('\0') < 0);
        if (!right) {
            throw Problem.invalid("parcels.layer-file-wrong");
        }
        Versions versions = versions();
        versions.hold(kind);
        if (versions.knowsFile(kind, hash)) {
            throw Problem.conflict("parcels.layer-file-known", name);
        }
        LayerVersion opened = versions.get(versions.open(kind, name, hash, names, clock.instant(), caller.get()));
        tell("parcels.layer-opened", opened, Map.of("file", name, "hash", hash));
        return opened;
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR})
    public LayerVersion reopen(long version) {
        LayerVersion standing = versions().held(version);
        if (standing.state() != LayerState.PUBLISHED) {
            throw Problem.conflict("parcels.layer-not-published", standing.number());
        }
        versions().hold(standing.kind());
        LayerVersion opened = versions().get(versions().copy(version, clock.instant(), caller.get()));
        tell("parcels.layer-opened", opened, Map.of("file", opened.fileName(), "hash", opened.hash()));
        return opened;
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public LayerVersion version(long version) {
        return versions().get(version);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<LayerVersion> versions(Optional<LayerKind> kind, Page.Request page) {
        return versions().list(kind, page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR, SYSTEM})
    public LayerVersion stage(long version, FeatureFile file, int most) {
        if (most < 1 || most > LARGEST_PIECE) {
            throw Problem.invalid("parcels.layer-piece", 1, LARGEST_PIECE);
        }
        LayerVersion draft = versions().draft(version);
        // FeatureFile.open makes nothing else; the api shows what a loader needs of it.
        new Staging(sql(), settingsNow()).stage(draft, (GeoJsonFile) file, most);
        return versions().get(version);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR, SYSTEM})
    public LayerVersion cover(long version, InputStream outline) {
        LayerVersion draft = versions().draft(version);
        OutlineFile.Outline read = new OutlineFile(settingsNow(), new Projection(draft.epsg())).read(outline);
        versions().cover(version, Optional.of(Wkb.bytes(read.geometry())));
        tell("parcels.layer-covered", draft, Map.of("hash", read.hash()));
        return versions().get(version);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR})
    public LayerVersion uncover(long version) {
        LayerVersion draft = versions().draft(version);
        versions().cover(version, Optional.empty());
        tell("parcels.layer-covered", draft, Map.of("hash", ""));
        return versions().get(version);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR, SYSTEM})
    public LayerVersion check(long version) {
        LayerVersion draft = versions().draft(version);
        if (!draft.complete()) {
            throw Problem.conflict("parcels.layer-not-complete", draft.number());
        }
        Checks.whole(sql(), draft, settingsNow(), clock.instant());
        return versions().get(version);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public Page<LayerFault> faults(long version, Page.Request page) {
        return new FaultTable(sql()).list(versions().get(version).id(), page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR})
    public LayerVersion sign(long version, LocalDate validFrom) {
        LayerVersion draft = versions().draft(version);
        requireReady(draft, validFrom);
        versions().sign(version, validFrom, clock.instant(), caller.get());
        tell("parcels.layer-signed", draft, Map.of("validFrom", validFrom.toString()));
        return versions().get(version);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR})
    public LayerVersion publish(long version) {
        LayerVersion draft = versions().draft(version);
        if (draft.signedBy().isEmpty() || draft.validFrom().isEmpty()) {
            throw Problem.conflict("parcels.layer-not-signed", draft.number());
        }
        if (draft.signedBy().get().equals(caller.get())) {
            throw Problem.forbidden("parcels.second-signer-needed");
        }
        versions().hold(draft.kind());
        requireReady(draft, draft.validFrom().get());
        versions().publish(version, clock.instant(), caller.get());
        tell(
                "parcels.layer-published",
                draft,
                Map.of(
                        "validFrom",
                        draft.validFrom().get().toString(),
                        "signedBy",
                        draft.signedBy().get()));
        return versions().get(version);
    }

    private void requireReady(LayerVersion draft, LocalDate validFrom) {
        if (!draft.complete()) {
            throw Problem.conflict("parcels.layer-not-complete", draft.number());
        }
        if (draft.checkedAt().isEmpty()) {
            throw Problem.conflict("parcels.layer-not-checked", draft.number());
        }
        if (draft.blocking() > 0) {
            throw Problem.conflict("parcels.layer-has-faults", draft.blocking());
        }
        if (validFrom.isBefore(today()) && versions().wasPublished(draft.kind())) {
            throw Problem.invalid("parcels.layer-day-in-the-past", validFrom).at("validFrom");
        }
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR})
    public LayerVersion withdraw(long version, String reason) {
        String words = Reason.of(reason);
        LayerVersion standing = versions().held(version);
        if (standing.state() == LayerState.WITHDRAWN) {
            throw Problem.conflict("parcels.layer-withdrawn-already", standing.number());
        }
        sql().run("""
                update parcels.layer_version set state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?,
                    withdrawn_because = ? where id = ?""", caller.get(), clock.instant(), words, version);
        tell("parcels.layer-withdrawn", standing, Map.of("reason", words));
        return versions().get(version);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public List<LayerSetting> settings() {
        return new SettingTable(sql()).all();
    }

    @Override
    @RolesAllowed(ADMINISTRATOR)
    public void set(LayerSetting setting) {
        if (setting.validFrom().isBefore(today())) {
            throw Problem.invalid("parcels.layer-day-in-the-past", setting.validFrom())
                    .at("validFrom");
        }
        new SettingTable(sql()).add(setting, clock.instant());
        audited.fire(Audited.of(
                "parcels.layer-setting-set",
                setting.kind() + "/" + setting.name(),
                Map.of(
                        "validFrom",
                        setting.validFrom().toString(),
                        "value",
                        setting.value(),
                        "basis",
                        setting.basis())));
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public int epsg() {
        return new CityMap(sql()).epsg();
    }

    @Override
    @RolesAllowed(ADMINISTRATOR)
    public void setEpsg(int epsg) {
        if (!Projection.isUtm(epsg)) {
            throw Problem.invalid("parcels.map-zone-wrong", epsg).at("epsg");
        }
        if (!new CityMap(sql()).setEpsg(epsg)) {
            throw Problem.conflict("parcels.map-in-use");
        }
        audited.fire(Audited.of("parcels.map-zone-set", Integer.toString(epsg), Map.of()));
    }

    private void tell(String action, LayerVersion version, Map<String, String> after) {
        audited.fire(Audited.of(action, version.kind() + "/" + version.number(), after));
    }

    private Settings settingsNow() {
        return Settings.of(sql(), today(), clock.instant());
    }

    private Sql sql() {
        return new Sql(source);
    }

    private Versions versions() {
        return new Versions(sql());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }
}
