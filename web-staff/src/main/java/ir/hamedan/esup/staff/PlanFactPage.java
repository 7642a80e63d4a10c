package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.PlanFacts;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Fact;
import ir.hamedan.esup.rulebooks.api.PlanFacts.PlanState;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One decision or level: what it says, and its way to publication or withdrawal. */
@Named("planFact")
@RequestScoped
public class PlanFactPage {
    @Inject
    PlanFacts facts;

    @Inject
    Me me;

    @Inject
    Language language;

    @Inject
    HttpServletRequest request;

    private Fact fact;
    private String reason;

    @PostConstruct
    void load() {
        fact = facts.get(Parameters.whole(request, "id").orElse(0L));
    }

    public Fact getFact() {
        return fact;
    }

    public String getTone() {
        return PlanFactsPage.tone(fact);
    }

    private boolean isKeeper() {
        return me.has("SUPERVISOR ADMINISTRATOR");
    }

    public boolean isWaiting() {
        return isKeeper() && fact.state() == PlanState.WAITING;
    }

    /** Whether my signature would be the second one. */
    public boolean isPublishable() {
        return isWaiting() && !fact.proposed().by().equals(me.getUsername());
    }

    public boolean isWithdrawable() {
        return isKeeper() && fact.state() == PlanState.PUBLISHED;
    }

    /** Whether the same land has another code now. */
    public boolean isRenumbered() {
        return !fact.now().equals(fact.parcel());
    }

    /** What the decision permits; null for a level. */
    public Limits getLimits() {
        return fact.decision().map(decision -> decision.limits()).orElse(null);
    }

    /** A number of the decision with its unit. */
    public String value(String name, long value) {
        return words().value(NumberName.valueOf(name), value);
    }

    public String parking(Parking parking) {
        return words().basis(
                        new Answer.Basis(Answer.BasisKind.valueOf(parking.kind().name()), parking.amount()));
    }

    /** Metres over the sea. */
    public String getLevel() {
        return fact.groundLevel()
                .map(level -> words().length(level.centimetres()))
                .orElse("");
    }

    private AnswerWords words() {
        return new AnswerWords(language.getMessages());
    }

    /** The rules of the parcel on the first day it holds, as everybody sees them. */
    public String getRules() {
        return "/rules?code=" + fact.parcel() + "&on="
                + PersianDate.of(fact.validFrom()).text();
    }

    public String publish() {
        facts.publish(fact.id());
        return done("staff.news.plan-published");
    }

    public String giveUp() {
        facts.giveUp(fact.id());
        return done("staff.news.plan-given-up");
    }

    public String withdraw() {
        facts.withdraw(fact.id(), Parameters.typed(reason));
        return done("staff.news.plan-withdrawn");
    }

    private String done(String key) {
        FormProblems.news(key);
        return "planfact?faces-redirect=true&id=" + fact.id();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
