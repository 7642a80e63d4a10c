package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Priority windows: the shares that issued answers speak for. */
final class Windows {
    /** A share of an owner that is spoken for until the day. */
    record Reserved(String owner, Share share, LocalDate until) {}

    /** When a window was open. */
    record Span(Instant from, Instant to) {
        boolean holds(Instant at) {
            return at.isAfter(from) && !at.isAfter(to);
        }
    }

    private final Sql sql;

    Windows(Sql sql) {
        this.sql = sql;
    }

    /** The open windows on the object, but for those of the inquiry itself. */
    List<Reserved> open(RenewalCode code, String butFor, LocalDate today) {
        return sql.list(
                """
                select owner, numerator, denominator, until from inquiries.reservation
                where code = ? and closed_at is null and until >= ? and inquiry <> ? limit 1000""",
                row -> new Reserved(
                        row.text("owner"),
                        new Share(row.number("numerator"), row.number("denominator")),
                        row.date("until")),
                code,
                today,
                butFor);
    }

    /** The deed came, the deal was given up, or the answer counts no more. */
    void close(String inquiry, Instant now) {
        sql.run("update inquiries.reservation set closed_at = ? where inquiry = ? and closed_at is null", now, inquiry);
    }

    /** The windows of earlier inquiries on the object whose deed was registered. */
    List<Span> ofDeeds(RenewalCode code) {
        return sql.list("""
                select min(r.opened_at) as opened, max(coalesce(r.closed_at, (r.until + 1)::timestamp at time zone
                    'Asia/Tehran')) as closed
                from inquiries.reservation r join inquiries.inquiry i on i.id = r.inquiry
                where r.code = ? and i.deed_outcome = 'REGISTERED' group by r.inquiry
                order by opened desc limit 100""", row -> new Span(row.instant("opened"), row.instant("closed")), code);
    }
}
