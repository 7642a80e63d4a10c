package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Title;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.Paper;
import ir.hamedan.esup.signing.api.Signer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer to an inquiry, as machines and as people read it: the same facts twice. */
final class Answers {
    /**
     * What was found on the day of the answer.
     *
     * @param facts the register as it was read for the checks; empty when the code is not in force any more
     * @param paid the bills that released the answer
     */
    record Finding(Optional<ParcelFacts> facts, List<Check> checks, List<Bill> paid) {
        List<Owner> owners() {
            return facts.map(ParcelFacts::owners).orElse(List.of());
        }

        List<BuildingCertificate> papers() {
            return facts.map(ParcelFacts::certificates).orElse(List.of());
        }
    }

    private final Inquiry inquiry;
    private final InquiryRequest request;
    private final Finding finding;
    private final LocalDate day;
    private final LocalDate validUntil;
    private final Optional<LocalDate> reservedUntil;
    private Signer signer = Signer.office();
    private final Messages texts = Messages.in(Messages.PERSIAN);

    Answers(Inquiry inquiry, Finding finding, LocalDate day, LocalDate validUntil, Optional<LocalDate> reservedUntil) {
        this.inquiry = inquiry;
        this.request = inquiry.head.request();
        this.finding = finding;
        this.day = day;
        this.validUntil = validUntil;
        this.reservedUntil = reservedUntil;
    }

    /** The order for the signed answer. An officer's answer names its officers, whoever signs. */
    CertificateRequest order(CertificateKind kind, Signer signer) {
        this.signer = signer;
        int region = finding.facts()
                .map(facts -> facts.object().region())
                .orElse(request.parcel().region());
        return new CertificateRequest(
                reference(inquiry.head.id(), kind),
                kind,
                region >= 1 && region <= 9 ? region : 0,
                request.parcel().text(),
                validUntil,
                new AnswerJson(inquiry, finding, day, sealedForOfficer()).of(kind, validUntil, reservedUntil),
                paper(kind),
                signer);
    }

    /** The key under which the answer is certified, once for each inquiry and kind. */
    static String reference(String inquiry, CertificateKind kind) {
        return switch (kind) {
            case TRANSFER_CLEARANCE -> "inquiry:" + inquiry;
            case TRANSFER_REFUSAL -> "inquiry:" + inquiry + ":refusal";
            case RULE_STATEMENT -> throw new IllegalStateException("no answer to an inquiry: " + kind);
        };
    }

    private Paper paper(CertificateKind kind) {
        boolean clean = kind == CertificateKind.TRANSFER_CLEARANCE;
        List<Paper.Section> sections = new ArrayList<>();
        sections.add(inquirySection());
        sections.add(propertySection());
        if (!finding.owners().isEmpty()) {
            sections.add(Paper.Section.of(text("owners"), ownersTable()));
        }
        sections.add(Paper.Section.of(text("sides"), sidesTable()));
        if (!finding.papers().isEmpty()) {
            sections.add(Paper.Section.of(text("building-papers"), buildingPapersTable()));
        }
        sections.add(Paper.Section.of(text("checks"), checksTable()));
        if (!finding.paid().isEmpty()) {
            sections.add(Paper.Section.of(text("paid"), paidTable()));
        }
        if (inquiry.verdict().given()) {
            sections.add(officerSection());
        }
        return new Paper(
                text(clean ? "title.clearance" : "title.refusal"),
                text(
                        clean ? "verdict.clearance" : "verdict.refusal",
                        PersianText.isolated(digits(request.parcel().text())),
                        date(day),
                        label(inquiry.verdict().reason())),
                sections,
                notes(clean));
    }

