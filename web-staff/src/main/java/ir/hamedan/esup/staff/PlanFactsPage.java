package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.rulebooks.api.PlanFacts;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Fact;
import ir.hamedan.esup.rulebooks.api.PlanFacts.PlanState;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What planners laid down for parcels: decisions of the Article 5 commission, and levels of streets. */
@Named("planFacts")
@RequestScoped
public class PlanFactsPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    PlanFacts facts;

    @Inject
    Me me;

    @Inject
    HttpServletRequest request;

    private String text;
    private Optional<PlanState> state;
    private boolean ofReplaced;
    private Page<Fact> rows;
    private OptionalLong replaced = OptionalLong.empty();

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        String wanted = Parameters.text(request, "state");
        state = Arrays.stream(PlanState.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst();
        ofReplaced = Parameters.text(request, "land").equals("replaced");
        Page.Request page = Parameters.page(request, PAGE_SIZE);
        rows = ofReplaced ? facts.replaced(page) : facts.search(text, state, page);
    }

    /** Whether those alone are listed whose parcel was split or merged. */
    public boolean isOfReplaced() {
        return ofReplaced;
    }

    /** How many there are whose parcel was split or merged; counted once, for the page asks several times. */
    public long getReplaced() {
        if (replaced.isEmpty()) {
            replaced = OptionalLong.of(
                    ofReplaced
                            ? rows.total()
                            : facts.replaced(new Page.Request(0, 1)).total());
        }
        return replaced.getAsLong();
    }

    public boolean isRenumbered(Fact fact) {
        return fact != null && !fact.now().equals(fact.parcel());
    }

    static String tone(Fact fact) {
        return switch (fact.state()) {
            case WAITING -> "info";
            case PUBLISHED -> "good";
            case GIVEN_UP, WITHDRAWN -> "plain";
        };
    }

    public String toneOf(Fact fact) {
        return tone(fact);
    }

    public boolean isKeeper() {
        return me.has("SUPERVISOR ADMINISTRATOR");
    }

    public String getText() {
        return text;
    }

    /** The state the list is of; empty for all. */
    public String getState() {
        return state.map(Enum::name).orElse("");
    }

    public List<PlanState> getStates() {
        return List.of(PlanState.values());
    }

    public Page<Fact> getRows() {
        return rows;
    }
}
