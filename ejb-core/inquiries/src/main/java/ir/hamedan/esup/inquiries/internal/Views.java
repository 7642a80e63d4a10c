package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.Dues;
import ir.hamedan.esup.parcels.api.Parcels;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Inquiries as they are shown. */
@Dependent
class Views {
    @Inject
    Examination examination;

    @Inject
    Demands demands;

    @Inject
    Dues dues;

    /** As it is kept. */
    InquiryView of(Inquiry inquiry) {
        Cases cases = examination.cases();
        String id = inquiry.head.id();
        return view(
                inquiry, inquiry.version(), cases.checks(id), cases.events(id), new Documents(cases.sql()).list(id));
    }

    /** As it was filed just now: nothing of it has to be read again. */
    InquiryView fresh(Inquiry inquiry, List<Check> checks) {
        List<InquiryView.Event> events = inquiry.steps().stream()
                .map(step -> new InquiryView.Event(step.at(), step.actor(), step.state(), step.what(), step.words()))
                .toList();
        return view(inquiry, 1, checks, events, List.of());
    }

    private InquiryView view(
            Inquiry inquiry,
            long version,
            List<Check> checks,
            List<InquiryView.Event> events,
            List<InquiryView.Document> documents) {
        Optional<Inquiry.Answered> answered = inquiry.answered();
        boolean atDesk = inquiry.state() == InquiryState.WITH_OFFICER || inquiry.state() == InquiryState.NEEDS_DOCUMENT;
        return new InquiryView(
                inquiry.head.id(),
                inquiry.state(),
                inquiry.head.request(),
                inquiry.head.officeName(),
                inquiry.head.filedBy(),
                inquiry.head.filedAt(),
                checks,
                answered.map(Inquiry.Answered::certificate),
                debts(inquiry),
                answer(inquiry),
                atDesk ? inquiry.desk().dueBy() : Optional.empty(),
                answered.flatMap(Inquiry.Answered::validUntil),
                window(inquiry),
                inquiry.desk().officerName(),
                inquiry.desk().officer(),
                inquiry.deed(),
                events,
                documents,
                laterDebits(inquiry),
                inquiry.awaitsSecondSigner(),
                delayedBy(inquiry),
                version);
    }

    private Optional<InquiryView.Debts> debts(Inquiry inquiry) {
        List<Bill> bills = examination.bills(inquiry);
        if (bills.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = examination.today();
        List<Bill.Line> lines =
                bills.stream().flatMap(bill -> bill.lines().stream()).toList();
        Rial total = lines.stream().map(Bill.Line::amount).reduce(Rial.ZERO, Rial::plus);
        Rial payable = bills.stream().map(Bill::amount).reduce(Rial.ZERO, Rial::plus);
        DueStatement statement =
                new DueStatement(inquiry.head.request().parcel(), today, lines, total, payable, Map.of());
        boolean allPaid = bills.stream().allMatch(bill -> bill.state() == Bill.State.PAID);
        // Since the bill was made something more may have come to be owed.
        boolean paid = inquiry.state() == InquiryState.ISSUED
                || allPaid && (!Edges.waits(inquiry.state()) || examination.settled(inquiry));
        boolean lapsed = Edges.waits(inquiry.state())
                && (allPaid ? !paid : bills.stream().anyMatch(bill -> !payable(bill, today)));
        return Optional.of(new InquiryView.Debts(statement, bills, paid, lapsed, stayWithSeller(inquiry, lines)));
    }

    /** Whether a bill is paid or can still be. */
    static boolean payable(Bill bill, LocalDate today) {
        return switch (bill.state()) {
            case PAID -> true;
            case OPEN -> !bill.payBy().isBefore(today);
            case LAPSED, REPLACED -> false;
        };
    }

    private List<Long> stayWithSeller(Inquiry inquiry, List<Bill.Line> lines) {
        RenewalCode parcel = inquiry.head.request().parcel();
        List<Windows.Span> spans = examination.windows().ofDeeds(examination.parcels.kin(parcel));
        if (spans.isEmpty()) {
            return List.of();
        }
        Map<Windows.Span, Heirs> heirs = new HashMap<>();
        Map<RenewalCode, List<Parcels.CodeChange>> history = new HashMap<>();
        spans.forEach(span -> heirs.put(
                span,
                Heirs.of(
                        span.code(),
                        day(span.from()),
                        history.computeIfAbsent(span.code(), examination.parcels::history))));
        List<Long> asked = lines.stream().map(Bill.Line::demand).toList();
        return dues.claims(parcel).stream()
                .filter(demand -> asked.contains(demand.id()))
                .filter(demand -> spans.stream()
                        .anyMatch(span ->
                                span.holds(demand.postedAt()) && heirs.get(span).hold(demand.code())))
                .map(Demand::id)
                .toList();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PersianDate.TEHRAN);
    }

    private static Optional<InquiryView.Answer> answer(Inquiry inquiry) {
        Verdict verdict = inquiry.verdict();
        return verdict.given()
                ? Optional.of(new InquiryView.Answer(
                        verdict.clean(),
                        verdict.reason(),
                        verdict.words(),
                        verdict.signerName(),
                        verdict.signer(),
                        verdict.secondName().isEmpty() ? Optional.empty() : Optional.of(verdict.secondName())))
                : Optional.empty();
    }

    private Optional<LocalDate> window(Inquiry inquiry) {
        return inquiry.state() == InquiryState.ISSUED && inquiry.deed().isEmpty()
                ? inquiry.answered()
                        .flatMap(Inquiry.Answered::reservedUntil)
                        .filter(until -> !until.isBefore(examination.today()))
                : Optional.empty();
    }

    /**
     * Claims posted after the answer while its window was open: on the object, its parts and its whole, on codes it came
     * from, and on what came of it since.
     */
    private List<InquiryView.LaterDebit> laterDebits(Inquiry inquiry) {
        boolean cleared = inquiry.state() == InquiryState.ISSUED || inquiry.state() == InquiryState.EXPIRED;
        Optional<LocalDate> until = inquiry.answered().flatMap(Inquiry.Answered::reservedUntil);
        if (!cleared || until.isEmpty() || inquiry.justIssued()) {
            return List.of();
        }
        RenewalCode parcel = inquiry.head.request().parcel();
        Instant answeredAt = inquiry.answered().orElseThrow().at();
        Instant end = until.get().plusDays(1).atStartOfDay(PersianDate.TEHRAN).toInstant();
        Windows.Span window = new Windows.Span(parcel, answeredAt, end);
        Stream<Demand> ofHeirs = Heirs.of(parcel, day(answeredAt), examination.parcels.history(parcel)).codes().stream()
                .filter(code -> !code.equals(parcel))
                .flatMap(code -> demands.open(code).stream());
        return Stream.concat(dues.claims(parcel).stream(), ofHeirs)
                .filter(demand -> window.holds(demand.postedAt()))
                .map(demand -> new InquiryView.LaterDebit(
                        demand.id(), demand.code(), demand.levy(), demand.year(), demand.open(), demand.postedAt()))
                .distinct()
                .toList();
    }

    private Optional<String> delayedBy(Inquiry inquiry) {
        if (inquiry.state() != InquiryState.AWAITING_PAYMENT || inquiry.version() == 0) {
            return Optional.empty();
        }
        return examination
                .cases()
                .sql()
                .first(
                        "select problem from inquiries.release where inquiry = ? and failed > 0",
                        row -> row.text("problem"),
                        inquiry.head.id());
    }
}
