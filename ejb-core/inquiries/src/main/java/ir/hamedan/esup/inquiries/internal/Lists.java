package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of inquiries: an office's own, and the queue of the officers. */
final class Lists {
    private static final int LONGEST_TEXT = 200;

    private static final String COLUMNS =
            "id, state, code, deal, office_name, first_transferor, letter_number, filed_at, due_by, officer_name,"
                    + " awaits_second_signer";

    private final Sql sql;

    Lists(Sql sql) {
        this.sql = sql;
    }

    Page<InquiryRow> ofOffice(String office, Inquiries.Query query, Page.Request page) {
        StringBuilder where = new StringBuilder("office = ?");
        List<Object> arguments = new ArrayList<>(List.of(office));
        text(where, arguments, query.text());
        query.state().ifPresent(state -> {
            where.append(" and state = ?");
            arguments.add(state);
        });
        query.from().ifPresent(from -> {
            where.append(" and filed_at >= ?");
            arguments.add(startOf(from));
        });
        query.to().ifPresent(to -> {
            where.append(" and filed_at < ?");
            arguments.add(startOf(to.plusDays(1)));
        });
        return page(where.toString(), "filed_at desc, id desc", arguments, page);
    }

    Page<InquiryRow> queue(InquiryDesk.Queue queue, String officer, String text, Page.Request page) {
        StringBuilder where = new StringBuilder();
        List<Object> arguments = new ArrayList<>();
        where.append(
                switch (queue) {
                    case UNCLAIMED -> "state = 'WITH_OFFICER' and officer is null";
                    case MINE -> "state in ('WITH_OFFICER', 'NEEDS_DOCUMENT') and officer = ?";
                    case AWAITING_SECOND_SIGNER -> "state = 'WITH_OFFICER' and awaits_second_signer";
                    case NEEDS_DOCUMENT -> "state = 'NEEDS_DOCUMENT'";
                    case SIGNING_DELAYED -> "id in (select inquiry from inquiries.release where failed > 0)";
                    case OWNERS_OPEN -> "owners_open";
                    case ALL -> "true";
                });
        if (queue == InquiryDesk.Queue.MINE) {
            arguments.add(officer);
        }
        text(where, arguments, text);
        String order = queue == InquiryDesk.Queue.ALL ? "filed_at desc, id desc" : "due_by nulls last, filed_at, id";
        return page(where.toString(), order, arguments, page);
    }

    InquiryDesk.Counts counts(String officer, LocalDate today) {
        return sql.one(
                """
                select count(*) filter (where state = 'WITH_OFFICER' and officer is null) as unclaimed,
                    count(*) filter (where officer = ?) as mine,
                    count(*) filter (where state = 'WITH_OFFICER' and due_by < ?) as overdue,
                    count(*) filter (where awaits_second_signer and state = 'WITH_OFFICER') as second,
                    (select count(*) from inquiries.release where failed > 0) as delayed,
                    (select count(*) from inquiries.inquiry where owners_open) as open
                from inquiries.inquiry where state in ('WITH_OFFICER', 'NEEDS_DOCUMENT')""",
                row -> new InquiryDesk.Counts(
                        row.number("unclaimed"),
                        row.number("mine"),
                        row.number("overdue"),
                        row.number("second"),
                        row.number("delayed"),
                        row.number("open")),
                officer,
                today);
    }

    List<InquiryRow> waitingBeside(Inquiry.Head head) {
        return sql.list(
                "select " + COLUMNS + """
                 from inquiries.inquiry
                where parcel = ? and state in ('AWAITING_PAYMENT', 'WITH_OFFICER', 'NEEDS_DOCUMENT') and id <> ?
                order by filed_at, id limit 50""", Lists::row, head.request().parcel().ofParcel(), head.id());
    }

    private static void text(StringBuilder where, List<Object> arguments, String text) {
        String folded = PersianText.fold(text == null ? "" : text);
        if (!folded.isEmpty()) {
            String part = folded.substring(0, Math.min(folded.length(), LONGEST_TEXT));
            where.append(" and position(? in search) > 0");
            arguments.add(part);
        }
    }

    private Page<InquiryRow> page(String where, String order, List<Object> arguments, Page.Request page) {
        long total = sql.one(
                "select count(*) as n from inquiries.inquiry where " + where,
                row -> row.number("n"),
                arguments.toArray());
        List<Object> all = new ArrayList<>(arguments);
        all.add(page.size());
        all.add(page.offset());
        List<InquiryRow> rows = sql.list(
                "select " + COLUMNS + " from inquiries.inquiry where " + where + " order by " + order
                        + " limit ? offset ?",
                Lists::row,
                all.toArray());
        return new Page<>(rows, total, page);
    }

    private static InquiryRow row(Sql.Row row) throws SQLException {
        InquiryState state = row.constant(InquiryState.class, "state");
        boolean atDesk = state == InquiryState.WITH_OFFICER || state == InquiryState.NEEDS_DOCUMENT;
        return new InquiryRow(
                row.text("id"),
                state,
                row.code("code"),
                row.constant(DealKind.class, "deal"),
                row.text("office_name"),
                row.text("first_transferor"),
                row.text("letter_number"),
                row.instant("filed_at"),
                atDesk ? Optional.ofNullable(row.date("due_by")) : Optional.empty(),
                Optional.ofNullable(row.text("officer_name")),
                row.bool("awaits_second_signer"));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(PersianDate.TEHRAN).toInstant();
    }
}