    private Paper.Section inquirySection() {
        List<Paper.Line> lines = new ArrayList<>();
        lines.add(Paper.Line.code(text("serial"), inquiry.head.id()));
        lines.add(Paper.Line.text(text("answered-on"), date(day)));
        lines.add(Paper.Line.text(text("valid-until"), date(validUntil)));
        reservedUntil.ifPresent(until -> lines.add(Paper.Line.text(text("reserved-until"), date(until))));
        lines.add(Paper.Line.text(text("office"), inquiry.head.officeName()));
        lines.add(Paper.Line.text(text("letter"), letter(request.letter())));
        lines.add(Paper.Line.text(text("deal"), label(request.deal())));
        request.basis().ifPresent(basis -> lines.add(Paper.Line.text(text("basis"), letter(basis))));
        request.attorney()
                .ifPresent(attorney -> lines.add(
                        Paper.Line.text(text("attorney"), digits(attorney.id() + " / " + attorney.document()))));
        if (!request.remarks().isBlank()) {
            lines.add(Paper.Line.text(text("remarks"), request.remarks()));
        }
        return Paper.Section.of(text("inquiry"), lines);
    }

    private String letter(InquiryRequest.Letter letter) {
        return text("letter-of", digits(letter.number()), date(letter.date()));
    }

    private Paper.Section propertySection() {
        List<Paper.Line> lines = new ArrayList<>();
        lines.add(Paper.Line.code(text("code"), request.parcel().text()));
        finding.facts().ifPresent(facts -> {
            describe(facts.object(), lines);
            facts.title().ifPresent(title -> describe(title, lines));
        });
        return Paper.Section.of(text("property"), lines);
    }

    private void describe(LandObject object, List<Paper.Line> lines) {
        if (!object.registryPlate().isBlank()) {
            lines.add(Paper.Line.code(text("plate"), object.registryPlate()));
            lines.add(Paper.Line.text(text("section"), digits(object.registrySection())));
        }
        object.postalCode().ifPresent(code -> lines.add(Paper.Line.code(text("postal-code"), code.toString())));
        lines.add(Paper.Line.text(text("address"), digits(object.address())));
        lines.add(Paper.Line.text(text("use"), foreignLabel("parcels", object.use())));
        lines.add(Paper.Line.text(text("deed"), foreignLabel("parcels", object.deed())));
        lines.add(Paper.Line.text(text("land-area"), area(object.landArea())));
        lines.add(Paper.Line.text(text("floor-area"), area(object.floorArea())));
    }

    private void describe(Title title, List<Paper.Line> lines) {
        lines.add(Paper.Line.text(
                text("title-deed"),
                text("title-deed-of", digits(title.number()), date(title.issuedOn()), title.issuer())));
        if (title.surveyedArea() > 0) {
            lines.add(Paper.Line.text(text("surveyed-area"), area(title.surveyedArea())));
        }
        Title.Sides sides = title.sides();
        lines.add(Paper.Line.text(
                text("four-sides"), text("four-sides-of", sides.north(), sides.east(), sides.south(), sides.west())));
    }

    private Paper.Table ownersTable() {
        List<List<String>> rows = new ArrayList<>();
        for (Owner owner : finding.owners()) {
            rows.add(List.of(owner.name(), owner.party().id(), texts.share(owner.share()), date(owner.since())));
        }
        return new Paper.Table(
                List.of(
                        Paper.Column.text(text("name")),
                        Paper.Column.code(text("id")),
                        Paper.Column.text(text("share")),
                        Paper.Column.text(text("since"))),
                rows);
    }

    private Paper.Table sidesTable() {
        List<List<String>> rows = new ArrayList<>();
        request.transferors().forEach(side -> rows.add(side(text("transferor"), side)));
        request.transferees().forEach(side -> rows.add(side(text("transferee"), side)));
        return new Paper.Table(
                List.of(
                        Paper.Column.text(text("side")),
                        Paper.Column.text(text("name")),
                        Paper.Column.code(text("id")),
                        Paper.Column.text(text("share"))),
                rows);
    }

    private List<String> side(String title, PartyShare side) {
        return List.of(title, side.name(), side.party().id(), texts.share(side.share()));
    }

