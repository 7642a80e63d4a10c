package ir.hamedan.esup.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PostalCode;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.launcher.DemoLoader;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.testing.Form;
import ir.hamedan.esup.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The laws of the demo city: on a small one, and with {@code -Pfull} on the one that everybody gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final int SIZE = Form.of(500, 20_500);

    private final DemoCity city = city(7);
    private final TestDatabase database = TestDatabase.fresh();
    private final Sql sql = new Sql(database.owner());
    private DemoLoader.City surroundings;
    private Path data;

    private static DemoCity city(long seed) {
        return new DemoCity(seed, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeAll
    void load(@TempDir Path folder) {
        data = folder;
        surroundings = new DemoLoader.City(
                database.owner(),
                database.application(),
                data,
                URI.create("http://localhost:8080"),
                SIZE,
                System.out::println);
        city.load(surroundings);
    }

    private long count(String query) {
        return sql.one("select count(*) as n " + query, row -> row.number("n"));
    }

    @Test
    void the_same_seed_gives_the_same_city_and_another_seed_another() {
        assertEquals(city(7).lots(200, NOW), city(7).lots(200, NOW));
        assertNotEquals(city(7).lots(200, NOW), city(8).lots(200, NOW));
    }

    @Test
    void every_code_is_a_code_and_the_four_regions_are_built() {
        List<RenewalCode> codes = sql.list("select code from parcels.land_object", row -> row.code("code"));
        assertTrue(codes.size() >= SIZE);
        Set<Integer> regions = new HashSet<>();
        codes.forEach(code -> regions.add(code.region()));
        assertEquals(Set.of(1, 2, 3, 4), regions);
        for (RenewalCode.Level level : RenewalCode.Level.values()) {
            assertEquals(
                    level != RenewalCode.Level.BLOCK,
                    codes.stream().anyMatch(code -> code.level() == level),
                    level.name());
        }
    }

    @Test
    void every_owner_has_a_valid_id_that_belongs_to_nobody() {
        List<PartyId> owners = sql.list(
                "select party_kind, party_id from parcels.owner_share",
                row -> new PartyId(row.constant(PartyId.Kind.class, "party_kind"), row.text("party_id")));
        for (PartyId owner : owners) {
            assertTrue(owner.id().startsWith(owner.kind() == PartyId.Kind.PERSON ? "740" : "9999"), owner.id());
        }
        sql.list("select national_id from people.account where kind = 'PERSON'", row -> row.text("national_id"))
                .forEach(id -> assertTrue(PartyId.parse(id).id().startsWith("740")));
    }

    @Test
    void the_shares_of_every_object_in_force_are_the_whole() {
        assertEquals(0, count("""
                        from (select parcels.share_sum(numerator, denominator) as sum from parcels.owner_share
                            group by owner_set) as sums where sum[1] <> sum[2]"""));
        assertEquals(0, count("""
                        from parcels.land_object o where o.retired_on is null
                        and not exists (select from parcels.owner_set t where t.code = o.code)"""));
        assertTrue(count("from parcels.owner_share where denominator not in (1, 2)") > 0);
    }

    @Test
    void postal_codes_have_the_shape_of_hamedan_and_are_given_once() {
        List<String> codes = sql.list(
                "select postal_code from parcels.land_object where postal_code is not null and level <> 'BUILDING'",
                row -> new PostalCode(row.text("postal_code")).text());
        assertEquals(codes.size(), new HashSet<>(codes).size());
        codes.forEach(code -> assertTrue(code.startsWith("65")));
    }

    @Test
    void parcels_are_valid_lie_around_the_square_and_do_not_overlap_in_their_block() {
        record Shape(RenewalCode code, Geometry outline) {}
        WKBReader reader = new WKBReader();
        List<Shape> shapes = sql.list("select code, wkb from parcels.shape", row -> {
            try {
                return new Shape(row.code("code"), reader.read(row.bytes("wkb")));
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        });
        Map<Integer, List<Shape>> blocks = new HashMap<>();
        for (Shape shape : shapes) {
            assertTrue(shape.outline().isValid(), shape.code().text());
            assertTrue(shape.outline().getArea() > 60, shape.code().text());
            Point centre = shape.outline().getCentroid();
            double distance = Math.hypot(centre.getX() - CityPlan.CENTRE_EAST, centre.getY() - CityPlan.CENTRE_NORTH);
            assertTrue(distance > 60 && distance < 3_000);
            blocks.computeIfAbsent(shape.code().block(), block -> new java.util.ArrayList<>())
                    .add(shape);
        }
        assertTrue(blocks.size() > 10);
        for (List<Shape> block : blocks.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    double common = block.get(i)
                            .outline()
                            .intersection(block.get(j).outline())
                            .getArea();
                    assertTrue(
                            common < 0.01,
                            block.get(i).code() + " " + block.get(j).code() + " " + common);
                }
            }
        }
    }

    @Test
    void seven_of_ten_are_clean_a_quarter_owes_and_one_of_twenty_is_doubtful() {
        long all = count("from parcels.land_object o where o.level = 'PARCEL' and o.retired_on is null");
        String parcels = "from parcels.land_object o where o.level = 'PARCEL' and o.retired_on is null and ";
        double doubtful = count(parcels + Samples.DOUBTFUL) / (double) all;
        double owing = count(parcels + "not " + Samples.DOUBTFUL + " and " + Samples.OWES) / (double) all;
        assertEquals(0.05, doubtful, 0.03);
        assertEquals(0.25, owing, 0.06);
        assertEquals(0.70, 1 - doubtful - owing, 0.07);
    }

    @Test
    void five_years_were_claimed_and_the_books_balance() {
        assertEquals(5, count("from (select distinct year from ledger.demand) as years"));
        assertEquals(3, count("from (select distinct levy from ledger.demand) as levies"));
        assertEquals(0, count("from levies.unpriced"));
        assertEquals(0, count("from ledger.demand where settled > principal"));
        assertEquals(0L, (long) sql.one("""
                        select coalesce(sum(case when d.kind = 'RECEIVABLE' then t.amount else 0 end)
                            - sum(case when c.kind = 'RECEIVABLE' then t.amount else 0 end), 0)
                            - (select sum(principal - settled) from ledger.demand) as n
                        from ledger.transfer t
                        join ledger.account d on d.id = t.debit join ledger.account c on c.id = t.credit""", row -> row.number("n")));
        assertEquals(0, count("from ledger.posting where day > '2026-11-24'"));
    }

    @Test
    void one_parcel_has_a_decision_that_says_it_is_a_sample() {
        assertEquals(1, count("from rulebooks.plan_fact"));
        assertEquals(1, count("""
                from rulebooks.plan_fact f join rulebooks.plan_fact_outcome o on o.fact = f.id and o.published
                join parcels.land_object p on p.code = f.parcel and p.retired_on is null
                where f.number like '%نمونه%'"""));
    }

    @Test
    void every_source_and_every_levy_is_loaded() {
        assertEquals(8, count("from parcels.source_load"));
        assertEquals(8, count("from ledger.loaded"));
    }

    @Test
    void every_year_from_the_first_to_this_one_was_assessed_for_every_object() {
        assertEquals(
                "1401",
                sql.one(
                        "select value from levies.term where name = 'start-year' order by id desc limit 1",
                        row -> row.text("value")));
        assertEquals(0, count("""
                        from parcels.land_object o cross join generate_series(1401, 1405) as year
                        where o.retired_on is null and o.level in ('PARCEL', 'APARTMENT') and not exists
                            (select from levies.assessed a where a.code = o.code and a.year = year)"""));
    }

    @Test
    void old_codes_lead_to_codes_in_force() {
        assertTrue(count("from parcels.code_change") > 0);
        assertEquals(0, count("""
                        from parcels.code_change c join parcels.land_object o on o.code = c.to_code
                        join parcels.land_object p on p.code = c.from_code
                        where o.retired_on is not null or p.retired_on is null"""));
    }

    @Test
    void every_parcel_has_a_title_deed_that_names_its_four_sides() {
        String parcels = "from parcels.land_object o where o.level = 'PARCEL' and o.retired_on is null";
        assertTrue(count(parcels) > 0);
        assertEquals(
                count(parcels),
                count(
                        parcels + " and exists (select from parcels.title t where t.code = o.code"
                                + " and t.surveyed_area > 0 and t.north <> '' and t.east <> '' and t.south <> '' and t.west <> '')"));
    }

    @Test
    void demo_json_is_for_its_owner_alone_and_has_twenty_parcels_of_each_kind() throws IOException {
        Path file = data.resolve("demo.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String text = Files.readString(file);
        assertTrue(text.contains("Synthetic"));
        assertEquals(3 * Samples.OF_EACH_KIND, matches(text, "\\{\"code\": \"[1-4](-[0-9]+){6}\", \"owners\": \\[\\{"));
        assertEquals(22, matches(text, "\"username\": \"[a-z0-9]+\", \"password\": \"[a-z0-9-]{19}\""));
        assertEquals(4, matches(text, "\"secret\": \"[A-Za-z0-9_-]{43}\""));
        assertFalse(text.contains("null"));
    }

    @Test
    void the_passwords_in_demo_json_open_the_accounts_and_are_kept_at_the_next_start() throws IOException {
        String before = Files.readString(data.resolve("demo.json"));
        Matcher notary = Pattern.compile("\"username\": \"notary1\", \"password\": \"([^\"]+)\"")
                .matcher(before);
        assertTrue(notary.find());
        PasswordHash kept = sql.one(
                "select hash from people.password where username = 'notary1'",
                row -> new PasswordHash(row.text("hash")));
        assertTrue(kept.matches(notary.group(1)));

        city.load(surroundings);
        List<String> lines = city.describe(surroundings);
        assertEquals(9, lines.size(), lines.toString());
        assertEquals(before, Files.readString(data.resolve("demo.json")));
    }

    private static long matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
