package ir.hamedan.esup.parcels.internal;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.DEED_CLERK;
import static ir.hamedan.esup.kernel.Roles.DEPUTY;
import static ir.hamedan.esup.kernel.Roles.NOTARY;
import static ir.hamedan.esup.kernel.Roles.OFFICER;
import static ir.hamedan.esup.kernel.Roles.REVENUE_OFFICER;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Lock;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Title;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Appends to the register; the object's own row is locked first, so changes of one object come one after another. */
@Stateless
@Local(ParcelOffice.class)
public class ParcelOfficeBean implements ParcelOffice {
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_LOCKS = 1_000;

    private static final String LOCKS = "select " + Rows.LOCK
            + " as lock from parcels.lock l left join parcels.lock_lift t on t.lock = l.id where ";

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Runnable undo = () -> context.setRollbackOnly();

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR})
    public Lock placeLock(RenewalCode code, LockKind kind, String authority, String letter, LocalDate from) {
        requireLetter(authority);
        requireLetter(letter);
        requirePast(from);
        lockKnown(code);
        Lock lock = sql().one(
                        """
                with placed as (
                    insert into parcels.lock (code, kind, authority, letter, from_day, placed_at, placed_by)
                    values (?, ?, ?, ?, ?, ?, ?) returning *)
                select %s as lock from placed l left join parcels.lock_lift t on t.lock = l.id""".formatted(Rows.LOCK),
                        row -> Rows.lock(row.text("lock")),
                        code,
                        kind,
                        PersianText.clean(authority),
                        PersianText.clean(letter),
                        from,
                        clock.instant(),
                        caller.get());
        audited.fire(Audited.of(
                "parcels.lock-placed",
                code.text(),
                Map.of("lock", Long.toString(lock.id()), "kind", kind.name(), "letter", lock.letter())));
        return lock;
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR})
    public void liftLock(long lock, String letter) {
        requireLetter(letter);
        Lock standing = sql().first(LOCKS + "l.id = ?", row -> Rows.lock(row.text("lock")), lock)
                .orElseThrow(() -> Problem.notFound("parcels.unknown-lock"));
        requireNotCarried(standing.code());
        int lifted = sql().run("""
                        insert into parcels.lock_lift (lock, letter, lifted_on, lifted_at, lifted_by)
                        values (?, ?, ?, ?, ?) on conflict do nothing""", lock, PersianText.clean(letter), today(), clock.instant(), caller.get());
        if (lifted == 0) {
            throw Problem.conflict("parcels.lock-lifted-already");
        }
        audited.fire(new Audited(
                "parcels.lock-lifted",
                standing.code().text(),
                "",
                Map.of("lock", Long.toString(lock), "kind", standing.kind().name()),
                Map.of("letter", PersianText.clean(letter))));
    }

    @Override
    @RolesAllowed({OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public List<Lock> locks(RenewalCode code) {
        return sql().list(
                        LOCKS + "l.code = any(?) order by l.from_day desc, l.id desc limit ?",
                        row -> Rows.lock(row.text("lock")),
                        Codes.selfAndAbove(code),
                        MOST_LOCKS);
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR})
    public void recordTitle(RenewalCode code, Title typed) {
        Title title = Titles.clean(typed);
        requirePast(title.issuedOn());
        lockObject(code);
        if (new Titles(sql()).record(code, title, clock.instant())) {
            audited.fire(Audited.of(
                    "parcels.title-recorded",
                    code.text(),
                    Map.of("number", title.number(), "issued", title.issuedOn().toString(), "issuer", title.issuer())));
        }
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR})
    public OwnerCorrection proposeOwners(RenewalCode code, List<Owner> owners, String reason) {
        OwnerSets.requireWhole(owners);
        String words = PersianText.clean(reason == null ? "" : reason);
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_TEXT) {
            throw Problem.invalid("parcels.reason-missing", SHORTEST_REASON, LONGEST_TEXT)
                    .at("reason");
        }
        lockObject(code);
        return corrections().propose(code, owners, words, caller.get(), clock.instant());
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR})
    public OwnerCorrection decideOwners(long correction, boolean approve) {
        RenewalCode code = corrections().codeOf(correction);
        lockObject(code);
        return corrections().decide(correction, approve, caller.get(), clock.instant(), today());
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<OwnerCorrection> corrections(boolean waitingOnly, String text, Page.Request page) {
        return corrections().list(waitingOnly, text, page);
    }

    @Override
    @RolesAllowed({NOTARY, DEPUTY, DEED_CLERK, OFFICER, SUPERVISOR, SYSTEM})
    public void recordTransfer(
            RenewalCode code,
            List<Owner> transferors,
            List<Owner> transferees,
            LocalDate deedDate,
            String deedNumber,
            String reference) {
        requirePast(deedDate);
        lockObject(code);
        Optional<String> recorded = sql().first(
                        "select deed_number from parcels.owner_set where code = ? and reference = ?",
                        row -> row.text("deed_number"),
                        code,
                        reference);
        if (recorded.isPresent()) {
            if (!recorded.get().equals(deedNumber)) {
                throw Problem.conflict("parcels.reference-reused", reference);
            }
            return;
        }
        OwnerSets sets = new OwnerSets(sql());
        Optional<OwnerSets.Current> before = sets.current(code);
        List<Owner> held = before.map(OwnerSets.Current::owners).orElse(List.of());
        List<Owner> after = OwnerSets.transferred(code, held, transferors, transferees, deedDate);
        OwnerSets.requireWhole(after);
        sets.append(
                code,
                before,
                after,
                deedDate,
                new OwnerSets.Origin("TRANSFER", reference, deedNumber),
                clock.instant(),
                caller.get());
        audited.fire(new Audited(
                "parcels.owners-changed",
                code.text(),
                "",
                Map.of("owners", OwnerSets.text(held)),
                Map.of("owners", OwnerSets.text(after), "deed", deedNumber, "reference", reference)));
    }

    /** Done and undone: nothing else says as surely what would happen. */
    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public CodeEffect tryCodes(
            String change, List<RenewalCode> from, List<LandObject> to, LocalDate on, String reference) {
        requirePast(on);
        CodeChanges changes = new CodeChanges(sql(), clock.instant(), caller.get());
        changes.apply(change, from, to, on, reference);
        CodeEffect effect = changes.effect(to, on, reference);
        undo.run();
        return effect;
    }

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, ADMINISTRATOR})
    public void changeCodes(
            String change, List<RenewalCode> from, List<LandObject> to, LocalDate on, String reference) {
        requirePast(on);
        new CodeChanges(sql(), clock.instant(), caller.get()).apply(change, from, to, on, reference);
        audited.fire(new Audited(
                "parcels.codes-changed",
                from.get(0).text(),
                "",
                Map.of("codes", from.toString()),
                Map.of(
                        "codes",
                        to.stream().map(LandObject::code).toList().toString(),
                        "change",
                        change,
                        "reference",
                        reference)));
    }

    private Sql sql() {
        return new Sql(source);
    }

    private Corrections corrections() {
        return new Corrections(sql(), audited);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }

    /** Others who change the same object wait until this transaction ends. */
    private void lockObject(RenewalCode code) {
        requireRow("code = ? for update", code, code);
    }

    /** A block has no row of its own and is never replaced; it is known by what stands in it. */
    private void lockKnown(RenewalCode code) {
        if (code.level() == RenewalCode.Level.BLOCK) {
            String prefix = Codes.prefix(code);
            requireRow("sort_key > ? and sort_key < ? limit 1", code, prefix, Codes.end(prefix));
        } else {
            lockObject(code);
        }
    }

    /** A lock that went along with its code is lifted under the codes that follow, or it would still hold them. */
    private void requireNotCarried(RenewalCode code) {
        boolean retired = sql().first(
                        "select retired_on from parcels.land_object where code = ? for update",
                        row -> !row.isNull("retired_on"),
                        code)
                .orElse(false);
        Successors successors = new Successors(sql());
        if (retired && !successors.of(code).isEmpty()) {
            throw successors.notInForce(code);
        }
    }

    private void requireRow(String condition, RenewalCode code, Object... arguments) {
        List<String> rows = sql().list(
                        "select code from parcels.land_object where retired_on is null and " + condition,
                        row -> row.text("code"),
                        arguments);
        if (rows.isEmpty()) {
            throw new Successors(sql()).notInForce(code);
        }
    }

    private static void requireLetter(String text) {
        String words = PersianText.clean(text == null ? "" : text);
        if (words.isEmpty() || words.length() > LONGEST_TEXT) {
            throw Problem.invalid("parcels.letter-missing").at("letter");
        }
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(today())) {
            throw Problem.invalid("parcels.day-in-the-future", day);
        }
    }
}
