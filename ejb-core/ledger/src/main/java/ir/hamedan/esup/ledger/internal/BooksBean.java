package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Books;
import ir.hamedan.esup.ledger.api.LevyKind;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** Reads the books. */
@Stateless
@RolesAllowed({Roles.REVENUE_OFFICER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.SYSTEM})
public class BooksBean implements Books {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Override
    public List<Balance> trialBalance(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw Problem.invalid("ledger.span-backwards", from, to);
        }
        return sql().list(
                        """
                        select a.code, sum(m.debit)::bigint as debit, sum(m.credit)::bigint as credit
                        from (select t.debit as account, t.amount as debit, 0 as credit from ledger.transfer t
                            where t.day between ? and ?
                            union all
                            select t.credit, 0, t.amount from ledger.transfer t where t.day between ? and ?) as m
                        join ledger.account a on a.id = m.account
                        group by a.id, a.code order by a.id
                        """,
                        row -> new Balance(
                                row.text("code"), name(row.text("code")), row.rial("debit"), row.rial("credit")),
                        from,
                        to,
                        from,
                        to);
    }

    @Override
    public Page<Movement> statement(RenewalCode code, Page.Request page) {
        long total = sql().one(
                        "select count(*) from ledger.transfer t join ledger.file f on f.number = t.file where f.code = ?",
                        row -> row.number("count"),
                        code);
        List<Movement> rows = sql().list(
                        """
                        select t.day, p.kind, p.reference, d.code as debit, c.code as credit, t.amount
                        from ledger.transfer t
                        join ledger.file f on f.number = t.file
                        join ledger.posting p on p.id = t.posting
                        join ledger.account d on d.id = t.debit
                        join ledger.account c on c.id = t.credit
                        where f.code = ? order by t.day desc, t.posting desc, t.place limit ? offset ?
                        """,
                        row -> new Movement(
                                row.date("day"),
                                row.text("kind"),
                                row.text("reference"),
                                row.text("debit"),
                                row.text("credit"),
                                row.rial("amount")),
                        code,
                        page.size(),
                        page.offset());
        return new Page<>(rows, total, page);
    }

    @Override
    public Rial onAccount(RenewalCode code) {
        return sql().one("""
                        select coalesce(sum(case when c.kind = 'ON_ACCOUNT' then t.amount else -t.amount end), 0)::bigint
                            as credit
                        from ledger.transfer t
                        join ledger.file f on f.number = t.file
                        join ledger.account d on d.id = t.debit
                        join ledger.account c on c.id = t.credit
                        where f.code = ? and (c.kind = 'ON_ACCOUNT' or d.kind = 'ON_ACCOUNT')
                        """, row -> row.rial("credit"), code);
    }

    /** The name of an account in Persian: its kind, and its levy where it has one. */
    private static String name(String account) {
        Messages texts = Messages.in(Messages.PERSIAN);
        int dot = account.indexOf('.');
        if (dot < 0) {
            return texts.text("ledger.account." + account);
        }
        return texts.text(
                "ledger.account." + account.substring(0, dot),
                texts.label("ledger", LevyKind.valueOf(account.substring(dot + 1))));
    }

    private Sql sql() {
        return new Sql(source);
    }
}
