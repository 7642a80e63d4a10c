package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.permits.api.PermitRequests;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The requests for building permits that concern the citizen who is logged in. */
@Named("myPermits")
@RequestScoped
public class MyPermitsPage {
    private static final int PAGE_SIZE = 20;

    @Inject
    PermitRequests requests;

    @Inject
    HttpServletRequest request;

    private Page<PermitRequests.Mine> rows;

    @PostConstruct
    void load() {
        rows = requests.mine(Parameters.page(request, PAGE_SIZE));
    }

    public Page<PermitRequests.Mine> getRows() {
        return rows;
    }
}
