package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.Precedence;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Proposal;
import ir.hamedan.esup.rulebooks.internal.table.Analysis;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gaps and overlaps of a book, how people settle them, and the book that comes of it. */
final class Settling {
    /** As many as an analysis finds. */
    private static final int MOST_FINDINGS = 5_000;

    private static final String FINDING = """
            select f.*, s.kind as settled_kind, s.settled_by, p.id as proposal, p.kind as proposal_kind, p.winner,
                p.reason, p.proposed_by, p.proposed_at, d.approved, d.decided_by, d.decided_at
            from rulebooks.finding f
            left join rulebooks.finding_settled s on s.finding = f.id
            left join lateral (select * from rulebooks.settlement x where x.finding = f.id order by x.id desc limit 1) p
                on true
            left join rulebooks.settlement_decision d on d.settlement = p.id
            """;

    private final Sql sql;

    Settling(Sql sql) {
        this.sql = sql;
    }

    /** Keeps what an analysis found. */
    void add(long book, Analysis.Report report) {
        for (Finding finding : report.findings()) {
            long id = sql.one(
                    """
                    insert into rulebooks.finding (book, kind, zone, land_use, plot_from, plot_until, street_from,
                        street_until, rows) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
                    row -> row.number("id"),
                    book,
                    finding.kind(),
                    finding.zone(),
                    finding.use(),
                    finding.plot().from(),
                    finding.plot().until(),
                    finding.street().from(),
                    finding.street().until(),
                    finding.rows());
            if (!finding.isOpen()) {
                settled(id, finding.settled(), finding.by());
            }
        }
    }

    private void settled(long finding, Finding.Settlement kind, String by) {
        sql.run(
                "insert into rulebooks.finding_settled (finding, kind, settled_by) values (?, ?, ?)",
                finding,
                kind,
                by);
    }

    FindingView finding(long id) {
        return sql.first(FINDING + " where f.id = ?", Settling::view, id)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-finding"));
    }

    long findingOf(long proposal) {
        return sql.first(
                        "select finding from rulebooks.settlement where id = ?", row -> row.number("finding"), proposal)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-proposal"));
    }

    Page<FindingView> list(long book, boolean openOnly, Page.Request page) {
        String where = " where f.book = ? and (not ? or s.finding is null)";
        return new Page<>(
                sql.list(
                        FINDING + where + " order by f.id limit ? offset ?",
                        Settling::view,
                        book,
                        openOnly,
                        page.size(),
                        page.offset()),
                sql.one(
                        "select count(*) as n from rulebooks.finding f"
                                + " left join rulebooks.finding_settled s on s.finding = f.id" + where,
                        row -> row.number("n"),
                        book,
                        openOnly),
                page);
    }

    private static FindingView view(Sql.Row row) throws SQLException {
        boolean open = row.isNull("settled_kind");
        Finding finding = new Finding(
                row.constant(Finding.Kind.class, "kind"),
                row.text("zone"),
                row.text("land_use"),
                new Band(row.number("plot_from"), row.number("plot_until")),
                new Band(row.number("street_from"), row.number("street_until")),
                row.texts("rows"),
                open ? Finding.Settlement.OPEN : row.constant(Finding.Settlement.class, "settled_kind"),
                open ? "" : row.text("settled_by"));
        return new FindingView(row.number("id"), row.number("book"), finding, proposal(row));
    }

    private static Optional<Proposal> proposal(Sql.Row row) throws SQLException {
        if (row.isNull("proposal")) {
            return Optional.empty();
        }
        boolean decided = !row.isNull("approved");
        return Optional.of(new Proposal(
                row.number("proposal"),
                row.constant(Finding.Settlement.class, "proposal_kind"),
                row.text("winner"),
                row.text("reason"),
                row.text("proposed_by"),
                row.instant("proposed_at"),
                Optional.ofNullable(row.text("decided_by")),
                decided ? Optional.of(row.bool("approved")) : Optional.empty()));
    }

    /** Keeps a proposal, when it fits the finding and the book. */
    void propose(FindingView finding, RuleBook book, String winner, String reason, String by, Instant at) {
        if (!finding.finding().isOpen()) {
            throw Problem.conflict("rulebooks.settled-already");
        }
        if (finding.proposal().filter(p -> p.approved().isEmpty()).isPresent()) {
            throw Problem.conflict("rulebooks.proposal-waiting");
        }
        if (!winner.isEmpty()) {
            requirePossible(finding.finding(), book, winner);
        }
        sql.run(
                "insert into rulebooks.settlement (finding, kind, winner, reason, proposed_by, proposed_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                finding.id(),
                winner.isEmpty() ? Finding.Settlement.REFERRAL : Finding.Settlement.PRECEDENCE,
                winner,
                reason,
                by,
                at);
    }

    private static void requirePossible(Finding finding, RuleBook book, String winner) {
        if (finding.kind() != Finding.Kind.OVERLAP) {
            throw Problem.invalid("rulebooks.not-an-overlap").at("winner");
        }
        if (finding.rows().size() >= Finding.MOST_ROWS) {
            throw Problem.invalid("rulebooks.too-many-overlaps", Finding.MOST_ROWS)
                    .at("winner");
        }
        if (!finding.rows().contains(winner)) {
            throw Problem.invalid("rulebooks.not-among-rows", winner).at("winner");
        }
        for (Precedence standing : book.precedences()) {
            if (standing.loser().equals(winner) && finding.rows().contains(standing.winner())) {
                throw Problem.conflict("rulebooks.precedence-contradicts", standing.winner(), winner)
                        .at("winner");
            }
        }
    }

    /** Keeps a decision. */
    void decide(Proposal proposal, boolean approve, String by, Instant at) {
        if (proposal.approved().isPresent()) {
            throw Problem.conflict("rulebooks.decided-already");
        }
        if (proposal.proposedBy().equals(by)) {
            throw Problem.forbidden("rulebooks.second-signer-needed");
        }
        sql.run(
                "insert into rulebooks.settlement_decision (settlement, approved, decided_by, decided_at)"
                        + " values (?, ?, ?, ?)",
                proposal.id(),
                approve,
                by,
                at);
    }

    /** The book with all that was settled since it was handed in. */
    RuleBook applied(long id, RuleBook book) {
        List<Precedence> precedences = new ArrayList<>(book.precedences());
        List<Referral> referrals = new ArrayList<>(book.referrals());
        for (FindingView view : approved(id)) {
            Proposal proposal = view.proposal().orElseThrow();
            List<String> signers =
                    List.of(proposal.proposedBy(), proposal.decidedBy().orElseThrow());
            LocalDate day = LocalDate.ofInstant(proposal.proposedAt(), PersianDate.TEHRAN);
            Finding finding = view.finding();
            if (proposal.kind() == Finding.Settlement.PRECEDENCE) {
                finding.rows().stream()
                        .filter(row -> !row.equals(proposal.winner()))
                        .filter(row -> precedences.stream()
                                .noneMatch(p -> p.winner().equals(proposal.winner())
                                        && p.loser().equals(row)))
                        .forEach(row -> precedences.add(
                                new Precedence(proposal.winner(), row, proposal.reason(), signers, day)));
            } else {
                referrals.add(new Referral(
                        freeId(referrals, view.id()),
                        finding.zone(),
                        finding.use(),
                        finding.plot(),
                        finding.street(),
                        proposal.reason(),
                        signers,
                        day));
            }
        }
        return new RuleBook(
                book.data(),
                book.chapters(),
                book.clauses(),
                book.zones(),
                book.uses(),
                book.rows(),
                book.overlays(),
                book.chamfers(),
                book.parameters(),
                precedences,
                referrals,
                book.goldens());
    }

    List<FindingView> all(long book) {
        return sql.list(FINDING + " where f.book = ? order by f.id limit ?", Settling::view, book, MOST_FINDINGS);
    }

    private List<FindingView> approved(long book) {
        return sql.list(
                FINDING + " where f.book = ? and d.approved order by p.id limit ?",
                Settling::view,
                book,
                MOST_FINDINGS);
    }

    private static String freeId(List<Referral> referrals, long finding) {
        Set<String> taken = new HashSet<>();
        referrals.forEach(referral -> taken.add(referral.id()));
        String id = "F-" + finding;
        return taken.contains(id) ? id + "-" + referrals.size() : id;
    }

    /** Marks what is no longer open in the book with all that was settled: one settlement may reach over other findings. */
    void mark(long id, RuleBook applied) {
        Analysis.Report report = Analysis.of(applied);
        List<FindingView> open = sql.list(
                FINDING + " where f.book = ? and s.finding is null limit ?", Settling::view, id, MOST_FINDINGS);
        for (FindingView view : open) {
            List<Finding> here = report.findings().stream()
                    .filter(found -> isSamePlace(found, view.finding()))
                    .toList();
            if (report.complete() && !here.isEmpty() && here.stream().noneMatch(Finding::isOpen)) {
                settled(view.id(), here.get(0).settled(), here.get(0).by());
            }
        }
    }

    private static boolean isSamePlace(Finding one, Finding other) {
        return one.zone().equals(other.zone())
                && one.use().equals(other.use())
                && one.plot().overlaps(other.plot())
                && one.street().overlaps(other.street());
    }
}
