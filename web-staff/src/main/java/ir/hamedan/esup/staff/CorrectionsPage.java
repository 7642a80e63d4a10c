package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Corrections of owners that wait for their second signature, and those that were decided. */
@Named("corrections")
@RequestScoped
public class CorrectionsPage {
    private static final int PAGE_SIZE = 10;
    private static final Set<String> DECIDERS = Set.of(Roles.OFFICER, Roles.SUPERVISOR, Roles.ADMINISTRATOR);

    @Inject
    ParcelOffice office;

    @Inject
    Actors actors;

    @Inject
    HttpServletRequest request;

    private boolean all;
    private String text;
    private Page<ParcelOffice.OwnerCorrection> rows;
    private Actor me;

    @PostConstruct
    void load() {
        all = Parameters.text(request, "all").equals("true");
        text = Parameters.text(request, "q");
        rows = office.corrections(!all, text, Parameters.page(request, PAGE_SIZE));
        me = actors.current();
    }

    public String decide(long correction, boolean approve) {
        office.decideOwners(correction, approve);
        FormProblems.news(approve ? "staff.news.approved" : "staff.news.rejected");
        return "corrections?faces-redirect=true";
    }

    /** Whether I may be the second signer. */
    public boolean isDecidable(ParcelOffice.OwnerCorrection correction) {
        return correction.approved().isEmpty()
                && me.roles().stream().anyMatch(DECIDERS::contains)
                && !correction.proposedBy().equals(me.username());
    }

    public String getText() {
        return text;
    }

    public boolean isAll() {
        return all;
    }

    public Page<ParcelOffice.OwnerCorrection> getRows() {
        return rows;
    }
}
