package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Source;
import ir.hamedan.esup.parcels.api.Title;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKBWriter;

/** Puts the lots into the register by its bulk door. */
final class CityRegister {
    static final String REFERENCE = "demo-city";

    private static final Map<LockKind, String> AUTHORITIES = Map.of(
            LockKind.SEIZURE, "اجرای احکام دادگستری (نمونه)",
            LockKind.ROAD_PLAN, "معاونت شهرسازی (نمونه)",
            LockKind.ARTICLE_100, "دبیرخانهٔ کمیسیون مادهٔ ۱۰۰ (نمونه)",
            LockKind.AUDIT, "ادارهٔ نوسازی و ممیزی (نمونه)",
            LockKind.MORTGAGE, "بانک مسکن (نمونه)",
            LockKind.BLACK_LIST, "حراست (نمونه)");

    private final ParcelLoad load;
    private final LocalDate today;
    private final Dice dice;
    private final WKBWriter wkb = new WKBWriter();
    private int serial;

    private CityRegister(ParcelLoad load, LocalDate today, long seed) {
        this.load = load;
        this.today = today;
        this.dice = new Dice(seed ^ 0xc0deL);
    }

    static ParcelLoad.Report load(Connection connection, List<Lot> lots, Instant now, long seed) throws SQLException {
        try (ParcelLoad load = new ParcelLoad(connection, REFERENCE, now, REFERENCE)) {
            CityRegister register = new CityRegister(load, LocalDate.ofInstant(now, PersianDate.TEHRAN), seed);
            for (Lot lot : lots) {
                register.put(lot);
            }
            register.pastCodes(lots);
            for (Source source : Source.values()) {
                load.loaded(source, now);
            }
            return load.finish();
        }
    }

    private void put(Lot lot) throws SQLException {
        load.object(lot.object(), lot.registeredOn(), Optional.empty());
        Envelope bounds = lot.outline().getEnvelopeInternal();
        load.shape(
                lot.code(),
                lot.registeredOn(),
                wkb.write(lot.outline()),
                bounds.getMinX(),
                bounds.getMinY(),
                bounds.getMaxX(),
                bounds.getMaxY());
        load.title(lot.code(), title(lot));
        own(lot.code(), lot.owners());
        for (Lot.Unit unit : lot.units()) {
            load.object(unit.object(), lot.registeredOn(), Optional.empty());
            own(unit.object().code(), unit.owners());
        }
        papers(lot);
        if (lot.lock().isPresent()) {
            LockKind kind = lot.lock().get();
            load.lock(lot.code(), kind, AUTHORITIES.get(kind), letter(), today.minusDays(dice.between(20, 900)));
        }
    }

    /** A made-up deed; the surveyor's measure differs from it by some thousandths. */
    private static Title title(Lot lot) {
        RenewalCode code = lot.code();
        LandObject object = lot.object();
        int differs = 995 + (code.block() * 7 + code.parcel() * 3) % 11;
        return new Title(
                String.format(
                        Locale.ROOT,
                        "%d%03d%03d",
                        PersianDate.of(lot.registeredOn()).year(),
                        code.block(),
                        code.parcel()),
                lot.registeredOn(),
                "ادارهٔ ثبت اسناد و املاک همدان (نمونه)",
                object.landArea() * differs / 1000,
                new Title.Sides(
                        object.address().replaceFirst("^همدان، ", "به ").replaceFirst("، پلاک.*$", ""),
                        neighbour(object, 1),
                        "به دیوار ملک پشتی",
                        neighbour(object, -1)));
    }

    private static String neighbour(LandObject object, int step) {
        String[] plate = object.registryPlate().split("/");
        int part = Integer.parseInt(plate[1]) + step;
        return part < 1 ? "به گذر" : PersianText.digits("به پلاک " + part + " فرعی از " + plate[0] + " اصلی");
    }

    private void own(RenewalCode code, List<Owner> owners) throws SQLException {
        for (Owner owner : owners) {
            load.owner(code, owner, owner.since());
        }
    }

    /** Most buildings have a completion certificate, some a permit before it, some a no-violation certificate. */
    private void papers(Lot lot) throws SQLException {
        if (lot.object().floorArea() == 0) {
            return;
        }
        LocalDate permitted = lot.registeredOn().plusDays(dice.between(30, 400));
        boolean permit = dice.inThousand(lot.certificateMissing() ? 500 : 300);
        if (permit) {
            load.certificate(lot.code(), certificate(BuildingCertificate.Kind.PERMIT, permitted));
        }
        if (!lot.certificateMissing()) {
            BuildingCertificate.Kind kind =
                    dice.inThousand(40) ? BuildingCertificate.Kind.NO_VIOLATION : BuildingCertificate.Kind.COMPLETION;
            load.certificate(lot.code(), certificate(kind, permitted.plusDays(dice.between(400, 1_200))));
        }
    }

    private BuildingCertificate certificate(BuildingCertificate.Kind kind, LocalDate on) {
        return new BuildingCertificate(kind, PersianDate.of(on).year() + "/" + (10_000 + serial++), on);
    }

    private String letter() {
        return PersianText.digits((1_400 + dice.below(5)) + "/" + (1_000 + serial++));
    }

    /** Every three hundredth parcel came of a split, a merge or a renumbering: its old code finds it. */
    private void pastCodes(List<Lot> lots) throws SQLException {
        for (int i = 0; i + 1 < lots.size(); i += 100) {
            Lot lot = lots.get(i);
            Lot next = lots.get(i + 1);
            LocalDate on = lot.registeredOn();
            switch (i / 100 % 3) {
                case 0 -> past("RENUMBER", 500, List.of(lot), 1, on);
                case 1 -> past("MERGE", 600, List.of(lot), 2, on);
                default -> past("SPLIT", 700, List.of(lot, next), 1, on);
            }
        }
    }

    private void past(String action, int from, List<Lot> to, int codes, LocalDate on) throws SQLException {
        for (int i = 0; i < codes; i++) {
            LandObject object = to.get(0).object();
            RenewalCode code = object.code();
            RenewalCode old = new RenewalCode(
                    code.region(), code.subDistrict(), code.block(), from + code.parcel() * 2 + i, 0, 0, 0);
            load.object(
                    new LandObject(
                            old,
                            object.region(),
                            object.registryPlate(),
                            object.registrySection(),
                            Optional.empty(),
                            object.address(),
                            LandUse.VACANT,
                            object.deed(),
                            object.landArea() / codes,
                            0,
                            false),
                    on.minusYears(8),
                    Optional.of(on));
            for (Lot successor : to) {
                load.codeChange(new Parcels.CodeChange(action, old, successor.code(), on, letter()));
            }
        }
    }
}
