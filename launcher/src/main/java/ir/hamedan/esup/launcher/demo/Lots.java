package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.launcher.demo.CityPlan.Front;
import ir.hamedan.esup.launcher.demo.CityPlan.Place;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LockKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a lot of every place of the plan: use, areas, address, owners, what stands on it and what stands against it. */
final class Lots {
    private static final List<String> RADIALS = List.of("بوعلی", "شریعتی", "اکباتان", "باباطاهر", "شهدا", "تختی");
    private static final List<String> QUARTERS = List.of(
            "پاستور",
            "چمران",
            "مدرس",
            "اعتمادیه",
            "جولان",
            "کبابیان",
            "حصار",
            "خضر",
            "مدنی",
            "استادان",
            "قاسم‌آباد",
            "حسن‌آباد");
    private static final List<String> LANES =
            List.of("یاس", "لاله", "نرگس", "سپیدار", "بهار", "ارغوان", "نسترن", "شقایق", "سرو", "گلستان", "الوند");
    private static final List<LockKind> LOCKS = List.of(
            LockKind.SEIZURE,
            LockKind.SEIZURE,
            LockKind.ROAD_PLAN,
            LockKind.ARTICLE_100,
            LockKind.AUDIT,
            LockKind.MORTGAGE);

    private final Dice dice;
    private final Residents residents;
    private final PostalCodes postalCodes = new PostalCodes();
    private final LocalDate today;
    private int block;
    private int number;

    Lots(long seed, int parcels, LocalDate today) {
        this.dice = new Dice(seed);
        this.residents = new Residents(new Dice(seed ^ 0x5eedL), parcels);
        this.today = today;
    }

    List<Lot> of(List<Place> places) {
        List<Lot> lots = new ArrayList<>(places.size());
        for (Place place : places) {
            number = place.block() == block ? number + 1 : 1;
            block = place.block();
            lots.add(lot(place));
        }
        return lots;
    }

    private Lot lot(Place place) {
        int chance = dice.below(1_000);
        Lot.Standing standing =
                chance < 50 ? Lot.Standing.DOUBTFUL : chance < 300 ? Lot.Standing.OWING : Lot.Standing.CLEAN;
        LocalDate registeredOn = today.minusDays(dice.between(2_500, 9_000));
        boolean doubtful = standing == Lot.Standing.DOUBTFUL;
        int reason = doubtful ? dice.below(8) : -1;
        LandUse use = reason == 7 ? LandUse.GARDEN : use(place);
        boolean built = use != LandUse.VACANT && use != LandUse.GARDEN && use != LandUse.PARK;
        // An unfinished doubt needs a reason: without a building there is no certificate that could be missing.
        boolean missing = reason == 6 && built;
        Optional<LockKind> lock = doubtful && reason < 6 || reason == 6 && !built
                ? Optional.of(LOCKS.get(Math.min(reason, 5)))
                : Optional.empty();
        LandObject object = parcel(place, use, built);
        boolean business = use == LandUse.COMMERCIAL || use == LandUse.OFFICE || use == LandUse.INDUSTRIAL;
        LocalDate since = registeredOn.plusDays(dice.below(2_300));
        return new Lot(
                object,
                place.outline(),
                residents.owners(business, since),
                units(object, since),
                standing,
                missing,
                lock,
                registeredOn);
    }

    private LandUse use(Place place) {
        int chance = dice.below(100);
        if (place.front() == Front.RADIAL) {
            return chance < 45 ? LandUse.COMMERCIAL : chance < 85 ? LandUse.MIXED : LandUse.OFFICE;
        }
        if (place.front() == Front.RING) {
            return chance < 20 ? LandUse.COMMERCIAL : chance < 40 ? LandUse.MIXED : LandUse.DWELLING;
        }
        if (chance < 5) {
            return LandUse.VACANT;
        }
        if (chance == 5) {
            return place.nearRiver() ? LandUse.PARK : LandUse.EDUCATION_HEALTH;
        }
        if (chance < 8 && place.zone() == 2) {
            return LandUse.INDUSTRIAL;
        }
        return chance < 12 && place.zone() == 0 ? LandUse.MIXED : LandUse.DWELLING;
    }

