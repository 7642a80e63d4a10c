package ir.hamedan.esup.desk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.desk.api.CitizenDesk;
import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.Dues;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.Played;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CitizenDeskTest {
    private static final RenewalCode OWN = RenewalCode.parse("1-2-3-4-0-0-0");
    private static final RenewalCode FOREIGN = RenewalCode.parse("1-2-3-5-0-0-0");
    private static final RenewalCode RETIRED = RenewalCode.parse("1-2-3-6-0-0-0");
    private static final NationalId SELF = NationalId.parse("7409035803");
    private static final NationalId OTHER = NationalId.parse("7401003716");
    private static final LocalDate BOUGHT = LocalDate.of(2020, 1, 1);
    private static final Page.Request FIRST = new Page.Request(0, 20);

    /** What the desk asked of the modules behind it, beyond whose things are. */
    private final List<String> asked = new ArrayList<>();

    private final CitizenDeskBean desk = desk("citizen-" + SELF.text());

    private CitizenDeskBean desk(String caller) {
        CitizenDeskBean bean = new CitizenDeskBean();
        bean.caller = () -> caller;
        bean.clock = new HandClock(Instant.parse("2026-11-24T08:00:00Z"));
        bean.audited = new Fired<>(news -> asked.add(news.action() + " " + news.subject() + " " + news.forWhom()));
        bean.citizens = Played.of(
                Citizens.class,
                Map.of(
                        "nationalId",
                        of -> of[0].equals("citizen-" + SELF.text()) ? Optional.of(SELF) : Optional.empty()));
        bean.parcels = Played.of(
                Parcels.class,
                Map.of(
                        "find",
                                of -> of[0].equals(RETIRED)
                                        ? Optional.empty()
                                        : Optional.of(object((RenewalCode) of[0])),
                        "owners", of -> List.of(owner(OTHER), owner(of[0].equals(FOREIGN) ? OTHER : SELF)),
                        "ownedBy", of -> told("owned by " + of[0], new Page<>(List.of(object(OWN)), 1, FIRST))));
        bean.dues = Played.of(
                Dues.class,
                Map.of(
                        "due", of -> told("due " + of[0] + " " + of[1], statement((RenewalCode) of[0])),
                        "bill", of -> told("bill", List.<Bill>of())));
        bean.statements = Played.of(
                RuleStatements.class,
                Map.of(
                        "issue",
                        of -> told(of[0].toString(), null),
                        "ofOwner",
                        of -> of[1] instanceof Long
                                ? Optional.empty()
                                : told("statements of " + of[0], new Page<>(List.of(), 0, FIRST))));
        bean.certificates = Played.of(Certificates.class, Map.of());
        return bean;
    }

    private <T> T told(String what, T answer) {
        asked.add(what);
        return answer;
    }

    private static Owner owner(NationalId id) {
        return new Owner(PartyId.of(id), "نام", Share.parse("1/2"), BOUGHT);
    }

    private static LandObject object(RenewalCode code) {
        return new LandObject(
                code, 1, "", "", Optional.empty(), "", LandUse.DWELLING, DeedKind.SINGLE_SHEET, 100, 0, false);
    }

    private static DueStatement statement(RenewalCode code) {
        return new DueStatement(code, BOUGHT, List.of(), Rial.ZERO, Rial.ZERO, Map.of());
    }

    private static String refused(Executable work) {
        return assertThrows(Problem.class, work).code();
    }

    @Test
    void a_part_owner_sees_what_it_owes_today_and_gets_the_bill_and_the_statement_of_it() {
        assertEquals(new CitizenDesk.Owing(object(OWN), statement(OWN)), desk.dues(OWN));
        desk.bill(OWN);
        desk.ruleStatement(OWN);
        desk.ruleStatements(FIRST);
        desk.property(FIRST);
        assertEquals(
                List.of(
                        "due 1-2-3-4-0-0-0 2026-11-24",
                        "due 1-2-3-4-0-0-0 2026-11-24",
                        "bill",
                        "Order[key=desk:7409035803:1-2-3-4-0-0-0:2026-11-24, parcel=1-2-3-4-0-0-0, ownerId=7409035803]",
                        "statements of 7409035803",
                        "owned by 7409035803"),
                asked);
    }

    @Test
    void anothers_property_and_a_code_no_longer_in_force_are_not_there_and_nothing_is_asked_of_them() {
        for (RenewalCode code : List.of(FOREIGN, RETIRED)) {
            assertEquals("desk.not-yours", refused(() -> desk.dues(code)));
            assertEquals("desk.not-yours", refused(() -> desk.bill(code)));
            assertEquals("desk.not-yours", refused(() -> desk.ruleStatement(code)));
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void the_paper_of_another_is_not_there() {
        assertEquals("desk.no-paper", refused(() -> desk.ruleStatementPaper(7)));
    }

    @Test
    void who_has_no_national_id_has_no_desk() {
        CitizenDeskBean machine = desk("bank-software");
        assertEquals("desk.persons-only", refused(() -> machine.property(FIRST)));
        assertEquals("desk.persons-only", refused(() -> machine.dues(OWN)));
        assertEquals("desk.persons-only", refused(() -> machine.bill(OWN)));
        assertEquals("desk.persons-only", refused(() -> machine.ruleStatement(OWN)));
        assertEquals("desk.persons-only", refused(() -> machine.ruleStatements(FIRST)));
        assertEquals("desk.persons-only", refused(() -> machine.ruleStatementPaper(7)));
        assertEquals(List.of(), asked);
    }
}
