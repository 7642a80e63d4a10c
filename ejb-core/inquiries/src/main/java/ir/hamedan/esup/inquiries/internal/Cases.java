package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Inquiries in the database: each is written with its events, checks and window in one statement. */
final class Cases {
    /** What a change writes beside the inquiry and its events. */
    record Along(Optional<List<Check>> checks, Optional<Instant> lookAgainAt) {
        static final Along NOTHING = new Along(Optional.empty(), Optional.empty());
    }

    private static final String SELECT = """
            select id, office, office_name, filed_by, filed_at, request::text as request, state, version, due_by,
                valid_until, issued_at, reserved_until, officer, officer_name, document_asked_on,
                verdict::text as verdict, awaits_second_signer, certificate_number, certificate_secret,
                signature_number, verify_url, array_to_string(bills, ',') as bills, deed_outcome, deed_number, deed_date,
                owners_open
            from inquiries.inquiry""";

    /** Checks, window and the note to look again, all after the inquiry itself. */
    private static final String ALONG = """
            , evaluated as (
                insert into inquiries.evaluation (inquiry, position, at, checks)
                select ?, ?, ?, c::jsonb from (values (?::text)) v (c) where c is not null)
            , reserved as (
                insert into inquiries.reservation (inquiry, owner, code, numerator, denominator, opened_at, until)
                select ?, r.owner, ?, r.numerator, r.denominator, ?, ?::date
                from unnest(?::text[], ?::bigint[], ?::bigint[]) r (owner, numerator, denominator))
            , waiting as (
                insert into inquiries.release (inquiry, due_at)
                select ?, at from (values (?::timestamptz)) v (at) where at is not null
                on conflict (inquiry) do update set due_at = excluded.due_at)
            insert into inquiries.event (inquiry, position, at, actor, state, what, words)
            select %s, s.position, s.at, s.actor, s.state, s.what, s.words
            from %s unnest(?::int[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[])
                s (position, at, actor, state, what, words)""";

    private static final String INSERT = """
            with made as (
                insert into inquiries.inquiry (id, office, office_name, filed_by, filed_at, code, parcel, deal, request,
                    first_transferor, letter_number, search, follows, state, version, due_by, valid_until, issued_at,
                    reserved_until, officer, officer_name, document_asked_on, verdict, awaits_second_signer,
                    certificate_number, certificate_secret, signature_number, verify_url, bills, deed_outcome,
                    deed_number, deed_date, owners_open)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::timestamptz, ?::date,
                    ?, ?, ?::date, ?::jsonb, ?, ?, ?, ?::bigint, ?, ?::bigint[], ?, ?, ?::date, ?))""" + ALONG.formatted("?", "");

    private static final String UPDATE = """
            with changed as (
                update inquiries.inquiry set state = ?, version = ?, due_by = ?::date, valid_until = ?::date,
                    issued_at = ?::timestamptz, reserved_until = ?::date, officer = ?, officer_name = ?,
                    document_asked_on = ?::date, verdict = ?::jsonb, awaits_second_signer = ?, certificate_number = ?,
                    certificate_secret = ?, signature_number = ?::bigint, verify_url = ?, bills = ?::bigint[],
                    deed_outcome = ?, deed_number = ?, deed_date = ?::date, owners_open = ?
                where id = ? and version = ? returning id)""" + ALONG.formatted("changed.id", "changed,");

    private final Sql sql;

    Cases(Sql sql) {
        this.sql = sql;
    }

    Sql sql() {
        return sql;
    }

    /**
     * Takes the key for a new inquiry and gives its id, or gives the id of the inquiry that came of the same key and
     * request before: then {@code isNew} is false. A request under the same key that is just running is waited for.
     */
    record Keyed(String id, boolean isNew) {}

    Keyed key(String office, String key, String hash, Instant now) {
        Optional<String> fresh = sql.first(
                """
                insert into inquiries.idempotency (office, key, request_hash, inquiry, at)
                values (?, ?, ?, ? || lpad(nextval('inquiries.inquiry_serial')::text, 7, '0'), ?)
                on conflict do nothing returning inquiry""",
                row -> row.text("inquiry"),
                office,
                key,
                hash,
                PersianDate.of(now).year() + "-",
                now);
        if (fresh.isPresent()) {
            return new Keyed(fresh.get(), true);
        }
        record Earlier(String hash, String inquiry) {}
        Earlier earlier = sql.one(
                "select request_hash, inquiry from inquiries.idempotency where office = ? and key = ?",
                row -> new Earlier(row.text("request_hash"), row.text("inquiry")),
                office,
                key);
        if (!earlier.hash().equals(hash)) {
            throw Problem.conflict("inquiries.key-reused");
        }
        return new Keyed(earlier.inquiry(), false);
    }