    private LandObject parcel(Place place, LandUse use, boolean built) {
        long land = Math.round(place.outline().getArea() * 100);
        int storeys = Math.min(6, 1 + dice.below(place.zone() == 1 ? 5 : 4));
        long floor = built ? land * 6 / 10 * storeys / 100 * 100 : 0;
        int subDistrict = 1 + place.zone() + 3 * (place.sector() % 3);
        return new LandObject(
                new RenewalCode(place.region(), subDistrict, place.block(), number, 0, 0, 0),
                place.region(),
                (2_000 + place.region() * 100 + subDistrict) + "/" + (place.block() * 100 + number),
                PersianText.digits(Integer.toString(place.region())),
                Optional.of(postalCodes.next(place.region(), subDistrict)),
                address(place),
                use,
                deed(),
                land,
                floor,
                use == LandUse.GARDEN);
    }

    private String address(Place place) {
        String plate = "، پلاک " + PersianText.digits(Integer.toString(number * 2 - 1));
        String radial = RADIALS.get(place.sector());
        return "همدان، "
                + switch (place.front()) {
                    case RADIAL -> "خیابان " + radial + "، نبش کوچهٔ " + lane(place) + plate;
                    case RING ->
                        "بلوار " + (place.zone() == 0 ? "میدان امام خمینی" : "کمربندی") + "، حدفاصل " + radial + " و "
                                + RADIALS.get((place.sector() + 1) % RADIALS.size()) + plate;
                    case LOCAL ->
                        "محلهٔ " + QUARTERS.get((place.sector() * 5 + place.street()) % QUARTERS.size()) + "، کوچهٔ "
                                + lane(place) + plate;
                };
    }

    private static String lane(Place place) {
        return LANES.get((place.street() + place.sector() * 3) % LANES.size()) + " "
                + PersianText.digits(Integer.toString(1 + place.block() % 40));
    }

    private DeedKind deed() {
        int chance = dice.below(100);
        if (chance < 84) {
            return DeedKind.SINGLE_SHEET;
        }
        return chance < 93
                ? DeedKind.BOOKLET
                : chance < 96 ? DeedKind.UNDIVIDED : chance < 98 ? DeedKind.INFORMAL : DeedKind.ENDOWED;
    }

    /** Apartment houses are divided into units of their own deeds; shops stand on the streets. */
    private List<Lot.Unit> units(LandObject parcel, LocalDate since) {
        List<Lot.Unit> units = new ArrayList<>();
        boolean house = parcel.use() == LandUse.DWELLING && parcel.floorArea() > 60_000 && dice.inThousand(120);
        boolean shops = parcel.use() == LandUse.COMMERCIAL || parcel.use() == LandUse.MIXED;
        if (house || shops && dice.inThousand(300)) {
            units.add(unit(parcel, 1, 0, 0, parcel.use(), parcel.landArea(), parcel.floorArea(), since));
        }
        if (house) {
            int count = dice.between(3, 8);
            for (int i = 1; i <= count; i++) {
                units.add(unit(
                        parcel,
                        1,
                        i,
                        0,
                        LandUse.DWELLING,
                        parcel.landArea() / count,
                        parcel.floorArea() / count,
                        since));
            }
        }
        if (shops) {
            int count = dice.between(1, 3);
            for (int i = 1; i <= count; i++) {
                units.add(unit(parcel, 1, 0, i, LandUse.COMMERCIAL, 0, dice.between(18, 60) * 100L, since));
            }
        }
        return units;
    }

    private Lot.Unit unit(
            LandObject parcel,
            int building,
            int apartment,
            int shop,
            LandUse use,
            long land,
            long floor,
            LocalDate since) {
        RenewalCode on = parcel.code();
        String where = shop > 0
                ? "، مغازهٔ " + PersianText.digits(Integer.toString(shop))
                : apartment > 0 ? "، واحد " + PersianText.digits(Integer.toString(apartment)) : "، ساختمان ۱";
        LandObject object = new LandObject(
                new RenewalCode(on.region(), on.subDistrict(), on.block(), on.parcel(), building, apartment, shop),
                parcel.region(),
                parcel.registryPlate(),
                parcel.registrySection(),
                apartment > 0 || shop > 0
                        ? Optional.of(postalCodes.next(on.region(), on.subDistrict()))
                        : parcel.postalCode(),
                parcel.address() + where,
                use,
                parcel.deed(),
                land,
                floor,
                false);
        return new Lot.Unit(object, residents.owners(shop > 0, since.plusDays(dice.below(150))));
    }

    /** The first day of the oldest of so many Persian years. */
    static LocalDate yearsAgo(LocalDate today, int years) {
        return PersianDate.firstDayOf(PersianDate.of(today).year() - years);
    }
}
