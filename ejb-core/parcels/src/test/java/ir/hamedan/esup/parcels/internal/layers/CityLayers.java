package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerSetting;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/** The office of the layers on a database of its own. */
final class CityLayers {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    final TestDatabase database = TestDatabase.fresh();
    final HandClock clock = new HandClock(NOW);
    final Fired<Audited> audited = new Fired<>();
    final LayerOfficeBean office = new LayerOfficeBean();
    final CityLimitsBean limits = new CityLimitsBean();
    String caller = "planner-1";

    CityLayers() {
        office.source = database.application();
        office.clock = clock;
        office.audited = audited;
        office.caller = () -> caller;
        limits.source = database.application();
        limits.clock = clock;
        limits.audited = audited;
        limits.caller = () -> caller;
    }

    /** The limit of the city by two people. */
    void limit(LocalDate validFrom, Drawing drawing) {
        database.inTransaction(() -> {
            caller = "planner-1";
            long limit =
                    limits.handIn(validFrom, "limit.geojson", drawing.stream()).id();
            caller = "planner-2";
            limits.publish(limit);
            caller = "planner-1";
        });
    }

    SitesBean sites() {
        SitesBean sites = new SitesBean();
        sites.source = database.application();
        sites.clock = clock;
        return sites;
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static FeatureFile file(String text) {
        return FeatureFile.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    LayerVersion open(LayerKind kind, String text) {
        return office.open(kind, kind + ".geojson", hash(text), FeatureNames.of(kind));
    }

    /** Read to the end, in pieces of the size. */
    LayerVersion staged(LayerKind kind, String text, int piece) {
        return staged(open(kind, text), text, piece);
    }

    LayerVersion staged(LayerVersion draft, String text, int piece) {
        LayerVersion version = draft;
        try (FeatureFile file = file(text)) {
            while (!version.complete()) {
                long id = version.id();
                version = database.transaction(() -> office.stage(id, file, piece));
            }
        }
        return version;
    }

    LayerVersion checked(LayerKind kind, Drawing drawing) {
        return database.transaction(
                () -> office.check(staged(kind, drawing.text(), 1_000).id()));
    }

    LayerVersion published(LayerKind kind, Drawing drawing, LocalDate validFrom) {
        return published(checked(kind, drawing), validFrom);
    }

    LayerVersion published(LayerVersion checked, LocalDate validFrom) {
        if (checked.blocking() > 0) {
            throw new IllegalStateException(faults(checked).toString());
        }
        return database.transaction(() -> {
            caller = "planner-1";
            office.sign(checked.id(), validFrom);
            caller = "planner-2";
            return office.publish(checked.id());
        });
    }

    List<LayerFault> faults(LayerVersion version) {
        return office.faults(version.id(), new Page.Request(0, 200)).rows();
    }

    List<FaultCode> codes(LayerVersion version) {
        return faults(version).stream().map(LayerFault::code).toList();
    }

    void set(String kind, String name, String value) {
        office.set(new LayerSetting(kind, name, TODAY, value, "آزمون"));
    }

    /** An object of the register with the area of its deed, as old as those of which the instant was not kept. */
    void register(RenewalCode code, long landArea) {
        register(code, landArea, "-infinity");
    }

    void register(RenewalCode code, long landArea, Instant at) {
        register(code, landArea, at.toString());
    }

    private void register(RenewalCode code, long landArea, String at) {
        new Sql(database.owner()).run("""
                insert into parcels.land_object (code, region, plate, plate_section, address, search, land_use, deed,
                    land_area, floor_area, garden, registered_on, registered_at)
                values (?, ?, '', '', '', '', 'VACANT', 'SINGLE_SHEET', ?, 0, false, '2015-05-01', ?::timestamptz)""", code, code.region(), landArea, at);
    }
}
