package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Certificates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@inheritDoc} */
@Stateless
@RolesAllowed({Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK})
public class InquiriesBean implements Inquiries {
    /** Deals that leave the owners as they are. */
    private static final Set<DealKind> OWNERS_STAY =
            EnumSet.of(DealKind.MORTGAGE, DealKind.LEASE_TO_OWN, DealKind.POWER_TO_SELL);

    private static final int MOST_ATTEMPTS = 3;

    @Inject
    Filing filing;

    @Inject
    Examination examination;

    @Inject
    Views views;

    @Inject
    Actors actors;

    @Inject
    Certificates certificates;

    @Inject
    Endings endings;

    @Inject
    Transfers transfers;

    @Inject
    Event<Audited> audit;

    /** Outside a transaction, so that one in which the ledger moved on meanwhile can be taken again from its beginning. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public InquiryView file(String key, InquiryRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return filing.file(key, request);
            } catch (Problem problem) {
                if (attempt == MOST_ATTEMPTS || !problem.code().equals("ledger.claims-changed")) {
                    throw problem;
                }
            }
        }
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Problem> faults(InquiryRequest typed) {
        InquiryRequest request = Requests.clean(typed);
        List<Problem> faults = new ArrayList<>(Faults.ofRequest(request, examination.today()));
        try {
            faults.addAll(Faults.ofOwners(request, examination.facts(request).owners()));
            request.follows().ifPresent(earlier -> examination.followed(earlier, request, actors.current()));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            faults.add(problem);
        }
        return faults;
    }

    @Override
    public String saveDraft(Optional<String> id, String fields) {
        Actor actor = actors.current();
        return keptDrafts().save(id, actor.organisation(), fields, actor.name(), examination.now());
    }

    @Override
    public String draft(String id) {
        return keptDrafts().fields(id, actors.current().organisation());
    }

    @Override
    public List<Draft> drafts() {
        return keptDrafts().list(actors.current().organisation());
    }

    @Override
    public void discardDraft(String id) {
        keptDrafts().discard(id, actors.current().organisation());
    }

    private Drafts keptDrafts() {
        return new Drafts(examination.cases().sql());
    }

    @Override
    public InquiryView get(String id) {
        Inquiry inquiry = own(id, actors.current());
        audit("inquiries.read", inquiry, Map.of());
        return views.of(inquiry);
    }

    private InquiryView kept(String id, Actor actor) {
        return views.of(own(id, actor));
    }

    @Override
    public Page<InquiryRow> search(Query query, Page.Request page) {
        audit.fire(Audited.of("inquiries.listed", actors.current().organisation(), asked(query, page)));
        return new Lists(examination.cases().sql()).ofOffice(actors.current().organisation(), query, page);
    }

    private static Map<String, String> asked(Query query, Page.Request page) {
        Map<String, String> asked = new HashMap<>();
        asked.put("text", query.text() == null ? "" : query.text());
        asked.put("page", Integer.toString(page.number()));
        query.state().ifPresent(state -> asked.put("state", state.name()));
        query.from().ifPresent(day -> asked.put("from", day.toString()));
        query.to().ifPresent(day -> asked.put("to", day.toString()));
        return asked;
    }

    @Override
    public InquiryView withdraw(String id) {
        Actor actor = actors.current();
        Inquiry inquiry = held(id, actor);
        inquiry.withdraw(actor, examination.now());
        examination.cases().save(inquiry, Cases.Along.NOTHING);
        audit("inquiries.withdrawn", inquiry, Map.of());
        return kept(id, actor);
    }

    @Override
    public InquiryView freshBill(String id) {
        Actor actor = actors.current();
        Inquiry inquiry = held(id, actor);
        if (!Edges.waits(inquiry.state())) {
            return kept(id, actor);
        }
        Examination.Found found = examination.examine(inquiry);
        if (!Decision.owes(found.checks())) {
            examination.cases().lookAgain(id, examination.now());
        } else if (examination.billAgain(inquiry, found)) {
            inquiry.note("fresh-bill", "", examination.now());
            examination.cases().save(inquiry, new Cases.Along(Optional.of(found.checks()), Optional.empty()));
            examination.cases().lookAgain(id, examination.now());
            audit("inquiries.billed-again", inquiry, Map.of());
        }
        return kept(id, actor);
    }

    @Override
    public InquiryView addDocument(String id, String name, byte[] content) {
        Actor actor = actors.current();
        Inquiry inquiry = held(id, actor);
        String shown = Documents.name(name);
        inquiry.documentIn(shown, actor, examination.today(), examination.now());
        new Documents(examination.cases().sql()).add(id, shown, content, actor.name(), examination.now());
        examination.cases().save(inquiry, Cases.Along.NOTHING);
        audit("inquiries.document-handed-in", inquiry, Map.of("name", shown, "size", Integer.toString(content.length)));
        return kept(id, actor);
    }

    @Override
    public byte[] document(String id, long document) {
        Inquiry inquiry = own(id, actors.current());
        audit("inquiries.document-read", inquiry, Map.of("document", Long.toString(document)));
        return new Documents(examination.cases().sql()).content(id, document);
    }

    @Override
    public InquiryView reportDeed(String id, DeedOutcome outcome, String number, LocalDate date) {
        Actor actor = actors.current();
        Inquiry inquiry = held(id, actor);
        String deedNumber = PersianText.clean(number == null ? "" : number);
        check(inquiry, outcome, deedNumber, date);
        if (inquiry.reportDeed(new InquiryView.Deed(outcome, deedNumber, date, false), actor, examination.now())) {
            if (outcome == DeedOutcome.REGISTERED && !ownersFollow(inquiry, deedNumber, date)) {
                inquiry.leaveOwnersOpen(examination.now());
            }
            if (outcome == DeedOutcome.ABANDONED) {
                endings.abandoned(inquiry.answered().orElseThrow().certificate().number());
            }
            examination.cases().save(inquiry, Cases.Along.NOTHING);
            examination.windows().close(id, examination.now());
            audit(
                    "inquiries.deed-reported",
                    inquiry,
                    Map.of("outcome", outcome.name(), "number", deedNumber, "date", date.toString()));
        }
        return kept(id, actor);
    }

    /**
     * Takes the deed over into the register; false when the office has to enter its owners, as it has wherever the land
     * changes: who owns which piece comes with the new codes.
     */
    private boolean ownersFollow(Inquiry inquiry, String number, LocalDate date) {
        DealKind deal = inquiry.head.request().deal();
        return OWNERS_STAY.contains(deal) || !deal.changesLand() && transfers.record(inquiry, number, date);
    }

