package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * All answers on one page, then the inquiry is filed. The form carries the answers with it and the draft's id is the
 * key, so a double click files once and both clicks show the same outcome.
 */
@Named("check")
@RequestScoped
public class CheckPage {
    /** A problem of the filing, and the page on which it is mended. */
    public record Wrong(Problem problem, Step step) {}

    @Inject
    Inquiries inquiries;

    @Inject
    HttpServletRequest request;

    private String id;
    private String json;
    private Draft draft;
    private List<Wrong> wrong = List.of();

    @PostConstruct
    void load() {
        id = Draft.text(request.getParameter("id"));
        if (!"POST".equals(request.getMethod())) {
            setJson(inquiries.draft(id));
        }
    }

    public String file() {
        try {
            InquiryRequest asked = draft.toRequest();
            List<Problem> faults = inquiries.faults(asked);
            if (!faults.isEmpty()) {
                return mend(faults);
            }
            InquiryView filed = inquiries.file(id, asked);
            discardDraft();
            return "inquiry?faces-redirect=true&filed=true&id=" + filed.id();
        } catch (Problem problem) {
            return mend(List.of(problem));
        }
    }

    private String mend(List<Problem> problems) {
        wrong = problems.stream()
                .map(problem -> new Wrong(problem, Step.of(problem.field().orElse(""))))
                .toList();
        FacesContext.getCurrentInstance().validationFailed();
        return null;
    }

    /** The other click of a double click may have been here already. */
    private void discardDraft() {
        try {
            inquiries.discardDraft(id);
        } catch (Problem gone) {
            if (gone.kind() != Problem.Kind.NOT_FOUND) {
                throw gone;
            }
        }
    }

    public String getId() {
        return id;
    }

    public String getJson() {
        return json;
    }

    public final void setJson(String json) {
        this.json = json;
        draft = Draft.from(json);
    }

    public Draft getDraft() {
        return draft;
    }

    public DealKind getDeal() {
        return draft.getDeal().isEmpty() ? null : DealKind.valueOf(draft.getDeal());
    }

    public boolean isComplete() {
        return draft.next() == Step.CHECK;
    }

    /** What keeps the inquiry from being filed; empty when nothing does, or before it was tried. */
    public List<Wrong> getWrong() {
        return wrong;
    }
}
