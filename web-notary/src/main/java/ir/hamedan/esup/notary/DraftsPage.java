package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;

/** What was begun in the office and not yet filed, the newest first. */
@Named("drafts")
@RequestScoped
public class DraftsPage {
    private static final int PAGE_SIZE = 20;
    private static final int ON_HOME = 5;

    @Inject
    Inquiries inquiries;

    @Inject
    HttpServletRequest request;

    private List<Begun> all;
    private String text;

    /** A draft as the list shows it. */
    public record Begun(String id, String parcel, String transferor, String page, String savedBy, Instant savedAt) {
        private boolean has(String wanted) {
            return PersianText.fold(parcel + " " + transferor + " " + savedBy).contains(wanted);
        }
    }

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        all = inquiries.drafts().stream().map(DraftsPage::begun).toList();
    }

    private static Begun begun(Inquiries.Draft draft) {
        Draft fields = Draft.from(draft.fields());
        String name =
                fields.getTransferors().stream().map(Party::getName).findFirst().orElse("");
        return new Begun(
                draft.id(),
                fields.getParcel() == null ? "" : fields.getParcel(),
                name == null ? "" : name,
                fields.next().getPage(),
                draft.savedBy(),
                draft.savedAt());
    }

    /** The newest few, for the home page. */
    public List<Begun> getNewest() {
        return all.stream().limit(ON_HOME).toList();
    }

    public boolean isMore() {
        return all.size() > ON_HOME;
    }

    public Page<Begun> getRows() {
        String wanted = PersianText.fold(text);
        return Page.part(all.stream().filter(draft -> draft.has(wanted)).toList(), Parameters.page(request, PAGE_SIZE));
    }

    public String getText() {
        return text;
    }
}