    private void check(Inquiry inquiry, DeedOutcome outcome, String number, LocalDate date) {
        if (date.isAfter(examination.today())) {
            throw Problem.invalid("inquiries.date-in-future", date).at("date");
        }
        if (outcome == DeedOutcome.ABANDONED) {
            return;
        }
        if (number.isBlank()) {
            throw Problem.invalid("inquiries.missing").at("number");
        }
        if (number.length() > 100) {
            throw Problem.invalid("inquiries.too-long", 100).at("number");
        }
        Optional<LocalDate> until = inquiry.answered().flatMap(Inquiry.Answered::validUntil);
        if (until.isPresent() && date.isAfter(until.get())) {
            throw Problem.invalid("inquiries.deed-after-validity", until.get()).at("date");
        }
        Optional<LocalDate> answered =
                inquiry.answered().map(answer -> LocalDate.ofInstant(answer.at(), PersianDate.TEHRAN));
        if (answered.isPresent() && date.isBefore(answered.get())) {
            throw Problem.invalid("inquiries.deed-before-answer", answered.get())
                    .at("date");
        }
    }

    @Override
    public byte[] pdf(String id) {
        Inquiry inquiry = own(id, actors.current());
        audit("inquiries.answer-read", inquiry, Map.of());
        return inquiry.answered()
                .flatMap(answer -> certificates.pdf(
                        new CertificateNumber(answer.certificate().number())))
                .orElseThrow(() -> Problem.notFound("inquiries.no-answer-yet"));
    }

    private Inquiry own(String id, Actor actor) {
        return examination
                .cases()
                .find(id, actor.organisation())
                .orElseThrow(() -> Problem.notFound("inquiries.unknown", id));
    }

    /** The own inquiry, with its parcel held so that nobody changes it meanwhile. */
    private Inquiry held(String id, Actor actor) {
        own(id, actor);
        examination.cases().lockParcelOf(id);
        return own(id, actor);
    }

    private void audit(String action, Inquiry inquiry, Map<String, String> more) {
        audit.fire(Audits.of(action, inquiry, more));
    }
}
