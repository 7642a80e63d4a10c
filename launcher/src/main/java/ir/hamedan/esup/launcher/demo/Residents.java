package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.LegalId;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.parcels.api.Owner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The people and companies of the demo city. National ids begin with 740, a prefix given to no city; ids of companies
 * with 9999, a range not in use as far as is known. Names are made up from lists.
 */
final class Residents {
    private static final List<String> FIRST_NAMES = List.of(
            "آرمان", "بهزاد", "پیمان", "داریوش", "رضا", "سامان", "کیان", "مهرداد", "نیما", "یاسر", "آناهیتا", "پروانه",
            "ترانه", "راضیه", "زهرا", "سارا", "شیرین", "فرزانه", "مینا", "نسرین");
    private static final List<String> SURNAMES = List.of(
            "احمدی", "باقری", "تهرانی", "جعفری", "حسینی", "رضایی", "زنگنه", "شریفی", "صادقی", "طاهری", "عباسی", "فلاحی",
            "قاسمی", "کریمی", "مرادی", "نوری", "همدانی", "یوسفی");
    private static final List<String> SECOND_SURNAMES = List.of("", "", "", "", " اصل", " همدانی", " نیا", " زاده");
    private static final List<String> TRADES =
            List.of("ساختمانی", "بازرگانی", "تولیدی", "خدماتی", "کشاورزی", "گردشگری", "حمل‌ونقل", "صنایع غذایی");
    private static final List<String> COMPANY_NAMES = List.of(
            "الوند", "هگمتانه", "اکباتان", "گنجنامه", "عباس‌آباد", "سپیدار", "البرز غرب", "نگین", "مهرگان", "پارسه");

    /** How deeds divide a property: the shares of one line are the whole. */
    private static final List<List<String>> DIVISIONS = List.of(
            List.of("3/6", "3/6"),
            List.of("1/2", "1/2"),
            List.of("2/6", "4/6"),
            List.of("2/6", "2/6", "2/6"),
            List.of("24/72", "48/72"),
            List.of("17/72", "19/72", "36/72"),
            List.of("12/96", "84/96"),
            List.of("5/40", "14/40", "14/40", "7/40"),
            List.of("30/120", "45/120", "45/120"));

    private record Resident(PartyId party, String name) {}

    private final Dice dice;
    private final List<Resident> persons = new ArrayList<>();
    private final List<Resident> companies = new ArrayList<>();

    Residents(Dice dice, int parcels) {
        this.dice = dice;
        int wanted = Math.max(40, parcels * 3 / 5);
        for (int i = 0; i < wanted; i++) {
            persons.add(new Resident(PartyId.of(nationalId(100_000 + i * 37)), name()));
        }
        for (int i = 0; i < Math.max(5, parcels / 300); i++) {
            companies.add(new Resident(
                    PartyId.of(legalId(1_000 + i)),
                    "شرکت " + dice.of(TRADES) + " " + dice.of(COMPANY_NAMES) + " "
                            + PersianText.digits(Integer.toString(i + 1)) + " (نمونه)"));
        }
    }

    String name() {
        return dice.of(FIRST_NAMES) + " " + dice.of(SURNAMES) + dice.of(SECOND_SURNAMES);
    }

    /** The id with prefix 740 and this body of six digits. */
    static NationalId nationalId(int body) {
        String digits = String.format(Locale.ROOT, "740%06d", body % 1_000_000);
        for (int check = 0; check <= 9; check++) {
            try {
                return new NationalId(digits + check);
            } catch (Problem wrongCheckDigit) {
                // One of the ten is right.
            }
        }
        throw new IllegalStateException("no check digit for " + digits);
    }

    static LegalId legalId(int body) {
        String digits = String.format(Locale.ROOT, "9999%06d", body);
        for (int check = 0; check <= 9; check++) {
            try {
                return new LegalId(digits + check);
            } catch (Problem wrongCheckDigit) {
                // One of the ten is right.
            }
        }
        throw new IllegalStateException("no check digit for " + digits);
    }

    /** The owners of an object, whole: mostly one, sometimes several by dang, habbeh, shaeer or so many shares. */
    List<Owner> owners(boolean business, LocalDate since) {
        if (dice.inThousand(business ? 250 : 20)) {
            Resident company = dice.of(companies);
            return List.of(new Owner(company.party(), company.name(), Share.WHOLE, since));
        }
        List<String> division = dice.inThousand(700) ? List.of("1") : dice.of(DIVISIONS);
        int first = dice.below(persons.size());
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < division.size(); i++) {
            Resident person = persons.get((first + i) % persons.size());
            owners.add(new Owner(person.party(), person.name(), Share.parse(division.get(i)), since));
        }
        return owners;
    }
}