    private Paper.Table buildingPapersTable() {
        List<List<String>> rows = finding.papers().stream()
                .map(paper ->
                        List.of(foreignLabel("parcels", paper.kind()), digits(paper.number()), date(paper.issuedOn())))
                .toList();
        return new Paper.Table(
                List.of(
                        Paper.Column.text(text("kind")),
                        Paper.Column.code(text("number")),
                        Paper.Column.text(text("date"))),
                rows);
    }

    private Paper.Table paidTable() {
        List<List<String>> rows = finding.paid().stream()
                .map(bill -> List.of(
                        bill.billId().text(),
                        bill.paymentId().text(),
                        PersianText.amount(bill.amount()),
                        bill.paidAt().map(Answers::date).orElse("—")))
                .toList();
        return new Paper.Table(
                List.of(
                        Paper.Column.code(text("bill-id")),
                        Paper.Column.code(text("payment-id")),
                        Paper.Column.text(text("amount")),
                        Paper.Column.text(text("paid-on"))),
                rows);
    }

    private Paper.Table checksTable() {
        List<List<String>> rows = finding.checks().stream()
                .map(check -> List.of(
                        label(check.code()),
                        label(check.outcome()),
                        check.text(texts),
                        check.asOf() == null ? "—" : date(check.asOf())))
                .toList();
        return new Paper.Table(
                List.of(
                        Paper.Column.text(text("check")),
                        Paper.Column.text(text("outcome")),
                        Paper.Column.text(text("finding")),
                        Paper.Column.text(text("as-of"))),
                rows);
    }

    private Paper.Section officerSection() {
        Verdict verdict = inquiry.verdict();
        List<Paper.Line> lines = new ArrayList<>();
        lines.add(Paper.Line.text(text("reason"), label(verdict.reason())));
        if (!verdict.words().isBlank()) {
            lines.add(Paper.Line.text(text("words"), verdict.words()));
        }
        lines.add(Paper.Line.text(text("signer"), verdict.signerName()));
        if (!verdict.secondName().isBlank()) {
            lines.add(Paper.Line.text(text("second-signer"), verdict.secondName()));
        }
        return Paper.Section.of(text("officer"), lines);
    }

    /** The officer's key could not sign when the answer was due: the seal of the office stands for it. */
    private boolean sealedForOfficer() {
        return inquiry.verdict().given() && signer.username().isEmpty();
    }

    private List<String> notes(boolean clean) {
        List<String> notes = new ArrayList<>();
        notes.add(text("note.basis"));
        if (sealedForOfficer()) {
            notes.add(text("note.sealed-by-office", inquiry.verdict().signerName()));
        }
        if (clean) {
            notes.add(text("note.validity", date(validUntil)));
            notes.add(text("note.follow-up"));
            reservedUntil.ifPresent(until -> notes.add(text("note.window", date(until))));
            if (request.buyerAcceptsDebt()) {
                notes.add(text("note.buyer-accepts-debt"));
            }
        } else {
            notes.add(text("note.objection"));
        }
        return notes;
    }

    private String text(String key, Object... arguments) {
        return texts.text("inquiries.paper." + key, arguments);
    }

    private String label(Enum<?> constant) {
        return texts.label("inquiries", constant);
    }

    private String foreignLabel(String bundle, Enum<?> constant) {
        return texts.label(bundle, constant);
    }

    private static String area(long hundredths) {
        String whole = PersianText.number(hundredths / 100);
        long rest = hundredths % 100;
        return whole + (rest == 0 ? "" : digits(String.format(Locale.ROOT, "\u066B%02d", rest))) + " مترمربع";
    }

    private static String date(LocalDate date) {
        return digits(PersianDate.of(date).text());
    }

    private static String date(Instant moment) {
        return digits(PersianDate.of(moment).text());
    }

    private static String digits(String text) {
        return PersianText.digits(text);
    }

    static String forWhom(InquiryRequest request) {
        PartyId party = request.transferors().get(0).party();
        return party.id();
    }
}
