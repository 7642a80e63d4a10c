package ir.hamedan.esup.permits.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.people.api.Settings;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequests.Order;
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
import org.junit.jupiter.api.function.Executable;

/** Both sides of the counter at which requests are filed and answered, with rules that are played. */
abstract class Counter {
    static final RenewalCode OWN = RenewalCode.parse("1-2-3-4-0-0-0");
    static final RenewalCode FOREIGN = RenewalCode.parse("1-2-3-5-0-0-0");
    static final NationalId SELF = NationalId.parse("7409035803");
    static final NationalId OTHER = NationalId.parse("7401003716");
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    static final Page.Request FIRST = new Page.Request(0, 20);
    static final int BOOK = 7;

    /** What the rules have to say of it, when they cannot answer. */
    Optional<Problem> gone = Optional.empty();

    final TestDatabase database = TestDatabase.fresh();
    final HandClock clock = new HandClock(Instant.parse("2026-11-24T08:00:00Z"));
    final List<String> told = new ArrayList<>();

    /** The most storeys of today: the rules may change. */
    long storeys = 4;

    List<Owner> owners = List.of(owner(SELF));

    /** What is not known of the place. */
    List<Answer.Unknown> unknown = List.of();

    final Cases cases = cases();
    final PermitRequestsBean desk = desk(SELF);
    final PermitOfficeBean office = office();

    private Cases cases() {
        Cases all = new Cases();
        all.clock = clock;
        all.audited = new Fired<>(news -> told.add(news.action()));
        all.parcels = Played.of(
                Parcels.class,
                Map.of(
                        "find", of -> Optional.of(object((RenewalCode) of[0])),
                        "owners", of -> of[0].equals(OWN) ? owners : List.of(owner(OTHER)),
                        "codesOf", of -> List.of(OWN)));
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
                unknown,
                List.of(new Answer.UseAnswer(
                        use, "مسکونی", Verdict.RULED, List.of("r"), List.of(floors), List.of(), List.of(), List.of())),
                List.of());
    }

    PermitRequestsBean desk(NationalId caller) {
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

    static Owner owner(NationalId id) {
        return new Owner(PartyId.of(id), "نام " + id.text(), Share.parse("1/2"), DAY);
    }

    private static LandObject object(RenewalCode code) {
        return new LandObject(
                code, 1, "", "", Optional.empty(), "", LandUse.DWELLING, DeedKind.SINGLE_SHEET, 100, 0, false);
    }

    static Plan plan(int storeys) {
        return new Plan(Works.NEW_BUILDING, "DWELLING", storeys, 1200, 10_000, 40_000, 4, 4, 0, "  خانهٔ پدری ");
    }

    static Order order(String key, int storeys) {
        return new Order(key, OWN, plan(storeys), false, Optional.empty());
    }

    PermitRequest file(Order order) throws Exception {
        return database.transaction(() -> desk.file(order));
    }

    String refused(Executable work) {
        return assertThrows(Problem.class, work).code();
    }

    PermitRequest accept(PermitRequest request) throws Exception {
        return database.transaction(() -> office.accept(request.id(), false));
    }
}