    /** Holds the parcel until the transaction ends: one filing, answer or deed there at a time. */
    void lockParcel(String parcel) {
        sql.run("""
                insert into inquiries.parcel_lock (parcel, taken) values (?, 1)
                on conflict (parcel) do update set taken = parcel_lock.taken + 1""", parcel);
    }

    /** Holds the parcel of an inquiry, as every change of it must before reading it. */
    void lockParcelOf(String inquiry) {
        sql.run("""
                insert into inquiries.parcel_lock (parcel, taken)
                select parcel, 1 from inquiries.inquiry where id = ?
                on conflict (parcel) do update set taken = parcel_lock.taken + 1""", inquiry);
    }

    Optional<Inquiry> find(String id) {
        return sql.first(SELECT + " where id = ?", Cases::read, id);
    }

    /** An inquiry of this office; that of another is not there. */
    Optional<Inquiry> find(String id, String office) {
        return sql.first(SELECT + " where id = ? and office = ?", Cases::read, id, office);
    }

    void insert(Inquiry inquiry, Along along) {
        InquiryRequest request = inquiry.head.request();
        Arguments arguments = new Arguments()
                .add(inquiry.head.id(), inquiry.head.office(), inquiry.head.officeName(), inquiry.head.filedBy())
                .add(inquiry.head.filedAt(), request.parcel(), request.parcel().ofParcel(), request.deal())
                .add(
                        Requests.write(request).toString(),
                        request.transferors().get(0).name())
                .add(request.letter().number(), Requests.searchKey(inquiry.head.id(), request))
                .add(request.follows().orElse(null));
        state(arguments, inquiry, 1);
        along(arguments, inquiry, along, 1);
        arguments.add(inquiry.head.id());
        steps(arguments, inquiry, 1);
        sql.run(INSERT, arguments.all());
    }

    void save(Inquiry inquiry, Along along) {
        long next = inquiry.version() + 1;
        Arguments arguments = new Arguments();
        state(arguments, inquiry, next);
        arguments.add(inquiry.head.id(), inquiry.version());
        along(arguments, inquiry, along, next);
        steps(arguments, inquiry, next);
        if (inquiry.steps().isEmpty()) {
            throw new IllegalStateException("a change without an event: " + inquiry.head.id());
        }
        if (sql.run(UPDATE, arguments.all()) == 0) {
            throw Problem.conflict("inquiries.changed-meanwhile");
        }
    }

    /** What it waits for may have come: it is looked at now, if it waits for money. */
    void lookAgain(String id, Instant now) {
        sql.run("update inquiries.release set due_at = ? where inquiry = ? and due_at > ?", now, id, now);
    }

    private static void state(Arguments arguments, Inquiry inquiry, long version) {
        Optional<Inquiry.Answered> answered = inquiry.answered();
        Optional<InquiryView.CertificateRef> certificate = answered.map(Inquiry.Answered::certificate);
        arguments
                .add(inquiry.state(), version, inquiry.desk().dueBy().orElse(null))
                .add(answered.flatMap(Inquiry.Answered::validUntil).orElse(null))
                .add(answered.map(Inquiry.Answered::at).orElse(null))
                .add(answered.flatMap(Inquiry.Answered::reservedUntil).orElse(null))
                .add(inquiry.desk().officer().orElse(null))
                .add(inquiry.desk().officerName().orElse(null))
                .add(inquiry.desk().documentAskedOn().orElse(null))
                .add(
                        inquiry.verdict().given() ? inquiry.verdict().write().toString() : null,
                        inquiry.awaitsSecondSigner())
                .add(certificate.map(InquiryView.CertificateRef::number).orElse(null))
                .add(certificate.map(InquiryView.CertificateRef::secret).orElse(null))
                .add(certificate
                        .map(InquiryView.CertificateRef::signatureNumber)
                        .orElse(null))
                .add(certificate.map(InquiryView.CertificateRef::verifyUrl).orElse(null))
                .add(inquiry.bills())
                .add(inquiry.deed().map(InquiryView.Deed::outcome).orElse(null))
                .add(inquiry.deed().map(InquiryView.Deed::number).orElse(null))
                .add(inquiry.deed().map(InquiryView.Deed::date).orElse(null))
                .add(inquiry.deed().filter(InquiryView.Deed::ownersOpen).isPresent());
    }

