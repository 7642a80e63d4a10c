package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Instants;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.permits.api.Examination;
import ir.hamedan.esup.permits.api.LevyQuestions;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequests;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.permits.api.Plan;
import ir.hamedan.esup.permits.api.Works;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.web.FormKey;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Parameters;
import ir.hamedan.esup.web.Shown;
import ir.hamedan.esup.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An owner asks for a building permit: the plan is checked as often as one likes, and filed once. */
@Named("permitForm")
@RequestScoped
public class MyPermitFormPage {
    @Inject
    PermitRequests requests;

    @Inject
    Rules rules;

    @Inject
    RuleBooks books;

    @Inject
    PermitLevies levies;

    @Inject
    Language language;

    @Inject
    Texts texts;

    @Inject
    Shown shown;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private LandObject object;
    private Optional<PermitRequest> open;
    private Optional<PermitRequest> follows = Optional.empty();
    private Answer answer;
    private TypedPlan plan = new TypedPlan();
    private boolean commission;
    private Examination found;
    private ShownEstimate estimate;
    private final FormKey key = new FormKey();

    @PostConstruct
    void load() {
        object = requests.property(
                RenewalCode.parse(Parameters.text(request, "code")).ofParcel());
        // Who has typed already is told when filing, and keeps the form.
        open = FacesContext.getCurrentInstance().isPostback() ? Optional.empty() : requests.open(object.code());
        answer = rules.of(object.code(), today(), Instants.now(clock), Rules.Supposed.NOTHING);
        plan.setUse(Parameters.text(request, "use"));
        String earlier = PersianText.value(Parameters.text(request, "follows"));
        if (earlier.matches("[1-9][0-9]{0,17}")) {
            follows = Optional.of(requests.get(Long.parseLong(earlier)))
                    .filter(PermitRequests.Seen::own)
                    .map(PermitRequests.Seen::request)
                    .filter(one ->
                            one.state() == PermitState.RETURNED && one.parcel().equals(object.code()));
            follows.ifPresent(one -> plan = TypedPlan.of(one.plan()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }

    /** Holds the plan against the rules and shows what is found; nothing is written. */
    public String check() {
        plan.plan().ifPresent(this::examine);
        return null;
    }

    private void examine(Plan typed) {
        found = requests.examine(object.code(), typed);
        estimate = answer.use(typed.use())
                .filter(use -> found.isClear())
                .map(use -> levies.of(LevyQuestions.of(answer, object.region(), use, typed)))
                .map(counted -> new ShownEstimate(counted, language.getMessages()))
                .orElse(null);
    }

    /** What is refused stays on the page, with all that stands against it. */
    public String file() throws IOException {
        Optional<Plan> typed = plan.plan();
        if (typed.isPresent()) {
            PermitRequest filed = filed(typed.get());
            FormProblems.news("citizen.permit.filed", shown.digits(filed.number()));
            Redirects.to("/my/request?id=" + filed.id());
        }
        return null;
    }

    private PermitRequest filed(Plan typed) {
        try {
            return key.send(sent -> requests.file(
                    new PermitRequests.Order(sent, object.code(), typed, commission, follows.map(PermitRequest::id))));
        } catch (Problem refused) {
            examine(typed);
            throw refused;
        }
    }

    public LandObject getObject() {
        return object;
    }

    /** The request that stands in the way of another; null when there is none. */
    public PermitRequest getOpen() {
        return open.orElse(null);
    }

    /** The returned request that this one follows; null when there is none. */
    public PermitRequest getFollows() {
        return follows.orElse(null);
    }

    /** What was found of the plan as it is typed; null until it is checked. */
    public Examination getFound() {
        return found;
    }

    /** What the levies of a plan that keeps the rules would be; null for all others. */
    public ShownEstimate getEstimate() {
        return estimate;
    }

    /** What the rules say of the use that is chosen; null when none is, or they have no numbers for it. */
    public Answer.UseAnswer getAllowed() {
        return answer.use(plan.getUse()).filter(use -> !use.numbers().isEmpty()).orElse(null);
    }

    public Answer getAnswer() {
        return answer;
    }

    public List<Works> getAllWorks() {
        return List.of(Works.values());
    }

    /** The uses of the book, those that are permitted here first. */
    public List<SelectItem> getUses() {
        Set<String> permitted =
                answer.uses().stream().map(Answer.UseAnswer::use).collect(Collectors.toSet());
        return List.of(
                group("citizen.rules.use.permitted", use -> permitted.contains(use.code())),
                group("citizen.rules.use.not-permitted", use -> !permitted.contains(use.code())));
    }

    private SelectItem group(String label, Predicate<Use> member) {
        List<Use> uses = books.inForce(answer.on(), answer.known())
                .map(published -> published.book().uses())
                .orElse(List.of());
        SelectItemGroup group = new SelectItemGroup(texts.get(label));
        group.setSelectItems(uses.stream()
                .filter(member)
                .map(use -> new SelectItem(use.code(), use.title()))
                .toArray(SelectItem[]::new));
        return group;
    }

    public TypedPlan getPlan() {
        return plan;
    }

    public boolean isCommission() {
        return commission;
    }

    public void setCommission(boolean commission) {
        this.commission = commission;
    }

    public FormKey getKey() {
        return key;
    }
}
