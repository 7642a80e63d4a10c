package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelOffice.OwnerCorrection;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrections of owners with two signatures; the caller holds the lock on the object's row. */
final class Corrections {
    private static final String SELECT = """
            select c.id, c.code, c.reason, c.proposed_by, c.proposed_at, d.decided_by, d.approved,
                array(select %s from parcels.owner_share s where s.owner_set = c.base_set order by s.place) as before,
                array(select %s from parcels.owner_correction_share s where s.correction = c.id order by s.place) as after
            from parcels.owner_correction c left join parcels.owner_correction_decision d on d.correction = c.id
            """.formatted(Rows.SHARE, Rows.SHARE);

    private final Sql sql;
    private final Event<Audited> audited;

    Corrections(Sql sql, Event<Audited> audited) {
        this.sql = sql;
        this.audited = audited;
    }

    OwnerCorrection propose(RenewalCode code, List<Owner> owners, String reason, String by, Instant at) {
        boolean waiting = sql.first(
                        SELECT + "where c.code = ? and d.correction is null limit 1", Corrections::correction, code)
                .isPresent();
        if (waiting) {
            throw Problem.conflict("parcels.correction-waiting", code);
        }
        Optional<OwnerSets.Current> base = new OwnerSets(sql).current(code);
        long id = sql.one(
                """
                insert into parcels.owner_correction (code, base_set, reason, proposed_by, proposed_at)
                values (?, nullif(?, 0), ?, ?, ?) returning id""",
                row -> row.number("id"),
                code,
                base.map(OwnerSets.Current::id).orElse(0L),
                reason,
                by,
                at);
        sql.runAll("""
                insert into parcels.owner_correction_share (correction, place, party_kind, party_id, name, numerator,
                    denominator, since) values (?, ?, ?, ?, ?, ?, ?, ?)""", OwnerSets.shareRows(id, owners));
        OwnerCorrection correction = find(id);
        audited.fire(new Audited(
                "parcels.owners-proposed",
                code.text(),
                "",
                Map.of("owners", OwnerSets.text(correction.before())),
                Map.of("owners", OwnerSets.text(correction.after()), "reason", reason)));
        return correction;
    }

    RenewalCode codeOf(long id) {
        return find(id).code();
    }

    OwnerCorrection decide(long id, boolean approve, String by, Instant at, LocalDate today) {
        OwnerCorrection proposed = find(id);
        if (proposed.decidedBy().isPresent()) {
            throw Problem.conflict("parcels.correction-decided-already");
        }
        if (proposed.proposedBy().equals(by)) {
            throw Problem.forbidden("parcels.second-signer-needed");
        }
        if (approve) {
            apply(proposed, by, at, today);
        }
        sql.run("""
                insert into parcels.owner_correction_decision (correction, approved, decided_by, decided_at)
                values (?, ?, ?, ?)""", id, approve, by, at);
        audited.fire(new Audited(
                approve ? "parcels.owners-corrected" : "parcels.owners-correction-rejected",
                proposed.code().text(),
                "",
                Map.of("owners", OwnerSets.text(proposed.before())),
                Map.of("owners", OwnerSets.text(approve ? proposed.after() : proposed.before()))));
        return find(id);
    }

    private void apply(OwnerCorrection proposed, String by, Instant at, LocalDate today) {
        OwnerSets sets = new OwnerSets(sql);
        Optional<OwnerSets.Current> now = sets.current(proposed.code());
        if (!now.map(OwnerSets.Current::owners).orElse(List.of()).equals(proposed.before())) {
            throw Problem.conflict("parcels.owners-changed-meanwhile", proposed.code());
        }
        sets.append(
                proposed.code(),
                now,
                proposed.after(),
                today,
                new OwnerSets.Origin("CORRECTION", "correction-" + proposed.id(), ""),
                at,
                by);
    }

    Page<OwnerCorrection> list(boolean waitingOnly, String text, Page.Request page) {
        String where = "where position(? in c.code || ' ' || c.proposed_by || ' ' || c.reason) > 0 "
                + (waitingOnly ? "and d.correction is null " : "");
        String wanted = PersianText.asciiDigits(PersianText.clean(text));
        long total = sql.one(
                "select count(*) as n from parcels.owner_correction c"
                        + " left join parcels.owner_correction_decision d on d.correction = c.id " + where,
                row -> row.number("n"),
                wanted);
        List<OwnerCorrection> rows = sql.list(
                SELECT + where + "order by c.id desc limit ? offset ?",
                Corrections::correction,
                wanted,
                page.size(),
                page.offset());
        return new Page<>(rows, total, page);
    }

    private OwnerCorrection find(long id) {
        return sql.first(SELECT + "where c.id = ?", Corrections::correction, id)
                .orElseThrow(() -> Problem.notFound("parcels.unknown-correction"));
    }

    private static OwnerCorrection correction(Sql.Row row) throws SQLException {
        Optional<String> decidedBy = Optional.ofNullable(row.text("decided_by"));
        return new OwnerCorrection(
                row.number("id"),
                row.code("code"),
                Rows.owners(row.texts("before")),
                Rows.owners(row.texts("after")),
                row.text("reason"),
                row.text("proposed_by"),
                row.instant("proposed_at"),
                decidedBy,
                decidedBy.isPresent() ? Optional.of(row.bool("approved")) : Optional.empty());
    }
}
