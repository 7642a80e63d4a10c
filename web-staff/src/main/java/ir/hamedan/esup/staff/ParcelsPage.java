package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
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
import java.util.List;

/** Finding a land object by code, plate, postal code, address, or by its owner's id. */
@Named("finder")
@RequestScoped
public class ParcelsPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    Parcels parcels;

    @Inject
    HttpServletRequest request;

    private String text;
    private String owner;
    private Page<LandObject> rows;
    private List<RenewalCode> successors = List.of();

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        owner = Parameters.text(request, "owner");
        Page.Request page = Parameters.page(request, PAGE_SIZE);
        rows = new Page<>(List.of(), 0, page);
        try {
            if (!owner.isEmpty()) {
                rows = parcels.ownedBy(PartyId.parse(owner), page);
            } else if (!text.isEmpty()) {
                rows = parcels.search(text, page);
                successors = rows.total() == 0 ? successorsOf(text) : List.of();
            }
        } catch (Problem problem) {
            FormProblems.show(List.of(problem.at("q")));
        }
    }

    /** An old code still leads to what it became. */
    private List<RenewalCode> successorsOf(String typed) {
        return RenewalCode.ifOne(typed).map(parcels::successors).orElse(List.of());
    }

    public boolean isAsked() {
        return !text.isEmpty() || !owner.isEmpty();
    }

    public String getText() {
        return text;
    }

    public String getOwner() {
        return owner;
    }

    public Page<LandObject> getRows() {
        return rows;
    }

    public List<RenewalCode> getSuccessors() {
        return successors;
    }
}
