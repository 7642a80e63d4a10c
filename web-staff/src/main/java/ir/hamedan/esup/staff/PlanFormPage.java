package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.PlanFacts;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Fact;
import ir.hamedan.esup.rulebooks.api.PlanFacts.PlanKind;
import ir.hamedan.esup.web.FormKey;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A decision or the level of the street is proposed for a parcel. */
@Named("planForm")
@RequestScoped
public class PlanFormPage {
    @Inject
    PlanFacts facts;

    @Inject
    Parcels parcels;

    @Inject
    Me me;

    @Inject
    HttpServletRequest request;

    private final PlanForm form = new PlanForm();
    private LandObject parcel;
    private PlanKind kind;
    private final FormKey key = new FormKey();

    @PostConstruct
    void load() {
        if (!me.has("SUPERVISOR ADMINISTRATOR")) {
            throw Problem.forbidden("people.forbidden");
        }
        RenewalCode code = RenewalCode.parse(Parameters.text(request, "code")).ofParcel();
        parcel = parcels.find(code).orElseThrow(() -> Problem.notFound("parcels.unknown-code", code));
        kind = Parameters.text(request, "kind").equals(PlanKind.GROUND_LEVEL.name())
                ? PlanKind.GROUND_LEVEL
                : PlanKind.DECISION;
    }

    public String propose() {
        List<Problem> wrong = new ArrayList<>();
        LocalDate from = form.validFrom(wrong);
        Decision decision = isDecision() ? form.decision(wrong) : null;
        GroundLevel level = isDecision() ? null : form.groundLevel(wrong);
        if (!wrong.isEmpty()) {
            FormProblems.show(wrong);
            return null;
        }
        Fact fact = key.send(sent -> isDecision()
                ? facts.proposeDecision(sent, parcel.code(), from, decision)
                : facts.proposeGroundLevel(sent, parcel.code(), from, level));
        FormProblems.news("staff.news.plan-proposed");
        return "planfact?faces-redirect=true&id=" + fact.id();
    }

    public boolean isDecision() {
        return kind == PlanKind.DECISION;
    }

    public LandObject getParcel() {
        return parcel;
    }

    public PlanKind getKind() {
        return kind;
    }

    public PlanForm getForm() {
        return form;
    }

    public List<Parking.Kind> getParkings() {
        return List.of(Parking.Kind.values());
    }

    public FormKey getKey() {
        return key;
    }
}
