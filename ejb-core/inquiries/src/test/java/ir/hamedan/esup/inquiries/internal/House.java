package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.BillPaid;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.Dues;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.Lock;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Source;
import ir.hamedan.esup.parcels.api.Title;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.OrganisationKind;
import ir.hamedan.esup.people.api.Organisations;
import ir.hamedan.esup.people.api.Settings;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.signing.api.IssuedCertificate;
import ir.hamedan.esup.signing.api.Signer;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.Played;
import ir.hamedan.esup.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The module with the rest of the city played: a register, a ledger, a signing key, and who acts. */
final class House {
    static final RenewalCode PARCEL = RenewalCode.parse("1-5-67-15");
    static final PartyId ALI = PartyId.parse("7401003716");
    static final PartyId SARA = PartyId.parse("7401733900");
    static final PartyId REZA = PartyId.parse("7402464091");
    static final PartyId MINA = PartyId.parse("7403194284");
    static final Share HALF = new Share(1, 2);
    static final Instant START = Instant.parse("2026-11-24T06:00:00Z");

    static final Actor NOTARY = actor("notary12", "سردفتر ۱۲", "notary-12", Roles.NOTARY);
    static final Actor OTHER_NOTARY = actor("notary13", "سردفتر ۱۳", "notary-13", Roles.NOTARY);
    static final Actor OFFICER = actor("officer1", "کارشناس یک", "region-1", Roles.OFFICER);
    static final Actor SECOND = actor("officer2", "کارشناس دو", "region-1", Roles.OFFICER);
    static final Actor SUPERVISOR = actor("boss", "سرپرست", "region-1", Roles.SUPERVISOR);

    final TestDatabase database = TestDatabase.fresh();
    final Sql sql = new Sql(database.application());
    final List<Audited> audited = new CopyOnWriteArrayList<>();
    final List<CertificateRequest> signed = new CopyOnWriteArrayList<>();
    final List<String> marks = new CopyOnWriteArrayList<>();
    final List<Bill.Line> owed = new CopyOnWriteArrayList<>();
    final List<Bill> bills = new CopyOnWriteArrayList<>();
    final List<Demand> above = new CopyOnWriteArrayList<>();
    final List<Demand> demands = new CopyOnWriteArrayList<>();
    final List<Lock> locks = new CopyOnWriteArrayList<>();
    volatile Optional<Title> title = Optional.empty();
    final List<Owner> owners = new CopyOnWriteArrayList<>(List.of(
            new Owner(ALI, "علی رضایی", HALF, LocalDate.of(2015, 4, 1)),
            new Owner(SARA, "سارا کریمی", HALF, LocalDate.of(2015, 4, 1))));
    final List<BuildingCertificate> papers = new CopyOnWriteArrayList<>(List.of(
            new BuildingCertificate(BuildingCertificate.Kind.COMPLETION, "1399/125", LocalDate.of(2020, 7, 1))));
    final Map<Source, Instant> sources = new ConcurrentHashMap<>();
    final Map<LevyKind, Instant> levies = new ConcurrentHashMap<>();
    final Map<String, String> settings = new ConcurrentHashMap<>();
    volatile LandUse use = LandUse.DWELLING;
    volatile boolean keyIsDead;

    /** Officers whose own key cannot sign. */
    final List<String> deadKeys = new CopyOnWriteArrayList<>();

    /** What took the place of the parcel's code, once something did. */
    final List<RenewalCode> successors = new CopyOnWriteArrayList<>();

    /** What bears on every object beside itself. */
    final List<Parcels.Kin> kin = new CopyOnWriteArrayList<>();

    final List<Parcels.CodeChange> changes = new CopyOnWriteArrayList<>();

    volatile Runnable whileDuesAreRead = () -> {};
    final HandClock clock = new HandClock(START);
    private final ThreadLocal<Actor> acting = ThreadLocal.withInitial(() -> NOTARY);
    private final AtomicLong serial = new AtomicLong();
    private final AtomicLong billNumbers = new AtomicLong();

    final InquiriesBean inquiries = new InquiriesBean();
    final InquiryDeskBean desk = new InquiryDeskBean();
    final Releases releases = new Releases();

    House() {
        for (Source source : Source.values()) {
            sources.put(source, START.minus(Duration.ofDays(1)));
        }
        for (LevyKind levy : LevyKind.values()) {
            levies.put(levy, START.minus(Duration.ofDays(1)));
        }
        wire();
    }

    private static Actor actor(String username, String name, String organisation, String role) {
        return new Actor(username, name, organisation, Set.of(role), "");
    }

