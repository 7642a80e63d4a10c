package ir.hamedan.esup.citizen;

import ir.hamedan.esup.desk.api.CitizenDesk;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.permits.api.PermitRequests;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What the citizen who is logged in owns. */
@Named("myProperty")
@RequestScoped
public class MyPropertyPage {
    private static final int PAGE_SIZE = 20;

    @Inject
    CitizenDesk desk;

    @Inject
    PermitRequests requests;

    @Inject
    HttpServletRequest request;

    private Page<LandObject> rows;
    private long waiting;

    @PostConstruct
    void load() {
        rows = desk.property(Parameters.page(request, PAGE_SIZE));
        waiting = requests.waiting();
    }

    /** How many requests of other owners wait for the consent of the reader. */
    public long getWaiting() {
        return waiting;
    }

    public Page<LandObject> getRows() {
        return rows;
    }
}
