package ir.hamedan.esup.container;

import ir.hamedan.esup.container.Townspeople.Person;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.ledger.api.LedgerLoad;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.LevyLoad;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import ir.hamedan.esup.parcels.api.Source;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.OrganisationKind;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.people.api.PeopleLoad;
import ir.hamedan.esup.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.ds.PGSimpleDataSource;

/** What is there before the server starts: a database with a small town, the commands to boot with, and the archive. */
final class Town {
    private static final Path CARRIED = Path.of("target/esup");
    private static final Path PLACE = Path.of("target/container");
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 4, 1);

    private Town() {}

    /** The modules as the EAR carries them, as one web archive: stock Payara Micro takes no EAR. */
    static WebArchive build() throws IOException, SQLException {
        PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.fresh().owner();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            people(connection);
            parcels(connection);
            levies(connection);
            connection.commit();
        }
        boot(database);
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "container.war")
                .addPackage(Town.class.getPackage())
                .addAsWebInfResource(new StringAsset(accounts()), "glassfish-ejb-jar.xml")
                .addAsWebInfResource(new StringAsset(roles()), "glassfish-web.xml")
                .addAsResource(Path.of("../docs/rights.md").toFile(), RightsPage.RESOURCE);
        for (Path folder : List.of(CARRIED, CARRIED.resolve("lib"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .forEach(file -> archive.addAsLibrary(file.toFile()));
            }
        }
        return archive;
    }

    private static void people(Connection connection) throws SQLException {
        PeopleLoad load = new PeopleLoad(connection);
        load.organisations(List.of(
                new Organisation("notary12", OrganisationKind.NOTARY_OFFICE, "دفتر ۱۲", 1, true),
                new Organisation("notary13", OrganisationKind.NOTARY_OFFICE, "دفتر ۱۳", 1, true),
                new Organisation("municipality", OrganisationKind.MUNICIPAL_DEPARTMENT, "شهرداری", 1, true)));
        PasswordHash password = PasswordHash.of("a long enough password");
        for (Class<? extends Person> person : Townspeople.ALL) {
            String name = Townspeople.username(person);
            String role = Townspeople.role(person);
            if (role.equals(Roles.SYSTEM)) {
                continue;
            }
            load.users(List.of(new PeopleLoad.LoadedUser(
                    name, name, "7405000010", organisation(name, role), Set.of(role), password, false)));
        }
    }

    private static String organisation(String name, String role) {
        return switch (role) {
            case Roles.NOTARY -> name;
            case Roles.DEPUTY, Roles.DEED_CLERK -> "notary12";
            default -> "municipality";
        };
    }

    private static void parcels(Connection connection) throws SQLException {
        try (ParcelLoad load = new ParcelLoad(connection, "town", Instant.EPOCH, "test")) {
            for (Parcels parcel : Parcels.values()) {
                dwelling(load, parcel);
            }
            load.lock(Parcels.DOUBTFUL.code(), LockKind.AUDIT, "حسابرسی", "1405/9", LONG_AGO);
            for (Source source : Source.values()) {
                load.loaded(source, Instant.EPOCH);
            }
            ParcelLoad.Report report = load.finish();
            if (report.refusedRows() > 0) {
                throw new IllegalStateException("the town is not as it should be: " + report);
            }
        }
    }

    /** Every levy of every year is known, and nothing is owed. */
    private static void levies(Connection connection) throws SQLException {
        for (LevyKind levy : LevyKind.values()) {
            new LedgerLoad(connection, Clock.systemUTC()).loaded(levy, Instant.EPOCH);
        }
        int thisYear = PersianDate.of(LocalDate.now(PersianDate.TEHRAN)).year();
        for (int year = PersianDate.of(LONG_AGO).year(); year <= thisYear; year++) {
            new LevyLoad(connection, Clock.systemUTC()).history(year, 1);
        }
    }

    private static void dwelling(ParcelLoad load, Parcels parcel) throws SQLException {
        LandObject dwelling = new LandObject(
                parcel.code(),
                1,
                "2345/" + parcel.number,
                "3",
                Optional.empty(),
                "همدان، خیابان بوعلی",
                LandUse.DWELLING,
                DeedKind.SINGLE_SHEET,
                250_00,
                600_00,
                false);
        load.object(dwelling, LONG_AGO, Optional.empty());
        for (var side : List.of(Parcels.ALI, Parcels.SARA)) {
            load.owner(parcel.code(), new Owner(side.party(), side.name(), side.share(), LONG_AGO), LONG_AGO);
        }
        load.certificate(
                parcel.code(),
                new BuildingCertificate(
                        BuildingCertificate.Kind.COMPLETION, "1399/" + parcel.number, LocalDate.of(2020, 7, 1)));
    }

    /** As the launcher boots it: a listener for this machine alone, and one pool. The server asks for no password. */
    private static void boot(PGSimpleDataSource database) throws IOException {
        Files.createDirectories(PLACE);
        Files.writeString(
                PLACE.resolve("before-boot.asadmin"),
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                        + ".address=127.0.0.1\n");
        Files.write(
                PLACE.resolve("after-boot.asadmin"),
                List.of(
                        "create-jdbc-connection-pool --restype=javax.sql.ConnectionPoolDataSource"
                                + " --datasourceclassname=org.postgresql.ds.PGConnectionPoolDataSource"
                                + " --isconnectvalidatereq=true --validationmethod=custom-validation"
                                + " --validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
                                + " --maxpoolsize=50 --maxwait=10000"
                                + " --property=serverName=127.0.0.1:portNumber=" + database.getPortNumbers()[0]
                                + ":databaseName=" + database.getDatabaseName()
                                + ":user=esup_app:password=any esupPool",
                        "create-jdbc-resource --connectionpoolid=esupPool jdbc/esup"));
    }

    /** Who acts under which account: the beans of the product as their modules say, and the people of the tests. */
    private static String accounts() throws IOException {
        StringBuilder beans = new StringBuilder();
        for (URL descriptor :
                Collections.list(Town.class.getClassLoader().getResources("META-INF/glassfish-ejb-jar.xml"))) {
            try (var in = descriptor.openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                beans.append(Pattern.compile("(?s)<ejb>.*?</ejb>")
                        .matcher(text)
                        .results()
                        .map(bean -> bean.group())
                        .collect(Collectors.joining()));
            }
        }
        for (Class<? extends Person> person : Townspeople.ALL) {
            beans.append("<ejb><ejb-name>%s</ejb-name><principal><name>%s</name></principal></ejb>"
                    .formatted(person.getSimpleName(), Townspeople.username(person)));
        }
        return "<!DOCTYPE glassfish-ejb-jar PUBLIC \"-//GlassFish.org//DTD GlassFish Application Server 3.1 EJB 3.1//EN\""
                + " \"http://glassfish.org/dtds/glassfish-ejb-jar_3_1-1.dtd\">\n<glassfish-ejb-jar><enterprise-beans>"
                + beans + "</enterprise-beans></glassfish-ejb-jar>";
    }

    /** The roles as the EAR maps them; the people of the tests have theirs by name, since a run-as has no groups. */
    private static String roles() throws IOException {
        String text = Files.readString(Path.of("src/main/application/META-INF/glassfish-application.xml"));
        String roles =
                text.substring(text.indexOf("<security-role-mapping>"), text.indexOf("</glassfish-application>"));
        for (Class<? extends Person> person : Townspeople.ALL) {
            String role = "<role-name>" + Townspeople.role(person) + "</role-name>";
            roles = roles.replace(role, role + "<principal-name>" + Townspeople.username(person) + "</principal-name>");
        }
        return "<!DOCTYPE glassfish-web-app PUBLIC \"-//GlassFish.org//DTD GlassFish Application Server 3.1 Servlet 3.0//EN\""
                + " \"http://glassfish.org/dtds/glassfish-web-app_3_0-1.dtd\">\n<glassfish-web-app>"
                + "<context-root>/container</context-root>" + roles + "</glassfish-web-app>";
    }
}
