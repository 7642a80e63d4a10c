package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Source;
import ir.hamedan.esup.parcels.api.Title;
import ir.hamedan.esup.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small register on a real database: four neighbours in one block, and what happened to them. */
final class Register {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final LocalDate LONG_AGO = LocalDate.of(2015, 5, 1);

    static final RenewalCode HOUSE = RenewalCode.parse("1-5-67-15");
    static final RenewalCode SHOP = RenewalCode.parse("1-5-67-15-1-0-2");
    static final RenewalCode SHARED = RenewalCode.parse("1-5-67-16");
    static final RenewalCode PLOT = RenewalCode.parse("1-5-67-17");
    static final RenewalCode OTHER_BLOCK = RenewalCode.parse("1-5-670-15");
    static final RenewalCode UNKNOWN = RenewalCode.parse("4-9-99-99");

    static final PartyId ARMAN = PartyId.parse("7401003716");
    static final PartyId SARA = PartyId.parse("7401733900");
    static final PartyId MINA = PartyId.parse("7402464091");
    static final PartyId COMPANY = PartyId.parse("99990000112");

    final TestDatabase database = TestDatabase.fresh();
    final ParcelsBean parcels = new ParcelsBean();
    final ParcelOfficeBean office = new ParcelOfficeBean();
    final List<Audited> audited = new ArrayList<>();
    String caller = "officer-1";

    Register() {
        parcels.source = database.application();
        parcels.audited = journal();
        office.source = database.application();
        office.audited = journal();
        office.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        office.caller = () -> caller;
        load();
    }

    private static Title title(String number, LocalDate issuedOn) {
        return new Title(number, issuedOn, "ثبت همدان", 25_010, new Title.Sides("كوچه", "", "دیوار", "پلاک ۱۴"));
    }

    private void load() {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (ParcelLoad load = new ParcelLoad(connection, "test-city", NOW, "test")) {
                load.object(object(HOUSE, "2345/17", "6516738695", 25_000, 60_000), LONG_AGO, Optional.empty());
                load.object(object(SHOP, "2345/17", null, 0, 4_000), LONG_AGO, Optional.empty());
                load.object(object(SHARED, "2345/18", "6517653181", 30_000, 0), LONG_AGO, Optional.empty());
                load.object(object(PLOT, "2345/19", null, 20_000, 0), LONG_AGO, Optional.empty());
                load.object(object(OTHER_BLOCK, "99/1", null, 20_000, 0), LONG_AGO, Optional.empty());
                load.owner(HOUSE, owner(ARMAN, "آرمان احمدی", "1"), LONG_AGO);
                load.owner(SHOP, owner(COMPANY, "شرکت نمونه", "1"), LONG_AGO);
                load.owner(SHARED, owner(ARMAN, "آرمان احمدی", "3/6"), LONG_AGO);
                load.owner(SHARED, owner(SARA, "سارا كريمي", "36/72"), LONG_AGO);
                load.owner(PLOT, owner(SARA, "سارا کریمی", "1"), LONG_AGO);
                load.owner(OTHER_BLOCK, owner(MINA, "مینا نوری", "1"), LONG_AGO);
                load.certificate(
                        HOUSE,
                        new BuildingCertificate(
                                BuildingCertificate.Kind.COMPLETION, "۱۲/۳۴", LocalDate.of(2016, 1, 1)));
                load.title(HOUSE, title("1", LocalDate.of(2010, 1, 1)));
                load.title(HOUSE, title("۲", LocalDate.of(2016, 1, 1)));
                load.lock(PLOT, LockKind.SEIZURE, "دادگستری", "۹/۱", LocalDate.of(2020, 2, 2));
                for (Source source : Source.values()) {
                    if (source != Source.MORTGAGES) {
                        load.loaded(source, NOW.minusSeconds(3_600));
                        load.loaded(source, NOW.minusSeconds(86_400));
                    }
                }
                ParcelLoad.Report report = load.finish();
                if (report.refusedRows() != 0) {
                    throw new IllegalStateException(report.toString());
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static LandObject object(RenewalCode code, String plate, String postalCode, long land, long floor) {
        return new LandObject(
                code,
                code.region(),
                plate,
                "بخش ۲",
                Optional.ofNullable(postalCode),
                "خیابان بوعلی، كوچهٔ ياس، پلاک ۱۲",
                floor == 0 ? LandUse.VACANT : LandUse.DWELLING,
                DeedKind.SINGLE_SHEET,
                land,
                floor,
                false);
    }

    static Owner owner(PartyId party, String name, String share) {
        return new Owner(party, name, Share.parse(share), LONG_AGO);
    }

    static Owner owner(PartyId party, String name, String share, LocalDate since) {
        return new Owner(party, name, Share.parse(share), since);
    }

    @SuppressWarnings("unchecked")
    private Event<Audited> journal() {
        return (Event<Audited>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, a) -> {
                    audited.add((Audited) a[0]);
                    return null;
                });
    }

    static List<String> codes(List<LandObject> objects) {
        return objects.stream().map(object -> object.code().text()).toList();
    }

    static List<Parcels.CodeChange> changes(ParcelsBean parcels, RenewalCode code) {
        return parcels.history(code);
    }
}
