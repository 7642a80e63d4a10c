package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.Organisation;
import ir.hamedan.esup.people.api.Organisations;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Certificates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The one transaction in which an inquiry is filed, examined and, where nothing stands in the way, answered. */
@Stateless
@RolesAllowed({Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK})
public class Filing {
    @Inject
    Examination examination;

    @Inject
    Views views;

    @Inject
    Actors actors;

    @Inject
    Organisations organisations;

    @Inject
    Certificates certificates;

    @Inject
    Counters counters;

    @Inject
    Event<Audited> audit;

    /** As {@link Inquiries#file}; {@code ledger.claims-changed} when somebody paid meanwhile: begin again. */
    public InquiryView file(String key, InquiryRequest typed) {
        Actor actor = actors.current();
        InquiryRequest request = Requests.clean(typed);
        Cases cases = examination.cases();
        Cases.Keyed keyed = cases.key(actor.organisation(), checked(key), Requests.hash(request), examination.now());
        if (!keyed.isNew()) {
            return views.of(cases.find(keyed.id(), actor.organisation()).orElseThrow());
        }
        first(Faults.ofRequest(request, examination.today()));
        cases.lockParcel(request.parcel().ofParcel().text());
        ParcelFacts facts = examination.held(request);
        first(Faults.ofOwners(request, facts.owners()));
        request.follows().ifPresent(earlier -> follow(earlier, keyed.id(), request, actor));
        Inquiry inquiry = Inquiry.file(new Inquiry.Head(
                keyed.id(), actor.organisation(), officeName(actor), actor.name(), examination.now(), request));
        Examination.Found found = examination.examine(keyed.id(), request, facts);
        Cases.Along along = examination.settle(inquiry, found, "");
        cases.insert(inquiry, along);
        audit.fire(Audits.of(
                "inquiries.filed",
                inquiry,
                Map.of("parcel", request.parcel().text(), "deal", request.deal().name())));
        counters.filed(inquiry.state().name());
        return views.fresh(inquiry, found.checks());
    }

    private static String checked(String key) {
        if (key == null || !key.matches("[\\x21-\\x7E]{1,100}")) {
            throw Problem.invalid("inquiries.key-malformed").at("Idempotency-Key");
        }
        return key;
    }

    private static void first(List<Problem> faults) {
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
    }

    private String officeName(Actor actor) {
        return organisations.find(actor.organisation()).map(Organisation::name).orElse(actor.organisation());
    }

    /** The earlier answer counts no more from the moment it is asked again. */
    private void follow(String earlierId, String laterId, InquiryRequest request, Actor actor) {
        Cases cases = examination.cases();
        Inquiry earlier = examination.followed(earlierId, request, actor);
        earlier.supersede(laterId, actor, examination.now());
        earlier.answered()
                .ifPresent(answer -> certificates.supersede(
                        new CertificateNumber(answer.certificate().number()),
                        Answers.reference(laterId, CertificateKind.TRANSFER_CLEARANCE)));
        cases.save(earlier, Cases.Along.NOTHING);
        examination.windows().close(earlierId, examination.now());
    }
}
