package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bills;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.TestDatabase;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A few parcels, the ledger and the levies on a fresh database, on 3 Azar 1405. */
final class City {
    static final LocalDate TODAY = new PersianDate(1405, 9, 3).toLocalDate();
    static final RenewalCode HOUSE = RenewalCode.parse("1-5-67-15");
    static final RenewalCode FLATS = RenewalCode.parse("1-5-67-16");
    static final RenewalCode PARK = RenewalCode.parse("1-5-67-17");
    static final RenewalCode FLAT = RenewalCode.parse("1-5-67-16-1-1-0");

    final TestDatabase database = TestDatabase.fresh();
    final Fired<Audited> audit = new Fired<>();
    final Clock clock =
            Clock.fixed(TODAY.atTime(12, 0).atZone(PersianDate.TEHRAN).toInstant(), PersianDate.TEHRAN);
    final Demands demands = (Demands) injected("ir.hamedan.esup.ledger.internal.DemandsBean");
    final Parcels parcels = (Parcels) injected("ir.hamedan.esup.parcels.internal.ParcelsBean");
    final ParcelOffice register = (ParcelOffice) injected("ir.hamedan.esup.parcels.internal.ParcelOfficeBean");
    final Bills bills = (Bills) injected("ir.hamedan.esup.ledger.internal.BillsBean");
    final DuesBean dues = new DuesBean();
    final AssessmentBean assessment = new AssessmentBean();
    final LevyTermsBean terms = new LevyTermsBean();

    City() {
        inject(dues);
        inject(assessment);
        inject(terms);
    }

    /** What the container would do, by the names of the fields. */
    private Object injected(String bean) {
        try {
            Object made = Class.forName(bean).getDeclaredConstructor().newInstance();
            inject(made);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inject(Object bean) {
        Map<String, Object> parts = new java.util.HashMap<>(
                Map.of("source", database.application(), "clock", clock, "audit", audit, "company", 113, "service", 6));
        parts.put("audited", audit);
        parts.put("caller", (Supplier<String>) () -> "officer");
        if (parcels != null) {
            parts.put("parcels", parcels);
        }
        if (demands != null && bills != null) {
            parts.put("demands", demands);
            parts.put("bills", bills);
        }
        try {
            for (Field field : bean.getClass().getDeclaredFields()) {
                if (parts.containsKey(field.getName())) {
                    field.setAccessible(true);
                    field.set(bean, parts.get(field.getName()));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    Sql sql() {
        return new Sql(database.application());
    }

    /** A house of 250 and 600 square metres, flats with a parcel of their own, a park, and a shop, all in region 1. */
    City withParcels() {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (ParcelLoad load = new ParcelLoad(connection, "test", Instant.EPOCH, "test")) {
                object(load, HOUSE, LandUse.DWELLING, 25_000, 60_000);
                object(load, FLATS, LandUse.DWELLING, 30_000, 60_000);
                object(load, RenewalCode.parse("1-5-67-16-1-0-0"), LandUse.DWELLING, 0, 60_000);
                object(load, FLAT, LandUse.DWELLING, 5_000, 10_000);
                object(load, PARK, LandUse.PARK, 90_000, 0);
                load.finish();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** The levy is asked for from this year on. */
    City since(int year) {
        new Sql(database.owner())
                .run(
                        "insert into levies.term (levy, name, valid_from, value, basis)"
                                + " values ('RENEWAL', 'start-year', '1968-11-28', ?, 'council')",
                        Integer.toString(year));
        return this;
    }

    /** A house that is registered on the day, by a load of its own. */
    void register(RenewalCode code, LocalDate on) {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (ParcelLoad load = new ParcelLoad(connection, code.text(), Instant.EPOCH, "test")) {
                load.object(object(code, LandUse.DWELLING, 25_000, 60_000), on, Optional.empty());
                load.finish();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The house gets another code on the day. */
    void renumber(RenewalCode to, LocalDate on) {
        database.inTransaction(() -> register.changeCodes(
                "RENUMBER", List.of(HOUSE), List.of(object(to, LandUse.DWELLING, 25_000, 60_000)), on, "letter"));
    }

    private static void object(ParcelLoad load, RenewalCode code, LandUse use, long land, long floor)
            throws SQLException {
        load.object(object(code, use, land, floor), LocalDate.of(2000, 1, 1), Optional.empty());
    }

    private static LandObject object(RenewalCode code, LandUse use, long land, long floor) {
        return new LandObject(code, 1, "1/1", "", Optional.empty(), "", use, DeedKind.SINGLE_SHEET, land, floor, false);
    }
}
