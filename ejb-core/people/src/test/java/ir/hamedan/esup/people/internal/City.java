package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.OrganisationKind;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.people.api.PeopleLoad;
import ir.hamedan.esup.people.api.PeopleLoad.LoadedClient;
import ir.hamedan.esup.people.api.PeopleLoad.LoadedUser;
import ir.hamedan.esup.people.api.SettingKey;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The beans of the module on a fresh database, with two notary offices, a bank and the municipality in it. */
final class City {
    static final String PASSWORD = "correct horse battery";

    /** Kept as passwords are, but hashed in no time: a third of a second for each would make the tests slow. */
    static final class QuickPasswords extends Passwords {
        @Override
        public PasswordHash hash(String password) {
            byte[] quick = HexFormat.of().parseHex(PasswordHash.ofSecret(password));
            String salt = "AAAAAAAAAAAAAAAAAAAAAA==";
            return new PasswordHash("pbkdf2-sha256$" + PasswordHash.ROUNDS + "$" + salt + "$"
                    + Base64.getEncoder().encodeToString(quick));
        }

        @Override
        public boolean matches(PasswordHash kept, String password) {
            return kept.equals(hash(password));
        }

        @Override
        public boolean matchesNobody(String password) {
            return false;
        }
    }

    /** In transactions of their own, as the container runs them. */
    private final class OwnTransactions extends Attempts {
        @Override
        public Optional<Instant> begin(Collection<String> subjects) {
            return database.transaction(() -> super.begin(subjects));
        }

        @Override
        public void succeeded(Collection<String> subjects) {
            database.inTransaction(() -> super.succeeded(subjects));
        }
    }

    /** Says who the container would say. */
    static final class ActorsAs extends ActorsBean {
        String name = "ANONYMOUS";

        @Override
        String principal() {
            return name;
        }

        @Override
        boolean isSystem() {
            return name.equals(Roles.SYSTEM);
        }
    }

    final TestDatabase database = TestDatabase.fresh();
    final HandClock clock = new HandClock(Instant.parse("2026-11-24T08:00:00Z"));
    final Accounts accounts = new Accounts();
    final ActorsAs actors = new ActorsAs();
    final JournalWriter writer = new JournalWriter();
    final Attempts attempts = new OwnTransactions();
    final Passwords passwords = new QuickPasswords();
    final KeptPasswords kept = new KeptPasswords();
    final UsersBean users = new UsersBean();
    final OrganisationsBean organisations = new OrganisationsBean();
    final ApiClientsBean clients = new ApiClientsBean();
    final SettingsBean settings = new SettingsBean() {
        @Override
        Stream<SettingKey> declared() {
            return Stream.of(
                    new SettingKey("inquiries.validity", SettingKey.Kind.DAYS, 30, 1, 365),
                    new SettingKey("a.b", SettingKey.Kind.DAYS, 1, 0, 10));
        }
    };
    final JournalBean journal = new JournalBean();
    final LoginBean login = new LoginBean();
    final TokensBean tokens = new TokensBean();

    City() {
        Event<Audited> audit = new Fired<>(writer::done);
        accounts.source = database.application();
        actors.caller = new Caller();
        actors.accounts = accounts;
        writer.source = database.application();
        writer.actors = actors;
        writer.clock = clock;
        writer.counters = new ActionCounters();
        attempts.source = database.application();
        attempts.clock = clock;
        kept.source = database.application();
        kept.clock = clock;
        kept.audit = audit;
        users.source = database.application();
        users.clock = clock;
        users.actors = actors;
        users.accounts = accounts;
        users.attempts = attempts;
        users.passwords = passwords;
        users.kept = kept;
        users.journal = writer;
        users.audit = audit;
        organisations.source = database.application();
        organisations.audit = audit;
        clients.source = database.application();
        clients.clock = clock;
        clients.actors = actors;
        clients.audit = audit;
        settings.source = database.application();
        settings.clock = clock;
        settings.actors = actors;
        settings.caller = actors.caller;
        settings.audit = audit;
        journal.source = database.application();
        login.accounts = accounts;
        login.attempts = attempts;
        login.passwords = passwords;
        login.kept = kept;
        login.journal = writer;
        login.clock = clock;
        tokens.accounts = accounts;
        tokens.attempts = attempts;
        tokens.journal = writer;
        tokens.counters = new ActionCounters();
        tokens.clock = clock;
        tokens.use = new ClientUse();
        tokens.use.source = database.application();
        tokens.use.journal = writer;
        tokens.use.clock = clock;
        load();
    }

    private void load() {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            PeopleLoad load = new PeopleLoad(connection);
            load.organisations(List.of(
                    new Organisation("notary-12", OrganisationKind.NOTARY_OFFICE, "دفترخانهٔ ۱۲ همدان", 1, true),
                    new Organisation("notary-34", OrganisationKind.NOTARY_OFFICE, "دفترخانهٔ ۳۴ همدان", 2, true),
                    new Organisation("bank-melli-7", OrganisationKind.BANK_BRANCH, "بانک ملی شعبهٔ ۷", 1, true),
                    new Organisation("planning", OrganisationKind.MUNICIPAL_DEPARTMENT, "معاونت شهرسازی", 0, true)));
            load.users(List.of(
                    user("saeedi", "سعیدی", "7401003716", "notary-12", Roles.NOTARY),
                    user("karimi", "کریمی", "7401733900", "notary-12", Roles.DEPUTY),
                    user("rezaei", "رضایی", "7402464091", "notary-34", Roles.NOTARY),
                    user("moradi", "مرادی", "7403194284", "notary-34", Roles.DEED_CLERK),
                    user("ahmadi", "احمدی", "7403924479", "planning", Roles.OFFICER),
                    user("admin", "مدیر سامانه", "7404654661", "planning", Roles.ADMINISTRATOR),
                    user("hosseini", "حسینی", "7405384854", "planning", Roles.AUDITOR)));
            load.clients(List.of(new LoadedClient(
                    "notary-12-software", "نرم‌افزار دفتر ۱۲", "notary-12", Set.of(Roles.NOTARY), "a-secret")));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The account of a citizen with the password of the others. */
    void citizen(String nationalId) {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            String username = Citizens.username(NationalId.parse(nationalId));
            new PeopleLoad(connection)
                    .users(List.of(user(username, "کریمی", nationalId, Citizens.ORGANISATION, Roles.CITIZEN)));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private LoadedUser user(String username, String name, String nationalId, String organisation, String role) {
        return new LoadedUser(username, name, nationalId, organisation, Set.of(role), passwords.hash(PASSWORD), false);
    }

    /** What follows is done by this account, in a new request. */
    City as(String username) {
        Caller caller = new Caller();
        caller.comesFrom("10.1.2.3");
        actors.caller = caller;
        settings.caller = caller;
        actors.name = username;
        return this;
    }

    String journal(String columns, String action) {
        return new Sql(database.application())
                .first(
                        "select concat_ws(' ', " + columns + ") as text from people.journal where action = ?"
                                + " order by id desc",
                        row -> row.text("text"),
                        action)
                .orElse("nothing");
    }

    long count(String table) {
        return new Sql(database.application()).one("select count(*) as n from people." + table, row -> row.number("n"));
    }

    static String refused(Runnable work) {
        try {
            work.run();
        } catch (Problem problem) {
            return problem.code();
        }
        return "let through";
    }
}
