package ir.hamedan.esup.rulebooks.internal.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.RequestKey;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.RuleBookLoad;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.demo.Places;
import ir.hamedan.esup.rulebooks.internal.answer.AnswerJson;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.signing.api.IssuedCertificate;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleStatementsTest {
    private static final LocalDate TODAY = new PersianDate(1405, 6, 31).toLocalDate();
    private static final RenewalCode CODE = RenewalCode.parse("1-2-3-4-0-0-0");
    private static final Owner OWNER = new Owner(
            new PartyId(PartyId.Kind.PERSON, "7401647877"), "ترانه طاهری", Share.WHOLE, LocalDate.of(2020, 1, 1));

    private final TestDatabase database = TestDatabase.fresh();
    private final HandClock clock =
            new HandClock(TODAY.atTime(12, 0).atZone(PersianDate.TEHRAN).toInstant());
    private final List<CertificateRequest> ordered = new ArrayList<>();
    private final RuleStatementsBean statements = new RuleStatementsBean();
    private final Fired<Audited> audited = new Fired<>();
    private Site site = Places.worked();
    private long book;

    @BeforeEach
    void publish() throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            book = new RuleBookLoad(connection, clock.instant(), "planner-1", "planner-2")
                    .publish(RuleBookLoad.demonstration(), "demo.xlsx", new PersianDate(1405, 1, 1).toLocalDate());
            connection.commit();
        }
        statements.source = database.application();
        statements.clock = clock;
        statements.audited = audited;
        statements.caller = () -> "officer-1";
        statements.parcels = fake(Parcels.class, "held", arguments -> facts());
        statements.books = fake(
                RuleBooks.class,
                "inForce",
                arguments -> Optional.of(new RuleBooks.Published(edition(), DemoBook.book())));
        statements.certificates =
                fake(Certificates.class, "issue", arguments -> signed((CertificateRequest) arguments[0]));
        statements.rules = new Rules() {
            @Override
            public Answer of(RenewalCode parcel, LocalDate on, java.time.Instant known, Supposed supposed) {
                return new Engine(DemoBook.book())
                        .answer(
                                site,
                                new Given(
                                        java.util.Set.of(),
                                        1,
                                        0,
                                        Optional.empty(),
                                        java.util.OptionalInt.empty(),
                                        java.util.OptionalInt.empty()));
            }

            @Override
            public Answer at(double longitude, double latitude, LocalDate on, java.time.Instant known) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Document document(Answer answer) {
                return AnswerJson.of(answer);
            }
        };
    }

    private static <T> T fake(Class<T> type, String method, Function<Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        throw new UnsupportedOperationException(called.toString());
                    }
                    return answer.apply(arguments);
                }));
    }

    private static ParcelFacts facts() {
        LandObject object = new LandObject(
                CODE,
                1,
                "1/1",
                "",
                Optional.empty(),
                "خیابان بوعلی",
                LandUse.DWELLING,
                DeedKind.SINGLE_SHEET,
                240_00,
                0,
                false);
        return new ParcelFacts(object, Optional.empty(), List.of(OWNER), List.of(), List.of(), Map.of());
    }

    private RuleBooks.Edition edition() {
        return new RuleBooks.Edition(
                book, "DEMO", "1405-1", "دفترچه", true, TODAY, clock.instant(), Optional.empty(), "0".repeat(64));
    }

    private IssuedCertificate signed(CertificateRequest request) {
        ordered.add(request);
        return new IssuedCertificate(
                CertificateNumber.of(1405, 1, CertificateKind.RULE_STATEMENT, ordered.size()),
                "0".repeat(16),
                ordered.size(),
                "https://example/v",
                clock.instant());
    }

    private RuleStatements.Given issue(String key, String owner) {
        return database.transaction(() -> statements.issue(new RuleStatements.Order(key, CODE.text(), owner)));
    }

    @Test
    void a_statement_says_the_answer_and_keeps_it_byte_by_byte() {
        RuleStatements.Given given = issue("k1", "۷۴۰۱۶۴۷۸۷۷");
        Rules.Document document = AnswerJson.of(statements.rules.of(CODE, TODAY, clock.instant(), null));
        assertEquals(document.json(), statements.document(given.id()));
        assertEquals(document.hash(), given.hash());
        assertTrue(document.json().contains("\"whatIf\":false"), "a supposition is never stated");
        assertEquals("officer-1", given.issuedBy());
        assertEquals(OWNER.name(), given.ownerName());
        CertificateRequest paper = ordered.get(0);
        assertEquals(document.json(), paper.answer().getString("document"));
        assertEquals(CertificateKind.RULE_STATEMENT, paper.kind());
        String printed = paper.paper().toString();
        assertTrue(printed.contains("تراکم مجاز, ۲۲۴ درصد"), printed);
        assertTrue(printed.contains("نمایشی"), "a demonstration says so");
        assertTrue(printed.contains("استعلام میراث فرهنگی"), printed);
        assertEquals("rulebooks.statement-issued", audited.all().get(0).action());
    }

    @Test
    void codes_on_the_paper_stand_apart_from_its_numbers_in_one_form() {
        issue("k1", OWNER.party().id());
        String printed = ordered.get(0).paper().toString();
        assertTrue(printed.contains("\u2066R122\u2069، ۲۴۰ مترمربع (۱۰۰ درصد ملک)"), printed);
        assertTrue(printed.contains("کد نوسازی \u20661-2-3-4-0-0-0\u2069 در تاریخ"), printed);
        assertTrue(printed.contains("1-2-3-4-0-0-0, "), "the line below has the same form: " + printed);
    }

    @Test
    void it_holds_for_as_many_persian_months_as_the_book_says() {
        assertEquals(6, DemoBook.book().parameters().statementMonths());
        LocalDate until = issue("k1", OWNER.party().id()).validUntil();
        assertEquals(PersianDate.lastDayOf(1405), until, "31 Shahrivar and six months is the last day of Esfand");
        assertEquals(until, ordered.get(0).validUntil());
    }

    @Test
    void the_same_key_is_the_same_statement() {
        RuleStatements.Given first = issue("k1", OWNER.party().id());
        assertEquals(first, issue("k1", OWNER.party().id()));
        assertEquals(1, ordered.size());
        Problem other = assertThrows(Problem.class, () -> issue("k1", "0012345679"));
        assertEquals(RequestKey.USED, other.code(), "a statement for one is not shown as that for another");
        issue("k2", OWNER.party().id());
        assertEquals(2, statements.ofParcel(CODE, new Page.Request(0, 10)).total());
        assertEquals(2, statements.under(book, new Page.Request(0, 10)).total());
        assertEquals(0, statements.under(book + 1, new Page.Request(0, 10)).total());
    }

    @Test
    void nobody_but_an_owner_gets_one() {
        Problem problem = assertThrows(Problem.class, () -> issue("k1", "0012345679"));
        assertEquals("rulebooks.statement-not-owner", problem.code());
        assertEquals(0, ordered.size());
    }

    @Test
    void where_nothing_is_known_nothing_is_signed() {
        site = Places.plot("X999", 240_00, 12_00);
        Problem problem =
                assertThrows(Problem.class, () -> issue("k1", OWNER.party().id()));
        assertEquals("rulebooks.statement-nothing", problem.code());
        assertEquals(0, ordered.size());
    }

    @Test
    void the_application_changes_no_statement() {
        issue("k1", OWNER.party().id());
        Sql.Failure failure = assertThrows(Sql.Failure.class, () -> new Sql(database.application())
                .run("update rulebooks.statement set verdict = 'LOCKED'"));
        assertEquals("42501", failure.state());
    }
}
