package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.web.FormProblems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The questions of a new inquiry, one a page: each answer is kept as a draft before the next question comes. */
@Named("draft")
@RequestScoped
public class DraftPage {
    @Inject
    Inquiries inquiries;

    @Inject
    Parcels parcels;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private Optional<String> id = Optional.empty();
    private Draft fields;
    private Optional<LandObject> found = Optional.empty();

    @PostConstruct
    void load() {
        id = Optional.ofNullable(request.getParameter("id")).filter(given -> !given.isBlank());
        fields = id.map(inquiries::draft).map(Draft::from).orElseGet(Draft::new);
        for (List<Party> side : List.of(fields.getTransferors(), fields.getTransferees())) {
            if (side.isEmpty()) {
                side.add(new Party());
            }
        }
        if (fields.getLetter().getDate().isEmpty()) {
            fields.getLetter().setDate(PersianDate.of(clock.instant()).text());
        }
    }

    /** Takes the answer to one question: on to the next, or back to it with what is wrong. */
    public String answer(Step step) {
        dropEmptyRows(step);
        List<Problem> wrong = fields.problems(step);
        if (wrong.isEmpty() && step == Step.PARCEL) {
            wrong = Draft.tried("parcel", () -> lookUp(RenewalCode.parse(fields.getParcel())));
        }
        if (!wrong.isEmpty()) {
            FormProblems.show(wrong);
            return null;
        }
        fields.saw(step);
        save();
        return go(step == Step.PARCEL ? "new-parcel-found" : fields.next().getPage());
    }

    private void dropEmptyRows(Step step) {
        if (step == Step.TRANSFERORS || step == Step.TRANSFEREES) {
            List<Party> side = side(step);
            if (side.size() > 1 && side.get(side.size() - 1).isEmpty()) {
                side.remove(side.size() - 1);
            }
        }
    }

    private LandObject lookUp(RenewalCode code) {
        found = parcels.find(code);
        if (found.isPresent()) {
            return found.get();
        }
        List<RenewalCode> successors = parcels.successors(code);
        if (successors.isEmpty()) {
            throw Problem.notFound("notary.parcel.unknown", code);
        }
        throw Problem.invalid(
                "notary.parcel.replaced",
                code,
                successors.stream()
                        .map(next -> PersianText.isolated(next.toString()))
                        .collect(Collectors.joining(" ")));
    }

    /** Keeps what was typed, right or wrong, and goes home. */
    public String later() {
        save();
        return "index?faces-redirect=true&saved=true";
    }

    /** One more empty row on a side. */
    public String add(Step step) {
        List<Party> side = side(step);
        if (side.size() >= Draft.MOST_PARTIES) {
            FormProblems.show(List.of(Problem.tooLarge("notary.party.too-many", Draft.MOST_PARTIES)));
            return null;
        }
        side.add(new Party());
        save();
        return go(step.getPage());
    }

    public String remove(Step step, int row) {
        List<Party> side = side(step);
        if (row >= 0 && row < side.size()) {
            side.remove(row);
        }
        save();
        return go(step.getPage());
    }

    private List<Party> side(Step step) {
        return step == Step.TRANSFERORS ? fields.getTransferors() : fields.getTransferees();
    }

    public String discard() {
        id.ifPresent(inquiries::discardDraft);
        return "index?faces-redirect=true";
    }

    private void save() {
        id = Optional.of(inquiries.saveDraft(id, fields.toJson()));
    }

    private String go(String page) {
        return page + "?faces-redirect=true&id=" + id.orElse("");
    }

    public String getId() {
        return id.orElse("");
    }

    public Draft getFields() {
        return fields;
    }

    /** The land object under the code, shown so that a mistype is seen. */
    public LandObject getFound() {
        if (found.isEmpty()) {
            found = parcels.find(RenewalCode.parse(fields.getParcel()));
        }
        return found.orElseThrow(() -> Problem.notFound("notary.parcel.unknown", fields.getParcel()));
    }

    public List<DealKind> getDeals() {
        return List.of(DealKind.values());
    }

    /** The page of the first question that is not yet answered. */
    public String getNextPage() {
        return fields.next().getPage();
    }
}
