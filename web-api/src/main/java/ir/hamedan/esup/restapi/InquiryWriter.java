package ir.hamedan.esup.restapi;

import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Mobile;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.ledger.api.Bill;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes inquiries as bodies, in the caller's language. */
final class InquiryWriter {
    private static final Bodies.Debts NO_DEBTS = new Bodies.Debts(List.of(), 0, 0, false, false, List.of());

    private final Messages texts;

    InquiryWriter(Messages texts) {
        this.texts = texts;
    }

    Bodies.Inquiry write(InquiryView view) {
        InquiryRequest request = view.request();
        return new Bodies.Inquiry(
                view.id(),
                view.state().name(),
                request.parcel().text(),
                request.deal().name(),
                sides(request.transferors()),
                sides(request.transferees()),
                request.attorney()
                        .map(a -> new Bodies.Attorney(a.id().text(), a.document()))
                        .orElse(null),
                letter(request.letter()),
                request.basis().map(InquiryWriter::letter).orElse(null),
                request.remarks(),
                request.buyerAcceptsDebt(),
                request.follows().orElse(null),
                view.office(),
                view.filedBy(),
                view.filedAt(),
                checks(view),
                view.certificate()
                        .map(c -> new Bodies.Certificate(c.number(), c.secret(), c.signatureNumber(), c.verifyUrl()))
                        .orElse(null),
                view.debts().map(InquiryWriter::debts).orElse(NO_DEBTS),
                view.answer().map(this::answer).orElse(null),
                view.dueBy().orElse(null),
                view.validUntil().orElse(null),
                view.reservedUntil().orElse(null),
                view.deed()
                        .map(d -> new Bodies.Deed(
                                d.outcome().name(), d.number(), d.date().toString(), d.ownersOpen()))
                        .orElse(null),
                laterDebits(view),
                view.documents().stream()
                        .map(d -> new Bodies.Document(d.id(), d.name(), d.type(), d.size(), d.at()))
                        .toList(),
                view.events().stream()
                        .map(e ->
                                new Bodies.Event(e.at(), e.actor(), e.state().name(), texts.text(e.what()), e.words()))
                        .toList(),
                view.delayedBy().orElse(null),
                view.version());
    }

    private static List<Bodies.Side> sides(List<PartyShare> sides) {
        return sides.stream()
                .map(side -> new Bodies.Side(
                        side.party().kind().name(),
                        side.party().id(),
                        side.name(),
                        side.share().toString(),
                        side.mobile().map(Mobile::text).orElse(null)))
                .toList();
    }

    private static Bodies.Letter letter(InquiryRequest.Letter letter) {
        return new Bodies.Letter(letter.number(), letter.date().toString());
    }

    private List<Bodies.Check> checks(InquiryView view) {
        return view.checks().stream()
                .map(check -> new Bodies.Check(
                        check.code().name(),
                        check.outcome().name(),
                        check.source(),
                        check.asOf(),
                        check.detail(),
                        check.text(texts)))
                .toList();
    }

    private static Bodies.Debts debts(InquiryView.Debts debts) {
        List<Bodies.Item> items = debts.statement().items().stream()
                .map(line -> item(line, debts.stayWithSeller()))
                .toList();
        List<Bodies.Bill> bills = debts.bills().stream()
                .map(bill -> new Bodies.Bill(
                        bill.billId().text(),
                        bill.paymentId().text(),
                        bill.paymentId().barcode(bill.billId()),
                        bill.amount().amount(),
                        bill.payBy(),
                        bill.state().name()))
                .toList();
        return new Bodies.Debts(
                items,
                debts.statement().total().amount(),
                debts.statement().payable().amount(),
                debts.paid(),
                debts.lapsed(),
                bills);
    }

    private static Bodies.Item item(Bill.Line line, List<Long> stayWithSeller) {
        return new Bodies.Item(
                line.levy().name(),
                line.year(),
                line.principal().amount(),
                line.penalty().amount(),
                line.reward().amount(),
                line.amount().amount(),
                line.rule(),
                stayWithSeller.contains(line.demand()));
    }

    private Bodies.Answer answer(InquiryView.Answer answer) {
        return new Bodies.Answer(
                answer.clean(),
                answer.reason().name(),
                texts.label("inquiries", answer.reason()),
                answer.words(),
                answer.signer(),
                answer.secondSigner().orElse(null));
    }

    private static List<Bodies.LaterDebit> laterDebits(InquiryView view) {
        return view.laterDebits().stream()
                .map(debit -> new Bodies.LaterDebit(
                        debit.demand(),
                        debit.code().text(),
                        debit.levy().name(),
                        debit.year(),
                        debit.amount().amount(),
                        debit.postedAt()))
                .toList();
    }

    static Bodies.Rows write(Page<InquiryRow> page) {
        List<Bodies.Row> rows = page.rows().stream()
                .map(row -> new Bodies.Row(
                        row.id(),
                        row.state().name(),
                        row.parcel().text(),
                        row.deal().name(),
                        row.firstTransferor(),
                        row.letterNumber(),
                        row.filedAt(),
                        day(row.dueBy())))
                .toList();
        return new Bodies.Rows(
                rows, page.total(), page.request().number(), page.request().size());
    }

    private static LocalDate day(Optional<LocalDate> day) {
        return day.orElse(null);
    }
}
