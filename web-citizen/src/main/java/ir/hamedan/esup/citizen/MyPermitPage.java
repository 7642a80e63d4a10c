package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequests;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/** One request: how far it is, whose turn it is, and what was said to it. */
@Named("myPermit")
@RequestScoped
public class MyPermitPage {
    @Inject
    PermitRequests requests;

    @Inject
    HttpServletRequest request;

    private PermitRequests.Seen seen;

    @PostConstruct
    void load() {
        String id = PersianText.value(Parameters.text(request, "id"));
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw Problem.notFound("permits.unknown");
        }
        seen = requests.get(Long.parseLong(id));
    }

    public String agree() throws IOException {
        return done(requests.consent(seen.request().id()), "citizen.permit.agreed");
    }

    public String withdraw() throws IOException {
        return done(requests.withdraw(seen.request().id()), "citizen.permit.withdrawn");
    }

    private static String done(PermitRequest changed, String news) throws IOException {
        FormProblems.news(news);
        Redirects.to("/my/request?id=" + changed.id());
        return null;
    }

    public PermitRequest getAsked() {
        return seen.request();
    }

    public List<Owner> getMissing() {
        return seen.missing();
    }

    /** Whether the reader is an owner who has not agreed yet. */
    public boolean isConsentAsked() {
        return seen.asked();
    }

    /** Whether the reader can take it back. */
    public boolean isWithdrawable() {
        return seen.own() && seen.request().state() == PermitState.OPEN;
    }

    /** Whether the reader can ask again with a corrected plan. */
    public boolean isCorrectable() {
        return seen.own() && seen.request().state() == PermitState.RETURNED;
    }

    /** Whose turn it is, as the last part of the key of a sentence. */
    public String getTurn() {
        PermitState state = seen.request().state();
        if (state == PermitState.OPEN && !seen.owner()) {
            return "SOLD";
        }
        return state == PermitState.OPEN && !seen.missing().isEmpty() ? "CONSENT" : state.name();
    }
}
