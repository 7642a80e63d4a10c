package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.levies.api.Shops;
import ir.hamedan.esup.parcels.api.Sites;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody supposes of the parcel on the page of its rules: neighbours put to it, ground given up, uses one by one. */
@Named("what")
@RequestScoped
public class Supposition {
    @Inject
    RulesPage page;

    @Inject
    Rules rules;

    @Inject
    Sites sites;

    @Inject
    Language language;

    @Inject
    HttpServletRequest request;

    private Typed typed;
    private Shops shops;
    private final List<Problem> refused = new ArrayList<>();
    private Answer whole;
    private Answer answer;
    private Optional<Answer> supposed = Optional.empty();
    private List<RenewalCode> neighbours;

    /** Before the page is written, whose head tells what is wrong. */
    public void read() {
        getAnswer();
    }

    /** The answer for the parcel as it is, of the uses that are asked for. */
    public Answer getAnswer() {
        if (answer == null) {
            typed = Typed.of(request);
            shops = Shops.of(field -> Parameters.text(request, field));
            whole = of(Rules.Supposed.NOTHING);
            answer = whole;
            refused.addAll(typed.problems());
            refused.addAll(shops.problems());
            if (refused.isEmpty() && !typed.isNothing()) {
                suppose();
            }
            if (!refused.isEmpty()) {
                refused.forEach(problem -> FormProblems.showAt(at(problem), problem));
                FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(Problem.Kind.INVALID.status());
            }
        }
        return answer;
    }

    /** The id of the input: of uses there are two places. */
    private static String at(Problem problem) {
        String field = problem.field().orElse("with");
        return field.equals("use") ? "use-0" : field;
    }

    /** What cannot be supposed is told at its field, beside the answer for the parcel as it is. */
    private void suppose() {
        try {
            Rules.Supposed asked = typed.supposed();
            Optional<Answer> other = typed.isOtherPlot() ? Optional.of(of(asked)) : Optional.empty();
            answer = asked.uses().isEmpty() ? whole : of(Rules.Supposed.uses(asked.uses()));
            supposed = other;
        } catch (Problem problem) {
            refused.add(problem);
        }
    }

    private Answer of(Rules.Supposed asked) {
        return rules.of(page.getObject().code(), page.getDay(), page.getNow(), asked);
    }

    private Typed typed() {
        getAnswer();
        return typed;
    }

    /** The answer for another plot, where one is supposed and can be. */
    public Optional<Answer> other() {
        getAnswer();
        return supposed;
    }

    /** The same; null when there is none. */
    public Answer getSupposed() {
        return other().orElse(null);
    }

    /** Whether another plot is supposed, and can be. */
    public boolean isOther() {
        return other().isPresent();
    }

    /** What is supposed, as a part of an address; nothing of what is refused. */
    public String getParameters() {
        getAnswer();
        return refused.isEmpty() ? typed.parameters() : "";
    }

    /** The shops that are supposed for the levies. They change nothing of the rules, so that their document does not name them. */
    public Shops getShops() {
        getAnswer();
        return shops;
    }

    /** The same uses in the columns of one table, of what is supposed where something is; none when not several are asked for. */
    public List<Answer.UseAnswer> getBeside() {
        List<Answer.UseAnswer> uses = other().orElse(answer).uses();
        return typed().uses().size() > 1 && refused.isEmpty() ? uses : List.of();
    }

    /** Every number that one of the uses beside each other has. */
    public List<NumberName> getBesideNumbers() {
        return Arrays.stream(NumberName.values())
                .filter(name ->
                        getBeside().stream().anyMatch(use -> use.number(name).isPresent()))
                .toList();
    }

    /** A number of a use; null when it is not there. */
    public Answer.Figure figure(Answer.UseAnswer use, NumberName name) {
        return use.number(name).orElse(null);
    }

    /** The parcels that have a side in common with this one. */
    public List<RenewalCode> getNeighbours() {
        if (neighbours == null) {
            neighbours = sites.neighbours(page.getObject().code(), page.getDay(), page.getNow());
        }
        return neighbours;
    }

    /** Whether a neighbour is chosen. */
    public boolean chosen(RenewalCode neighbour) {
        return typed().has(neighbour);
    }

    /** Codes that were typed and are no neighbour's in the list. */
    public String getOthers() {
        return typed().others(getNeighbours());
    }

    public String getCeded() {
        return typed().ceded();
    }

    public String getRooms() {
        return typed().rooms();
    }

    /** Whether something here is counted by the rooms of a hotel, or was said of them. */
    public boolean isOfRooms() {
        return !typed().rooms().isEmpty()
                || whole.uses().stream()
                        .flatMap(use -> use.number(NumberName.PARKING).stream())
                        .anyMatch(figure -> figure.basis().kind() == Answer.BasisKind.PER_ROOMS);
    }

    /** The places where a use is chosen: two can stand beside each other. */
    public List<Integer> getPlaces() {
        return List.of(0, 1);
    }

    /** The use that was chosen in that place; empty for none. */
    public String use(int place) {
        return typed().uses().size() > place ? typed().uses().get(place) : "";
    }

    /** The uses that are permitted here, or those that are not. */
    public List<Use> choices(boolean permitted) {
        getAnswer();
        return page.getBook().map(published -> published.book().uses()).orElse(List.of()).stream()
                .filter(use -> permitted
                        == whole.use(use.code())
                                .filter(here -> here.verdict() != Verdict.NOT_PERMITTED)
                                .isPresent())
                .toList();
    }

    /** What is wrong at a field of what is supposed; empty when nothing is. */
    public String wrong(String field) {
        getAnswer();
        return refused.stream()
                .filter(problem -> problem.field().orElse("with").equals(field))
                .map(problem -> language.getMessages().text(problem))
                .collect(Collectors.joining(" "));
    }
}
