package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.Parcels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Priority windows: the shares that issued answers speak for. */
final class Windows {
    /** A share of an owner that is spoken for until the day. */
    record Reserved(RenewalCode code, String owner, Share share, LocalDate until) {}

    /** When a window on a code was open. */
    record Span(RenewalCode code, Instant from, Instant to) {
        boolean holds(Instant at) {
            return at.isAfter(from) && !at.isAfter(to);
        }
    }

    private final Sql sql;

    Windows(Sql sql) {
        this.sql = sql;
    }

    /** The open windows on all that bears on an object, but for those of the inquiry itself. */
    List<Reserved> open(List<Parcels.Kin> kin, String butFor, LocalDate today) {
        return sql.list(
                """
                select r.code, r.owner, r.numerator, r.denominator, r.until
                from unnest(?::text[], ?::text[]) as k (code, learned)
                join inquiries.reservation r on r.code = k.code and r.opened_at < k.learned::timestamptz
                where r.closed_at is null and r.until >= ? and r.inquiry <> ? limit 1000""",
                row -> new Reserved(
                        row.code("code"),
                        row.text("owner"),
                        new Share(row.number("numerator"), row.number("denominator")),
                        row.date("until")),
                codes(kin),
                kin.stream()
                        .map(of -> of.learnedAt().map(Instant::toString).orElse("infinity"))
                        .toList(),
                today,
                butFor);
    }

    private static List<String> codes(List<Parcels.Kin> kin) {
        return kin.stream().map(of -> of.code().text()).toList();
    }

    /** The deed came, the deal was given up, or the answer counts no more. */
    void close(String inquiry, Instant now) {
        sql.run("update inquiries.reservation set closed_at = ? where inquiry = ? and closed_at is null", now, inquiry);
    }

    /** The windows of earlier inquiries whose deed was registered, on all that bears on an object. */
    List<Span> ofDeeds(List<Parcels.Kin> kin) {
        return sql.list(
                """
                select r.code, min(r.opened_at) as opened, max(coalesce(r.closed_at, (r.until + 1)::timestamp at time zone
                    'Asia/Tehran')) as closed
                from inquiries.reservation r join inquiries.inquiry i on i.id = r.inquiry
                where r.code = any(?) and i.deed_outcome = 'REGISTERED' group by r.inquiry, r.code
                order by opened desc limit 100""", row -> new Span(row.code("code"), row.instant("opened"), row.instant("closed")), codes(kin));
    }
}