    private static void along(Arguments arguments, Inquiry inquiry, Along along, long version) {
        Optional<Instant> at = inquiry.steps().stream().map(Steps.Step::at).findFirst();
        arguments
                .add(inquiry.head.id(), version, at.orElse(null))
                .add(along.checks().map(CheckJson::write).orElse(null));
        Optional<LocalDate> window = inquiry.opensWindow();
        List<PartyShare> sides = window.isPresent() ? inquiry.head.request().transferors() : List.of();
        arguments
                .add(inquiry.head.id(), inquiry.head.request().parcel(), at.orElse(null), window.orElse(null))
                .add(sides.stream().map(side -> side.party().id()).toList())
                .add(sides.stream().map(side -> side.share().numerator()).toList())
                .add(sides.stream().map(side -> side.share().denominator()).toList())
                .add(inquiry.head.id(), along.lookAgainAt().orElse(null));
    }

    private static void steps(Arguments arguments, Inquiry inquiry, long version) {
        List<Steps.Step> steps = inquiry.steps();
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            positions.add(version * 100 + i);
        }
        arguments
                .add(positions)
                .add(steps.stream().map(Steps.Step::at).toList())
                .add(steps.stream().map(Steps.Step::actor).toList())
                .add(steps.stream().map(Steps.Step::state).toList())
                .add(steps.stream().map(Steps.Step::what).toList())
                .add(steps.stream().map(Steps.Step::words).toList());
    }

    private static Inquiry read(Sql.Row row) throws SQLException {
        Inquiry.Head head = new Inquiry.Head(
                row.text("id"),
                row.text("office"),
                row.text("office_name"),
                row.text("filed_by"),
                row.instant("filed_at"),
                Requests.read(CheckJson.parse(row.text("request"))));
        Desk desk = new Desk(
                Optional.ofNullable(row.date("due_by")),
                Optional.ofNullable(row.text("officer")),
                Optional.ofNullable(row.text("officer_name")),
                Optional.ofNullable(row.date("document_asked_on")));
        return new Inquiry(
                head,
                row.constant(InquiryState.class, "state"),
                row.number("version"),
                desk,
                row.isNull("verdict") ? Verdict.NONE : Verdict.read(CheckJson.parse(row.text("verdict"))),
                row.bool("awaits_second_signer"),
                answered(row),
                numbers(row.text("bills")),
                row.isNull("deed_outcome")
                        ? Optional.empty()
                        : Optional.of(new InquiryView.Deed(
                                row.constant(DeedOutcome.class, "deed_outcome"),
                                row.text("deed_number"),
                                row.date("deed_date"),
                                row.bool("owners_open"))));
    }

    private static List<Long> numbers(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(Long::valueOf).toList();
    }

    private static Optional<Inquiry.Answered> answered(Sql.Row row) throws SQLException {
        if (row.isNull("certificate_number")) {
            return Optional.empty();
        }
        InquiryView.CertificateRef certificate = new InquiryView.CertificateRef(
                row.text("certificate_number"),
                row.text("certificate_secret"),
                row.number("signature_number"),
                row.text("verify_url"));
        return Optional.of(new Inquiry.Answered(
                certificate,
                row.instant("issued_at"),
                Optional.ofNullable(row.date("valid_until")),
                Optional.ofNullable(row.date("reserved_until"))));
    }

    /** The checks as they were made last. */
    List<Check> checks(String id) {
        return sql.first("""
                        select checks::text as checks from inquiries.evaluation
                        where inquiry = ? order by position desc limit 1""", row -> CheckJson.read(row.text("checks")), id).orElse(List.of());
    }

    List<InquiryView.Event> events(String id) {
        return sql.list(
                """
                select at, actor, state, what, words from inquiries.event
                where inquiry = ? order by position limit 1000""",
                row -> new InquiryView.Event(
                        row.instant("at"),
                        row.text("actor"),
                        row.constant(InquiryState.class, "state"),
                        row.text("what"),
                        row.text("words")),
                id);
    }

    /** Values for the places of a statement, some of them null. */
    private static final class Arguments {
        private final ArrayList<Object> values = new ArrayList<>();

        Arguments add(Object... more) {
            values.addAll(Arrays.asList(more));
            return this;
        }

        Object[] all() {
            return values.toArray();
        }
    }
}
