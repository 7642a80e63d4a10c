package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.OrganisationKind;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.people.api.PeopleLoad;
import ir.hamedan.esup.people.api.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The accounts of the demo: their passwords and secrets are made at the first load and stand in demo.json alone. */
final class CityPeople {
    private static final String MUNICIPALITY = "municipality";
    private static final String[] OFFICES = {"notary-12", "notary-27", "notary-41", "notary-63"};
    private static final String[] OFFICE_NAMES = {"۱۲", "۲۷", "۴۱", "۶۳"};

    /** A person who can log in; what is typed as the name is of a citizen the national id. */
    record Login(String username, String password, String name, String role, String organisation) {}

    /** A machine that can. */
    record Machine(String id, String secret, String name, String role, String organisation) {}

    record Accounts(List<Login> people, List<Machine> machines) {}

    private CityPeople() {}

    /** @param owners of parcels of the demo, who get accounts as citizens */
    static Accounts load(Connection connection, List<Samples.Party> owners) throws SQLException {
        PeopleLoad load = new PeopleLoad(connection);
        load.organisations(organisations());
        List<Login> people = new ArrayList<>(logins());
        owners.forEach(owner -> people.add(login(owner.id(), owner.name(), Roles.CITIZEN, Citizens.ORGANISATION)));
        Accounts accounts = new Accounts(people, machines());
        // Hashing is slow on purpose: all cores at once.
        List<PasswordHash> hashes = accounts.people().parallelStream()
                .map(login -> PasswordHash.of(login.password()))
                .toList();
        List<PeopleLoad.LoadedUser> users = new ArrayList<>();
        for (Login login : accounts.people()) {
            int place = users.size();
            boolean citizen = login.role().equals(Roles.CITIZEN);
            NationalId id = citizen ? NationalId.parse(login.username()) : Residents.nationalId(50_000 + place * 13);
            users.add(new PeopleLoad.LoadedUser(
                    citizen ? Citizens.username(id) : login.username(),
                    login.name(),
                    id.text(),
                    login.organisation(),
                    Set.of(login.role()),
                    hashes.get(place),
                    false));
        }
        load.users(users);
        load.clients(accounts.machines().stream()
                .map(machine -> new PeopleLoad.LoadedClient(
                        machine.id(), machine.name(), machine.organisation(), Set.of(machine.role()), machine.secret()))
                .toList());
        return accounts;
    }

    private static List<Organisation> organisations() {
        List<Organisation> all = new ArrayList<>();
        for (int i = 0; i < OFFICES.length; i++) {
            all.add(new Organisation(
                    OFFICES[i],
                    OrganisationKind.NOTARY_OFFICE,
                    "دفتر اسناد رسمی " + OFFICE_NAMES[i] + " همدان (نمونه)",
                    i + 1,
                    true));
        }
        all.add(new Organisation(
                MUNICIPALITY, OrganisationKind.MUNICIPAL_DEPARTMENT, "شهرداری همدان (نمونه)", 0, true));
        all.add(new Organisation("bank-bouali", OrganisationKind.BANK_BRANCH, "بانک نمونه، شعبهٔ بوعلی", 1, true));
        all.add(new Organisation("water-hamedan", OrganisationKind.UTILITY, "آب و فاضلاب همدان (نمونه)", 0, true));
        all.add(new Organisation("counter-5", OrganisationKind.COUNTER_OFFICE, "دفتر پیشخوان دولت ۵ (نمونه)", 2, true));
        return all;
    }

    private static List<Login> logins() {
        List<Login> all = new ArrayList<>();
        String[] notaries = {"پروانه احمدی", "داریوش نوری", "فرزانه کریمی", "بهزاد همدانی"};
        String[] deputies = {"سامان باقری", "مینا صادقی", "نیما شریفی", "راضیه طاهری"};
        String[] clerks = {"زهرا مرادی", "کیان قاسمی", "ترانه یوسفی", "پیمان جعفری"};
        for (int i = 0; i < OFFICES.length; i++) {
            String number = Integer.toString(i + 1);
            all.add(login("notary" + number, notaries[i], Roles.NOTARY, OFFICES[i]));
            all.add(login("deputy" + number, deputies[i], Roles.DEPUTY, OFFICES[i]));
            all.add(login("clerk" + number, clerks[i], Roles.DEED_CLERK, OFFICES[i]));
        }
        all.add(login("officer1", "مهرداد رضایی", Roles.OFFICER, MUNICIPALITY));
        all.add(login("officer2", "شیرین عباسی", Roles.OFFICER, MUNICIPALITY));
        all.add(login("supervisor", "آرمان حسینی", Roles.SUPERVISOR, MUNICIPALITY));
        all.add(login("revenue", "نسرین فلاحی", Roles.REVENUE_OFFICER, MUNICIPALITY));
        all.add(login("auditor", "یاسر زنگنه", Roles.AUDITOR, MUNICIPALITY));
        all.add(login("admin", "آناهیتا تهرانی", Roles.ADMINISTRATOR, MUNICIPALITY));
        return all;
    }

    private static Login login(String username, String name, String role, String organisation) {
        return new Login(username, Secrets.password(), name, role, organisation);
    }

    private static List<Machine> machines() {
        return List.of(
                machine("notary-12-software", "نرم‌افزار دفتر ۱۲", Roles.NOTARY, OFFICES[0]),
                machine("notary-27-software", "نرم‌افزار دفتر ۲۷", Roles.NOTARY, OFFICES[1]),
                machine("bank-bouali-core", "سامانهٔ بانک نمونه", Roles.CITIZEN, "bank-bouali"),
                machine("water-hamedan-billing", "سامانهٔ آب و فاضلاب", Roles.CITIZEN, "water-hamedan"));
    }

    private static Machine machine(String id, String name, String role, String organisation) {
        return new Machine(id, Secrets.machine(), name, role, organisation);
    }
}