    private void wire() {
        Examination examination = city();
        Views views = new Views();
        views.examination = examination;
        views.demands = Played.of(Demands.class, Map.of("open", a -> on((RenewalCode) a[0])));
        views.dues = Played.of(Dues.class, Map.of("claims", a -> bearingOn((RenewalCode) a[0])));
        Actors actors = acting::get;
        Event<Audited> audit = audit();
        Filing filing = new Filing();
        filing.examination = examination;
        filing.views = views;
        filing.actors = actors;
        filing.certificates = examination.certificates;
        filing.audit = audit;
        inquiries.filing = filing;
        inquiries.examination = examination;
        inquiries.views = views;
        inquiries.actors = actors;
        filing.organisations = Played.of(
                Organisations.class,
                Map.of(
                        "find",
                        a -> Optional.of(new Organisation(
                                (String) a[0], OrganisationKind.NOTARY_OFFICE, "دفتر اسناد رسمی " + a[0], 1, true))));
        inquiries.certificates = examination.certificates;
        inquiries.transfers = new Transfers();
        inquiries.transfers.parcels = examination.parcels;
        inquiries.transfers.office = Played.of(
                ParcelOffice.class, Map.of("recordTransfer", a -> marks.add("transferred " + a[0] + " by " + a[5])));
        filing.counters = new Counters();
        inquiries.endings = new Endings();
        inquiries.endings.certificates = examination.certificates;
        inquiries.audit = audit;
        desk.examination = examination;
        desk.views = views;
        desk.actors = actors;
        desk.certificates = examination.certificates;
        desk.counters = new Counters();
        desk.audit = audit;
        releases.examination = examination;
        releases.counters = new Counters();
        releases.audit = audit;
    }

    /** The rest of the city, as far as an examination looks at it. */
    private Examination city() {
        Examination examination = new Examination();
        examination.source = database.application();
        examination.clock = clock;
        examination.parcels = Played.of(
                Parcels.class,
                Map.of(
                        "facts", a -> facts((RenewalCode) a[0]),
                        "held", a -> facts((RenewalCode) a[0]),
                        "find", a -> found((RenewalCode) a[0]),
                        "successors", a -> List.copyOf(successors),
                        "kin", a -> kin((RenewalCode) a[0]),
                        "history", a -> List.copyOf(changes)));
        examination.dues = Played.of(
                Dues.class,
                Map.of(
                        "due", a -> due((RenewalCode) a[0], (LocalDate) a[a.length - 1]),
                        "bill", a -> bill((DueStatement) a[0]),
                        "billed", a -> List.copyOf(bills)));
        examination.settings =
                Played.of(Settings.class, Map.of("value", a -> settings.getOrDefault(a[0], (String) a[2])));
        examination.certificates = Played.of(
                Certificates.class,
                Map.of(
                        "issue", a -> issue((CertificateRequest) a[0]),
                        "canSign", a -> canSign((Signer) a[0]),
                        "supersede", a -> marks.add("superseded " + a[0] + " by " + a[1]),
                        "revoke", a -> marks.add("revoked " + a[0] + " " + a[1]),
                        "pdf", a -> Optional.of(new byte[] {1, 2, 3})));
        return examination;
    }

    /** As a caller of the container would: one transaction, with this person acting. */
    <T> T as(Actor actor, java.util.concurrent.Callable<T> work) {
        acting.set(actor);
        try {
            return database.transaction(work);
        } finally {
            acting.remove();
        }
    }

    /** Works off what is due, each in its own transaction, as the releaser does. */
    void release() {
        database.inTransaction(releases::takeUpNews);
        for (String id : releases.due()) {
            try {
                database.inTransaction(() -> releases.release(id));
            } catch (Problem problem) {
                database.inTransaction(() -> releases.postpone(id, problem.code()));
            }
        }
    }

    void later(Duration time) {
        clock.pass(time);
    }

    private Optional<LandObject> found(RenewalCode code) {
        boolean inForce = successors.isEmpty() || successors.contains(code);
        return inForce ? Optional.of(facts(code).object()) : Optional.empty();
    }

    private ParcelFacts facts(RenewalCode code) {
        if (!successors.isEmpty() && !successors.contains(code)) {
            throw Problem.conflict("parcels.code-replaced", code, successors);
        }
        if (!code.ofParcel().equals(PARCEL) && !successors.contains(code)) {
            throw Problem.notFound("parcels.unknown-code", code);
        }
        LandObject object = new LandObject(
                code,
                1,
                "2345/17",
                "3",
                Optional.empty(),
                "همدان، خیابان بوعلی",
                use,
                DeedKind.SINGLE_SHEET,
                250_00,
                use == LandUse.VACANT ? 0 : 600_00,
                false);
        return new ParcelFacts(object, title, owners, locks, papers, sources);
    }

    private List<Demand> on(RenewalCode code) {
        return demands.stream().filter(demand -> demand.code().equals(code)).toList();
    }

    private List<Demand> bearingOn(RenewalCode code) {
        Set<RenewalCode> bearing = new HashSet<>(Set.of(code.ofParcel()));
        kin.forEach(of -> bearing.add(of.code().ofParcel()));
        return demands.stream()
                .filter(demand -> bearing.contains(demand.code().ofParcel()))
                .toList();
    }

