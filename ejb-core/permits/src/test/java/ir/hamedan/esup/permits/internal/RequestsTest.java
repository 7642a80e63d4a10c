package ir.hamedan.esup.permits.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.people.api.Settings;
import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.PermitOffice;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequests.Mine;
import ir.hamedan.esup.permits.api.PermitRequests.Order;
import ir.hamedan.esup.permits.api.PermitRequests.Seen;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.permits.api.Plan;
import ir.hamedan.esup.permits.api.Works;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.Played;
import ir.hamedan.esup.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RequestsTest {
    private static final RenewalCode OWN = RenewalCode.parse("1-2-3-4-0-0-0");
    private static final RenewalCode FOREIGN = RenewalCode.parse("1-2-3-5-0-0-0");
    private static final NationalId SELF = NationalId.parse("7409035803");
    private static final NationalId OTHER = NationalId.parse("7401003716");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Page.Request FIRST = new Page.Request(0, 20);
    private static final int BOOK = 7;

    /** What the rules have to say of it, when they cannot answer. */
    private Optional<Problem> gone = Optional.empty();

    private final TestDatabase database = TestDatabase.fresh();
    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T08:00:00Z"));
    private final List<String> told = new ArrayList<>();

    /** The most storeys of today: the rules may change. */
    private long storeys = 4;

    private List<Owner> owners = List.of(owner(SELF));
    private final Cases cases = cases();
    private final PermitRequestsBean desk = desk(SELF);
    private final PermitOfficeBean office = office();

    private Cases cases() {
        Cases all = new Cases();
        all.clock = clock;
        all.audited = new Fired<>(news -> told.add(news.action()));
        all.parcels = Played.of(
                Parcels.class,
                Map.of(
                        "find", of -> Optional.of(object((RenewalCode) of[0])),
                        "owners", of -> of[0].equals(OWN) ? owners : List.of(owner(OTHER)),
                        "ownedBy", of -> new Page<>(List.of(object(OWN)), 1, FIRST)));
        all.rules = Played.of(
                Rules.class,
                Map.of(
                        "of", of -> answer(((Rules.Supposed) of[3]).uses().get(0)),
                        "document", of -> new Rules.Document(Verdict.RULED, "{}", "hash", "content-" + storeys)));
        RuleBooks.Edition edition =
                new RuleBooks.Edition(BOOK, "PLAN", "1", "کتاب", true, DAY, clock.instant(), Optional.empty(), "hash");
        all.books = Played.of(
                RuleBooks.class,
                Map.of("inForce", of -> Optional.of(new RuleBooks.Published(edition, null)), "clause", of -> {
                    if (!of[1].equals("12")) {
                        throw Problem.notFound("rulebooks.unknown-clause");
                    }
                    return new Clause("12", "پارکینگ", "1", "متن");
                }));
        return all;
    }

    private Answer answer(String use) {
        gone.ifPresent(problem -> {
            throw problem;
        });
        if (!use.equals("DWELLING")) {
            throw Problem.invalid("rulebooks.unknown-use", use);
        }
        Answer.Figure floors = new Answer.Figure(
                NumberName.FLOORS,
                OptionalLong.of(storeys),
                Answer.Basis.RULE,
                List.of(new Answer.ClauseRef("9", "طبقات")),
                List.of());
        return new Answer(
                Optional.of(OWN),
                DAY,
                clock.instant(),
                new BookData("PLAN", "1", "کتاب", "", "", DAY, "", true),
                Given.NOTHING,
                Answer.Asked.NOTHING,
                Verdict.RULED,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Answer.UseAnswer(
                        use, "مسکونی", Verdict.RULED, List.of("r"), List.of(floors), List.of(), List.of(), List.of())),
                List.of());
    }

    private PermitRequestsBean desk(NationalId caller) {
        PermitRequestsBean bean = new PermitRequestsBean();
        bean.source = database.application();
        bean.cases = cases;
        bean.citizens = Played.of(Citizens.class, Map.of("nationalId", of -> Optional.of(caller)));
        bean.settings = Played.of(Settings.class, Map.of("value", of -> of[2]));
        bean.caller = () -> Citizens.username(caller);
        return bean;
    }

    private PermitOfficeBean office() {
        PermitOfficeBean bean = new PermitOfficeBean();
        bean.source = database.application();
        bean.cases = cases;
        bean.caller = () -> "officer";
        return bean;
    }

    private static Owner owner(NationalId id) {
        return new Owner(PartyId.of(id), "نام " + id.text(), Share.parse("1/2"), DAY);
    }

    private static LandObject object(RenewalCode code) {
        return new LandObject(
                code, 1, "", "", Optional.empty(), "", LandUse.DWELLING, DeedKind.SINGLE_SHEET, 100, 0, false);
    }

    private static Plan plan(int storeys) {
        return new Plan(Works.NEW_BUILDING, "DWELLING", storeys, 1200, 10_000, 40_000, 4, 4, 0, "  خانهٔ پدری ");
    }

    private static Order order(String key, int storeys) {
        return new Order(key, OWN, plan(storeys), false, Optional.empty());
    }

    private PermitRequest file(Order order) throws Exception {
        return database.transaction(() -> desk.file(order));
    }

    private String refused(Executable work) {
        return assertThrows(Problem.class, work).code();
    }

    @Test
    void a_request_is_filed_once_by_its_key_and_read_as_it_was_filed() throws Exception {
        PermitRequest filed = file(order("k", 4));
        assertEquals(filed, file(order("k", 4)));
        assertEquals(plan(4), filed.plan());
        assertEquals("1405000001", filed.number());
        assertEquals(DAY.plusDays(4), filed.dueBy());
        assertEquals("content-4", filed.filed().hash());
        assertEquals(List.of(new Mine(filed, false)), desk.mine(FIRST).rows());
        assertEquals(List.of("permits.filed"), told);
        assertEquals("permits.open-already", refused(() -> file(order("other", 3))));
    }

    @Test
    void a_plan_against_the_rules_is_not_taken_unless_the_commission_is_asked() throws Exception {
        assertEquals("permits.objections", refused(() -> file(order("k", 5))));
        PermitRequest asked = file(new Order("k", OWN, plan(5), true, Optional.empty()));
        assertEquals(1, asked.objections().size());
        assertEquals(5, asked.objections().get(0).planned());
        assertEquals("9", asked.objections().get(0).clauses().get(0).number());
        assertEquals("permits.objections-stand", refused(() -> accept(asked)));
        storeys = 5;
        assertEquals(PermitState.ACCEPTED, accept(asked).state());
        assertEquals(
                "content-5",
                office.get(asked.id())
                        .outcome()
                        .orElseThrow()
                        .basis()
                        .orElseThrow()
                        .hash());
    }

    private PermitRequest accept(PermitRequest request) throws Exception {
        return database.transaction(() -> office.accept(request.id()));
    }

    @Test
    void every_owner_agrees_at_the_own_desk_or_on_paper_before_it_is_accepted() throws Exception {
        owners = List.of(owner(SELF), owner(OTHER));
        PermitRequest filed = file(order("k", 4));
        assertEquals("permits.consent-missing", refused(() -> accept(filed)));
        assertEquals(1, office.missing(filed.id()).size());
        assertEquals("permits.paper-needed", refused(() -> office.consentSeen(filed.id(), OTHER.text(), " ")));
        assertEquals("permits.not-owner", refused(() -> office.consentSeen(filed.id(), SELF.text(), "۱۲")));
        PermitRequestsBean other = desk(OTHER);
        database.transaction(() -> other.consent(filed.id()));
        assertEquals(
                1,
                database.transaction(() -> other.consent(filed.id())).consents().size());
        assertEquals(List.of(), office.missing(filed.id()));
        assertEquals(PermitState.ACCEPTED, accept(filed).state());
        assertEquals("permits.decided", refused(() -> accept(filed)));
        assertEquals("permits.decided", refused(() -> desk.withdraw(filed.id())));
    }

    @Test
    void it_is_returned_with_clauses_alone_and_followed_by_another_one() throws Exception {
        PermitRequest filed = file(order("k", 4));
        assertEquals("permits.nothing-objected", refused(() -> office.giveBack(filed.id(), List.of())));
        assertEquals(
                "permits.clause-unknown",
                refused(() -> office.giveBack(filed.id(), List.of(new PermitOffice.Remark("99", "پارکینگ کم است")))));
        storeys = 3;
        PermitRequest back = database.transaction(
                () -> office.giveBack(filed.id(), List.of(new PermitOffice.Remark("۱۲", "پارکینگ کم است"))));
        assertEquals(2, back.outcome().orElseThrow().objections().size());
        assertEquals(
                "12",
                back.outcome()
                        .orElseThrow()
                        .objections()
                        .get(1)
                        .clauses()
                        .get(0)
                        .number());
        PermitRequest next = file(new Order("k2", OWN, plan(3), false, Optional.of(filed.id())));
        assertEquals(Optional.of(filed.id()), next.follows());
        assertEquals(
                1,
                office.search("1405000002", Optional.of(PermitState.OPEN), FIRST)
                        .total());
        assertEquals(2, office.search(OWN.text(), Optional.empty(), FIRST).total());
        assertEquals(
                PermitState.WITHDRAWN,
                database.transaction(() -> desk.withdraw(next.id())).state());
    }

    @Test
    void what_the_rules_cannot_answer_any_more_is_returned_for_that() throws Exception {
        PermitRequest filed = file(order("k", 4));
        gone = Optional.of(Problem.conflict("parcels.code-replaced", OWN, "1-2-3-9-0-0-0"));
        assertEquals("parcels.code-replaced", refused(() -> accept(filed)));
        PermitRequest back = database.transaction(() -> office.giveBack(filed.id(), List.of()));
        assertEquals(
                List.of(Objection.Ground.NOT_KNOWN),
                back.outcome().orElseThrow().objections().stream()
                        .map(Objection::ground)
                        .toList());
    }

    @Test
    void who_sold_it_is_told_no_names_and_gets_it_back_for_that() throws Exception {
        PermitRequest filed = file(order("k", 4));
        owners = List.of(owner(OTHER));
        assertEquals(new Seen(filed, true, false, false, List.of()), desk.get(filed.id()));
        assertEquals(
                List.of(Objection.Ground.SOLD),
                office.examine(filed.id()).objections().stream()
                        .map(Objection::ground)
                        .toList());
        database.transaction(() -> office.consentSeen(filed.id(), OTHER.text(), "۱۲"));
        assertEquals("permits.objections-stand", refused(() -> accept(filed)));
        PermitRequest back = database.transaction(() -> office.giveBack(filed.id(), List.of()));
        assertEquals(1, back.outcome().orElseThrow().objections().size());
        assertEquals(Optional.empty(), desk(OTHER).open(OWN), "the new owner can ask");
    }

    @Test
    void going_back_to_a_form_that_was_sent_files_nothing_of_then() throws Exception {
        PermitRequest filed = file(order("k", 4));
        assertEquals("permits.open-already", refused(() -> file(order("k", 3))));
        database.transaction(() -> desk.withdraw(filed.id()));
        assertEquals("permits.key", refused(() -> file(order("k", 3))));
        assertEquals("permits.key", refused(() -> file(order("k", 4))));
    }

    @Test
    void the_commission_is_asked_for_what_it_can_decide_alone() throws Exception {
        assertEquals(
                false,
                file(new Order("k", OWN, plan(4), true, Optional.empty())).commission());
    }

    @Test
    void each_owner_sees_whose_turn_it_is() throws Exception {
        assertEquals(OWN, desk.property(OWN).code());
        assertEquals("permits.not-yours", refused(() -> desk.property(FOREIGN)));
        assertEquals(Optional.empty(), desk.open(OWN));
        owners = List.of(owner(SELF), owner(OTHER));
        PermitRequest filed = file(order("k", 4));
        PermitRequestsBean other = desk(OTHER);
        assertEquals(Optional.of(filed), other.open(OWN));
        assertEquals(new Seen(filed, true, true, false, List.of(owner(OTHER))), desk.get(filed.id()));
        assertEquals(new Seen(filed, false, true, true, List.of(owner(OTHER))), other.get(filed.id()));
        assertEquals(List.of(new Mine(filed, true)), other.mine(FIRST).rows());
        assertEquals(List.of(0L, 1L), List.of(desk.waiting(), other.waiting()));
        PermitRequest agreed = database.transaction(() -> other.consent(filed.id()));
        assertEquals(List.of(new Mine(agreed, false)), other.mine(FIRST).rows());
        assertEquals(0, other.waiting());
        assertEquals(new Seen(agreed, false, true, false, List.of()), other.get(filed.id()));
        PermitRequest back = database.transaction(() -> desk.withdraw(filed.id()));
        owners = List.of(owner(SELF), owner(OTHER), owner(NationalId.parse("7402464091")));
        assertEquals(new Seen(back, true, true, false, List.of()), desk.get(filed.id()), "nobody is asked any more");
    }

    @Test
    void another_sees_neither_the_property_nor_the_request() throws Exception {
        assertEquals("permits.not-yours", refused(() -> desk.examine(FOREIGN, plan(1))));
        PermitRequest filed = file(order("k", 4));
        PermitRequestsBean other = desk(OTHER);
        assertEquals("permits.unknown", refused(() -> other.get(filed.id())));
        assertEquals("permits.unknown", refused(() -> other.consent(filed.id())));
        assertEquals("permits.unknown", refused(() -> other.withdraw(filed.id())));
        owners = List.of(owner(OTHER));
        assertEquals("permits.consent-missing", refused(() -> accept(filed)));
    }

    @Test
    void what_was_asked_and_said_is_never_changed() throws Exception {
        PermitRequest filed = file(order("k", 4));
        for (String change : List.of(
                "update permits.request set storeys = 9 where id = " + filed.id(),
                "delete from permits.request where id = " + filed.id())) {
            assertThrows(Sql.Failure.class, () -> new Sql(database.application()).run(change));
        }
    }

    @Test
    void not_even_the_owner_of_the_schema_changes_or_deletes_it() throws Exception {
        owners = List.of(owner(SELF), owner(OTHER));
        PermitRequest filed = file(new Order("k", OWN, plan(5), true, Optional.empty()));
        database.transaction(() -> office.consentSeen(filed.id(), OTHER.text(), "۱۲"));
        database.transaction(() -> office.giveBack(filed.id(), List.of()));
        Sql owner = new Sql(database.owner());
        for (String table : List.of("request", "outcome", "objection", "consent")) {
            String column = table.equals("request") ? "storeys" : "request";
            for (String change : List.of(
                    "update permits." + table + " set " + column + " = " + column, "delete from permits." + table)) {
                Sql.Failure failure = assertThrows(Sql.Failure.class, () -> owner.run(change), change);
                assertEquals("23514", failure.state(), failure.getMessage());
            }
        }
    }
}
