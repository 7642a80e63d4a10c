package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.FeatureFile;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerSetting;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.Sites;
import ir.hamedan.esup.parcels.internal.layers.LayersOn;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Draft;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import ir.hamedan.esup.rulebooks.cockrellhill.Files;
import ir.hamedan.esup.rulebooks.cockrellhill.Lot;
import ir.hamedan.esup.rulebooks.cockrellhill.Lots;
import ir.hamedan.esup.rulebooks.cockrellhill.Ordinance;
import ir.hamedan.esup.rulebooks.cockrellhill.Streets;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cockrell Hill as a second city: its lots in the register, its map, its ordinance published, an answer for each lot. */
final class Town {
    private static final Page.Request FIRST = new Page.Request(0, 200);
    private static final String ZONE_CODES = "R R-S R-M C C-A PD";

    final Office house = new Office();
    final Lots lots = Lots.read(Files.text(Files.PARCELS));
    final Streets streets = Streets.of(lots.all());
    final LayerOffice map = LayersOn.office(house.database, house.clock, () -> house.caller);
    private final Sites sites = LayersOn.sites(house.database, house.clock);

    /** Hamedan's zone and codes are not this town's. */
    Town() {
        house.database.inTransaction(() -> {
            map.setEpsg(32614);
            set("ZONE", "codes", ZONE_CODES);
            set("ZONE", "fault.GEOMETRY_MISSING", "WARN");
        });
        register();
    }

    void set(String kind, String name, String value) {
        map.set(new LayerSetting(kind, name, Office.TODAY, value, "Cockrell Hill"));
    }

    private void register() {
        try (Connection connection = house.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (ParcelLoad load = new ParcelLoad(connection, Files.PARCELS, house.clock.instant(), "test")) {
                for (Lot lot : lots.all()) {
                    load.object(object(lot), Office.TODAY, Optional.empty());
                }
                ParcelLoad.Report report = load.finish();
                if (report.refusedRows() > 0) {
                    throw new IllegalStateException(report.toString());
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LandObject object(Lot lot) {
        return new LandObject(
                lot.code(),
                1,
                "",
                "",
                Optional.empty(),
                lot.id(),
                LandUse.VACANT,
                DeedKind.SINGLE_SHEET,
                lot.deedArea(),
                0,
                false);
    }

    LayerVersion parcels() {
        return checked(LayerKind.PARCEL, lots.geoJson(), FeatureNames.of(LayerKind.PARCEL), Optional.empty());
    }

    LayerVersion zones() {
        FeatureNames names = new FeatureNames("dist_abbr", "dist_name", "dist_abbr", "", "");
        return checked(LayerKind.ZONE, Files.text(Files.ZONING), names, Optional.empty());
    }

    LayerVersion streets() {
        FeatureNames names = FeatureNames.of(LayerKind.STREET);
        return checked(LayerKind.STREET, streets.geoJson(), names, Optional.of(streets.coverage()));
    }

    private LayerVersion checked(LayerKind kind, String text, FeatureNames names, Optional<String> coverage) {
        return house.database.transaction(() -> {
            house.caller = "planner-1";
            long draft = map.open(kind, kind + ".geojson", hash(text), names).id();
            try (FeatureFile file = FeatureFile.open(stream(text))) {
                while (!map.stage(draft, file, 1_000).complete()) {}
            }
            coverage.ifPresent(outline -> map.cover(draft, stream(outline)));
            return map.check(draft);
        });
    }

    List<LayerFault> faults(LayerVersion version) {
        return map.faults(version.id(), FIRST).rows();
    }

    void publish(LayerVersion checked) {
        house.database.inTransaction(() -> {
            house.caller = "planner-1";
            map.sign(checked.id(), Office.TODAY);
            house.caller = "planner-2";
            map.publish(checked.id());
        });
    }

    Draft ordinance() {
        house.caller = "planner-1";
        byte[] workbook = Workbooks.write(Ordinance.book(Office.TODAY), Messages.in(Messages.PERSIAN));
        return house.importFile(workbook);
    }

    List<FindingView> findings(Draft book, boolean openOnly) {
        return house.office.findings(book.id(), openOnly, FIRST).rows();
    }

    /** One planner proposes and another approves: the later row counts, and a gap is for the commission. */
    void settle(Draft book) {
        house.impact(book.id(), Office.TODAY);
        for (List<FindingView> open = findings(book, true); !open.isEmpty(); open = findings(book, true)) {
            FindingView view = open.get(0);
            List<String> rows = view.finding().rows();
            house.caller = "planner-1";
            FindingView proposed =
                    house.database.transaction(() -> view.finding().kind() == Finding.Kind.OVERLAP
                            ? house.office.proposePrecedence(
                                    view.id(),
                                    rows.get(rows.size() - 1),
                                    "The row for more than three units is the special one.")
                            : house.office.proposeReferral(
                                    view.id(), "The file of the districts has no figure for it."));
            house.caller = "planner-2";
            long proposal = proposed.proposal().orElseThrow().id();
            house.database.transaction(() -> house.office.decide(proposal, true));
        }
    }

    /** Where each lot lies, by the map in force. */
    Map<String, Site> sites() {
        Map<String, Site> all = new LinkedHashMap<>();
        house.database.inTransaction(() -> lots.all()
                .forEach(lot -> all.put(lot.id(), sites.of(lot.code(), Office.TODAY, house.clock.instant()))));
        return all;
    }

    /** The lots with a side in common with one. */
    List<RenewalCode> neighbours(RenewalCode lot) {
        return sites.neighbours(lot, Office.TODAY, house.clock.instant());
    }

    /** Where lots put together lie. */
    Site united(RenewalCode lot, List<RenewalCode> with) {
        return sites.united(lot, with, Office.TODAY, house.clock.instant());
    }

    /** What the book in force says of each of them. */
    Map<String, Answer> answers(Map<String, Site> all) {
        Engine engine = new Engine(house.books
                .inForce(Office.TODAY, house.clock.instant())
                .orElseThrow()
                .book());
        Map<String, Answer> answers = new LinkedHashMap<>();
        all.forEach((lot, site) -> answers.put(lot, engine.answer(site, Given.NOTHING)));
        return answers;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
