package ir.hamedan.esup.rulebooks.internal.store;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookLoad;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.rulebooks.internal.answer.GoldenCheck;
import ir.hamedan.esup.rulebooks.internal.table.DmnExport;
import ir.hamedan.esup.rulebooks.internal.table.FindingClauses;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import ir.hamedan.esup.workbooks.Fault;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The book's own row is locked first, so that what is done to one book comes one after another. */
@Stateless
@Local(RuleBookOffice.class)
@RolesAllowed({SUPERVISOR, ADMINISTRATOR})
public class RuleBookOfficeBean implements RuleBookOffice {
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    @RolesAllowed(SYSTEM)
    public Draft importBook(byte[] file, String fileName, String handedInBy) {
        String name = PersianText.clean(fileName == null ? "" : fileName);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("rulebooks.file-name-missing", LONGEST_NAME).at("file");
        }
        String hash = Sha256.of(file);
        Imports.Imported imported =
                new Imports(sql()).add(file, new BookRows.Handed(name, hash, handedInBy, clock.instant()));
        if (!imported.isNew()) {
            return draft(imported.id());
        }
        audit(
                "rulebooks.book-imported",
                imported.id(),
                Map.of("file", name, "hash", hash, "by", handedInBy, "faults", Integer.toString(imported.faults())));
        return draft(imported.id());
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public Draft draft(long book) {
        return rows().draft(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<Draft> drafts(Page.Request page) {
        return rows().drafts(page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public Page<Fault> faults(long book, Page.Request page) {
        rows().draft(book);
        return rows().faults().of(book, page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<FindingView> findings(long book, boolean openOnly, Page.Request page) {
        rows().draft(book);
        return settling().list(book, openOnly, page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Map<Long, List<Clause>> clauses(long book, List<FindingView> findings) {
        FindingClauses clauses = new FindingClauses(effective(book));
        return findings.stream().collect(Collectors.toMap(FindingView::id, view -> clauses.of(view.finding())));
    }

    @Override
    public FindingView proposePrecedence(long finding, String winner, String reason) {
        String row = PersianText.value(winner == null ? "" : winner);
        if (row.isEmpty()) {
            throw Problem.invalid("rulebooks.not-among-rows", row).at("winner");
        }
        return propose(finding, row, reason);
    }

    @Override
    public FindingView proposeReferral(long finding, String reason) {
        return propose(finding, "", reason);
    }

    private FindingView propose(long finding, String winner, String reason) {
        String words = reason(reason);
        long book = settling().finding(finding).book();
        requireDraft(book);
        publishing().requireCounted(book);
        settling().propose(settling().finding(finding), effective(book), winner, words, caller.get(), clock.instant());
        audit(
                "rulebooks.settlement-proposed",
                book,
                Map.of("finding", Long.toString(finding), "winner", winner, "reason", words));
        return settling().finding(finding);
    }

    @Override
    public FindingView decide(long proposal, boolean approve) {
        long finding = settling().findingOf(proposal);
        long book = settling().finding(finding).book();
        requireDraft(book);
        publishing().requireCounted(book);
        Proposal standing = settling()
                .finding(finding)
                .proposal()
                .filter(last -> last.id() == proposal)
                .orElseThrow(() -> Problem.conflict("rulebooks.decided-already"));
        settling().decide(standing, approve, caller.get(), clock.instant());
        if (approve) {
            settling().mark(book, effective(book));
        }
        audit(
                "rulebooks.settlement-decided",
                book,
                Map.of("finding", Long.toString(finding), "approved", Boolean.toString(approve)));
        return settling().finding(finding);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public LocalDate firstDay(long book) {
        return Contents.firstDay(effective(book), clock.instant());
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public List<GoldenDifference> goldenDifferences(long book) {
        return GoldenCheck.of(effective(book));
    }

    @Override
    public Draft publish(long book, LocalDate effectiveFrom) {
        BookState state = rows().lock(book);
        if (state != BookState.DRAFT && state != BookState.CHECKED) {
            throw Problem.conflict("rulebooks.not-a-draft");
        }
        RuleBook content = effective(book);
        Checking.requireSettled(content);
        if (effectiveFrom.isBefore(content.data().effectiveFrom())) {
            throw Problem.invalid("rulebooks.before-its-day", content.data().effectiveFrom())
                    .at("effectiveFrom");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
        publishing().holdAll();
        publishing().requireNew(content.data());
        publishing().requireFree(effectiveFrom, today, clock.instant());
        String hash = Contents.hash(content);
        publishing().requireImpact(book, hash, effectiveFrom, clock.instant());
        int signatures = publishing().sign(book, caller.get(), effectiveFrom, clock.instant());
        if (signatures == 1) {
            publishing().check(book);
        } else {
            publishing().publish(book, effectiveFrom, content, clock.instant());
        }
        audit(
                signatures == 1 ? "rulebooks.book-signed" : "rulebooks.book-published",
                book,
                Map.of("effectiveFrom", effectiveFrom.toString()));
        return draft(book);
    }

    @Override
    public Draft withdraw(long book, String reason) {
        String words = reason(reason);
        BookState state = rows().lock(book);
        publishing().withdraw(book, state, words, caller.get(), clock.instant());
        audited.fire(new Audited(
                "rulebooks.book-withdrawn",
                Long.toString(book),
                "",
                Map.of("state", state.name()),
                Map.of("reason", words)));
        return draft(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public byte[] file(long book) {
        return rows().file(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public byte[] workbook(long book, Locale language) {
        return Workbooks.write(effective(book), Messages.in(language));
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public RuleBook book(long book) {
        return effective(book);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public ZoneDifferences zones(long book, LocalDate on) {
        return new ZoneCheck(sql()).of(book, effective(book), on, clock.instant());
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public byte[] dmn(long book) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DmnExport.write(effective(book), out);
        return out.toByteArray();
    }

    @Override
    @PermitAll
    public byte[] template(Locale language) {
        return Workbooks.template(Messages.in(language));
    }

    @Override
    @PermitAll
    public byte[] demonstration() {
        return RuleBookLoad.demonstration();
    }

    private RuleBook effective(long book) {
        return new Contents(sql()).of(book);
    }

    private void requireDraft(long book) {
        if (rows().lock(book) != BookState.DRAFT) {
            throw Problem.conflict("rulebooks.not-a-draft");
        }
    }

    private static String reason(String typed) {
        String reason = PersianText.clean(typed == null ? "" : typed);
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw Problem.invalid("rulebooks.reason-missing", SHORTEST_REASON, LONGEST_REASON)
                    .at("reason");
        }
        return reason;
    }

    private void audit(String action, long book, Map<String, String> after) {
        audited.fire(Audited.of(action, Long.toString(book), after));
    }

    private BookRows rows() {
        return new BookRows(sql());
    }

    private Settling settling() {
        return new Settling(sql());
    }

    private Publishing publishing() {
        return new Publishing(sql());
    }

    private Sql sql() {
        return new Sql(source);
    }
}