    private List<Parcels.Kin> kin(RenewalCode code) {
        List<Parcels.Kin> all = new ArrayList<>(kin);
        all.add(kin(code, Optional.empty()));
        return all;
    }

    static Parcels.Kin kin(RenewalCode code, Optional<Instant> learnedAt) {
        return new Parcels.Kin(
                code, false, LocalDate.of(2015, 4, 1), Optional.empty(), Optional.empty(), learnedAt, false);
    }

    /** The code is another one from now on. */
    void renumber(RenewalCode to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
        changes.add(new Parcels.CodeChange("RENUMBER", PARCEL, to, today, "r"));
        kin.add(kin(PARCEL, Optional.empty()));
        successors.add(to);
    }

    void lock(LockKind kind) {
        locks.add(new Lock(1, PARCEL, kind, "دادگستری", "۱۲/۳۴", LocalDate.of(2026, 1, 1), Optional.empty()));
    }

    void owe(long demand, LevyKind levy, int year, long amount) {
        owed.add(new Bill.Line(
                demand, levy, year, new Rial(amount), Rial.ZERO, Rial.ZERO, new Rial(amount), "FULL_MONTH 9%"));
    }

    private DueStatement due(RenewalCode code, LocalDate day) {
        Rial total = owed.stream().map(Bill.Line::amount).reduce(Rial.ZERO, Rial::plus);
        DueStatement statement =
                new DueStatement(code, day, owed, total, total.roundedUpTo(1000), new EnumMap<>(levies), above, day);
        whileDuesAreRead.run();
        return statement;
    }

    private List<Bill> bill(DueStatement statement) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
        List<Bill> open = bills.stream()
                .filter(old -> old.state() == Bill.State.OPEN && !old.payBy().isBefore(today))
                .toList();
        Function<Stream<Bill.Line>, Set<Long>> claims =
                all -> all.map(Bill.Line::demand).collect(Collectors.toSet());
        if (claims.apply(open.stream().flatMap(old -> old.lines().stream())).equals(claims.apply(owed.stream()))) {
            return open;
        }
        bills.replaceAll(old -> old.state() == Bill.State.OPEN ? with(old, Bill.State.REPLACED) : old);
        Bill fresh = new Bill(
                billNumbers.incrementAndGet(),
                BillId.parse("1020304011364"),
                PaymentId.parse(BillId.parse("1020304011364"), "281240159"),
                statement.code(),
                "dues:" + statement.code().text(),
                statement.items(),
                statement.payable(),
                today.plusDays(7),
                Bill.State.OPEN,
                Optional.empty());
        bills.add(fresh);
        return List.of(fresh);
    }

    static Bill with(Bill bill, Bill.State state) {
        return new Bill(
                bill.number(),
                bill.billId(),
                bill.paymentId(),
                bill.code(),
                bill.reference(),
                bill.lines(),
                bill.amount(),
                bill.payBy(),
                state,
                Optional.empty());
    }

    /** The ledger books the money: the bill is paid and the claims are gone. */
    void pay(long number) {
        Bill bill = bills.stream().filter(b -> b.number() == number).findFirst().orElseThrow();
        database.inTransaction(() -> {
            bills.replaceAll(b -> b.number() == number ? with(b, Bill.State.PAID) : b);
            owed.removeAll(bill.lines());
            PaymentNews news = new PaymentNews();
            news.source = database.application();
            news.note(new BillPaid(number, bill.reference(), bill.code()));
        });
    }

    private boolean canSign(Signer signer) {
        return !keyIsDead && signer.username().filter(deadKeys::contains).isEmpty();
    }

    private IssuedCertificate issue(CertificateRequest request) {
        if (!canSign(request.signer())) {
            throw Problem.unavailable("signing.unavailable");
        }
        signed.add(request);
        long n = serial.incrementAndGet();
        CertificateNumber number = CertificateNumber.of(1405, request.region(), CertificateKind.TRANSFER_CLEARANCE, n);
        return new IssuedCertificate(
                number, "SECRETSECRET2345", n, "http://localhost/v/" + number + "/SECRET", clock.instant());
    }

    @SuppressWarnings("unchecked")
    private Event<Audited> audit() {
        return (Event<Audited>) Played.of(Event.class, Map.of("fire", a -> audited.add((Audited) a[0])));
    }

    /** The keys of the rows of a table, to see that nothing was left behind. */
    long count(String table) {
        return sql.one("select count(*) as n from inquiries." + table, row -> row.number("n"));
    }

    List<String> problems(List<Problem> faults) {
        List<String> found = new ArrayList<>();
        faults.forEach(fault -> found.add(fault.field().orElse("") + " " + fault.code()));
        return found;
    }
}
