package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Journal;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the journal, newest first. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class JournalBean implements Journal {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    /** Nobody pages further: a narrower query is meant then. */
    private static final int COUNTED = 10_000;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Override
    public Page<Entry> search(Query query, Page.Request page) {
        StringBuilder where = new StringBuilder(" from people.journal where true");
        List<Object> values = new ArrayList<>();
        equal(where, values, "actor", query.actor());
        equal(where, values, "action", query.action());
        equal(where, values, "subject", query.subject());
        query.from().ifPresent(day -> limit(where, values, ">=", day));
        query.to().ifPresent(day -> limit(where, values, "<", day.plusDays(1)));
        Sql sql = new Sql(source);
        long total = sql.one(
                "select count(*) as n from (select 1" + where + " limit " + COUNTED + ") found",
                row -> row.number("n"),
                values.toArray());
        values.add(page.size());
        values.add(page.offset());
        List<Entry> rows = sql.list(
                "select *" + where + " order by id desc limit ? offset ?", JournalBean::entry, values.toArray());
        return new Page<>(rows, total, page);
    }

    private static void equal(StringBuilder where, List<Object> values, String column, String value) {
        if (value != null && !value.isBlank()) {
            where.append(" and ").append(column).append(" = ?");
            values.add(value.strip());
        }
    }

    private static void limit(StringBuilder where, List<Object> values, String comparison, LocalDate day) {
        where.append(" and at ").append(comparison).append(" ?");
        values.add(day.atStartOfDay(TEHRAN).toInstant());
    }

    private static Entry entry(Sql.Row row) throws SQLException {
        return new Entry(
                row.number("id"),
                row.instant("at"),
                row.text("actor"),
                row.text("organisation"),
                row.text("address"),
                row.text("action"),
                row.text("subject"),
                row.text("for_whom"),
                row.bool("refused"),
                row.text("before"),
                row.text("after"));
    }
}
