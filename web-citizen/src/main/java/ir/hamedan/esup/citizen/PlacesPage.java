package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Finding a parcel by whatever somebody has of it at hand; no owner is shown. */
@Named("places")
@RequestScoped
public class PlacesPage {
    private static final int PAGE_SIZE = 20;

    @Inject
    Parcels parcels;

    @Inject
    Limits limits;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<LandObject> rows;
    private List<RenewalCode> successors = List.of();
    private boolean refused;

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        Page.Request page = Parameters.page(request, PAGE_SIZE);
        rows = new Page<>(List.of(), 0, page);
        if (text.isEmpty()) {
            return;
        }
        limits.count();
        try {
            rows = parcels.search(text, page);
            successors = rows.total() == 0 ? successorsOf(text) : List.of();
            Optional<RenewalCode> typed = RenewalCode.ifOne(text);
            if (rows.rows().stream().map(LandObject::code).anyMatch(code -> typed.equals(Optional.of(code)))) {
                // A whole code names one parcel: nobody has to choose it from a list.
                Redirects.to("/rules?code=" + typed.get());
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (Problem problem) {
            refused = true;
            FormProblems.show(List.of(problem.at("q")));
        }
    }

    /** An old code still leads to what it became. */
    private List<RenewalCode> successorsOf(String typed) {
        return RenewalCode.ifOne(typed).map(parcels::successors).orElse(List.of());
    }

    /** Whether it was looked for: what says too little is refused, not unknown. */
    public boolean isAsked() {
        return !text.isEmpty() && !refused;
    }

    public String getText() {
        return text;
    }

    public Page<LandObject> getRows() {
        return rows;
    }

    public List<RenewalCode> getSuccessors() {
        return successors;
    }
}
