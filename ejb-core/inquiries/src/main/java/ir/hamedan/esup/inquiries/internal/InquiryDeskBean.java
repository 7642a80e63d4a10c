package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Certificates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@inheritDoc} */
@Stateless
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR})
public class InquiryDeskBean implements InquiryDesk {
    private static final int LONGEST_WORDS = 2000;

    @Inject
    Examination examination;

    @Inject
    Views views;

    @Inject
    Actors actors;

    @Inject
    Certificates certificates;

    @Inject
    Counters counters;

    @Inject
    Event<Audited> audit;

    @Override
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.AUDITOR})
    public Page<InquiryRow> queue(Queue queue, String text, Page.Request page) {
        return new Lists(examination.cases().sql())
                .queue(queue, actors.current().username(), text, page);
    }

    @Override
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.AUDITOR})
    public Counts counts() {
        return new Lists(examination.cases().sql()).counts(actors.current().username(), examination.today());
    }

    @Override
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.AUDITOR})
    public InquiryView get(String id) {
        Inquiry inquiry = find(id);
        audit.fire(Audits.of("inquiries.case-read", inquiry, Map.of()));
        return views.of(inquiry);
    }

    private InquiryView kept(Inquiry inquiry) {
        return views.of(find(inquiry.head.id()));
    }

    @Override
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.AUDITOR})
    public byte[] document(String id, long document) {
        Inquiry inquiry = find(id);
        audit.fire(Audits.of("inquiries.document-read", inquiry, Map.of("document", Long.toString(document))));
        return new Documents(examination.cases().sql()).content(id, document);
    }

    @Override
    public InquiryView addDocument(String id, String name, byte[] content) {
        Actor actor = actors.current();
        Inquiry inquiry = held(id);
        String shown = Documents.name(name);
        inquiry.attach(shown, actor, examination.now());
        new Documents(examination.cases().sql()).add(id, shown, content, actor.name(), examination.now());
        examination.cases().save(inquiry, Cases.Along.NOTHING);
        audit.fire(Audits.of(
                "inquiries.document-attached",
                inquiry,
                Map.of("name", shown, "size", Integer.toString(content.length))));
        return kept(inquiry);
    }

    @Override
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.AUDITOR})
    public List<InquiryRow> others(String id) {
        return new Lists(examination.cases().sql()).waitingBeside(find(id).head);
    }

    @Override
    public InquiryView claim(String id) {
        Actor actor = actors.current();
        Inquiry inquiry = held(id);
        inquiry.claim(actor, examination.now());
        return inquiry.steps().isEmpty() ? views.of(inquiry) : keep("inquiries.claimed", inquiry, Cases.Along.NOTHING);
    }

    @Override
    public InquiryView release(String id) {
        Inquiry inquiry = held(id);
        Map<String, String> whose = Map.of("claimedBy", inquiry.desk().officer().orElse(""));
        inquiry.unclaim(actors.current(), examination.now());
        examination.cases().save(inquiry, Cases.Along.NOTHING);
        audit.fire(Audits.of("inquiries.released", inquiry, whose));
        return kept(inquiry);
    }

    @Override
    public InquiryView answer(String id, boolean clean, ReasonCode reason, String words) {
        Actor actor = actors.current();
        ReasonCode cited = clean && reason == null ? ReasonCode.EXAMINED_AND_CLEAR : reason;
        if (cited == null || clean != (cited == ReasonCode.EXAMINED_AND_CLEAR)) {
            throw Problem.invalid("inquiries.reason-missing").at("reason");
        }
        Inquiry inquiry = held(id);
        Examination.Found found = examination.examine(inquiry);
        if (clean && found.facts().isEmpty()) {
            throw Problem.conflict(
                    "inquiries.code-replaced", inquiry.head.request().parcel().text());
        }
        Set<String> doubts = Verdict.findings(Decision.doubts(found.checks(), Verdict.NONE));
        boolean needsSecond = clean && !doubts.isEmpty();
        // What clears a doubt is said in words: the list has but one code for it.
        String ground = needsSecond ? required(words) : words(words);
        Verdict verdict = new Verdict(clean, cited, ground, actor.username(), actor.name(), "", "", doubts);
        inquiry.answer(verdict, needsSecond, actor, examination.now());
        Cases.Along along = needsSecond
                ? new Cases.Along(Optional.of(found.checks()), Optional.empty())
                : clean
                        ? examination.settle(inquiry, found, actor.name())
                        : examination.refuse(inquiry, found, actor.name());
        count(inquiry);
        return keep("inquiries.answered", inquiry, along);
    }

    @Override
    public InquiryView countersign(String id, boolean agree, String words) {
        Actor actor = actors.current();
        Inquiry inquiry = held(id);
        inquiry.countersign(agree, words(words), actor, examination.now());
        Cases.Along along =
                agree ? examination.settle(inquiry, examination.examine(inquiry), actor.name()) : Cases.Along.NOTHING;
        count(inquiry);
        return keep(agree ? "inquiries.countersigned" : "inquiries.not-countersigned", inquiry, along);
    }

    @Override
    public InquiryView askForDocument(String id, String words) {
        String asked = required(words);
        Inquiry inquiry = held(id);
        inquiry.askForDocument(actors.current(), asked, examination.today(), examination.now());
        return keep("inquiries.document-asked", inquiry, Cases.Along.NOTHING);
    }

    @Override
    @RolesAllowed(Roles.SUPERVISOR)
    public InquiryView revoke(String id, ReasonCode reason, String words) {
        Actor actor = actors.current();
        if (reason == null || reason == ReasonCode.EXAMINED_AND_CLEAR) {
            throw Problem.invalid("inquiries.reason-missing").at("reason");
        }
        Inquiry inquiry = held(id);
        Verdict why = new Verdict(false, reason, words(words), actor.username(), actor.name(), "", "", Set.of());
        inquiry.revoke(why, actor, examination.now());
        String sentence = Messages.in(Messages.PERSIAN).label("inquiries", reason);
        inquiry.answered()
                .ifPresent(answer -> certificates.revoke(
                        new CertificateNumber(answer.certificate().number()),
                        reason.name(),
                        why.words().isBlank() ? sentence : sentence + ": " + why.words()));
        examination.windows().close(id, examination.now());
        return keep("inquiries.revoked", inquiry, Cases.Along.NOTHING);
    }

    @Override
    public InquiryView ownersEntered(String id, String words) {
        String how = required(words);
        Inquiry inquiry = held(id);
        inquiry.ownersEntered(actors.current(), how, examination.now());
        return keep("inquiries.owners-entered", inquiry, Cases.Along.NOTHING);
    }

    private void count(Inquiry inquiry) {
        if (inquiry.state() == InquiryState.ISSUED || inquiry.state() == InquiryState.REFUSED) {
            counters.answeredByOfficer(inquiry.head.filedAt(), examination.now());
        }
    }

    private static String required(String typed) {
        String words = words(typed);
        if (words.isBlank()) {
            throw Problem.invalid("inquiries.missing").at("words");
        }
        return words;
    }

    private static String words(String typed) {
        String words = PersianText.clean(typed == null ? "" : typed);
        if (words.length() > LONGEST_WORDS) {
            throw Problem.invalid("inquiries.too-long", LONGEST_WORDS).at("words");
        }
        return words;
    }

    private Inquiry find(String id) {
        return examination.cases().find(id).orElseThrow(() -> Problem.notFound("inquiries.unknown", id));
    }

    private Inquiry held(String id) {
        examination.cases().lockParcelOf(id);
        return find(id);
    }

    private InquiryView keep(String action, Inquiry inquiry, Cases.Along along) {
        examination.cases().save(inquiry, along);
        audit.fire(Audits.of(
                action,
                inquiry,
                inquiry.verdict().given()
                        ? Map.of("reason", inquiry.verdict().reason().name())
                        : Map.of()));
        return kept(inquiry);
    }
}
