package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.web.FormKey;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** On the page of a parcel: the statements of its rules that were given, and the way to give one to an owner. */
@Named("parcelStatements")
@RequestScoped
public class ParcelStatements {
    private static final Page.Request LATEST = new Page.Request(0, 20);

    @Inject
    RuleStatements statements;

    @Inject
    Me me;

    @Inject
    HttpServletRequest request;

    private RenewalCode code;
    private Optional<Page<RuleStatements.Given>> given = Optional.empty();
    private final FormKey key = new FormKey();

    private String ownerId;

    @PostConstruct
    void load() {
        code = RenewalCode.parse(Parameters.text(request, "code"));
    }

    /** Whether I may see those that were given. */
    public boolean isShown() {
        return me.has("OFFICER SUPERVISOR AUDITOR ADMINISTRATOR");
    }

    /** Whether I may give one. */
    public boolean isIssuer() {
        return me.has("OFFICER SUPERVISOR");
    }

    /** The latest ones; none for those who may not see them, for a page asks for its parts also where it shows none. */
    public Page<RuleStatements.Given> getGiven() {
        if (given.isEmpty()) {
            given = Optional.of(isShown() ? statements.ofParcel(code, LATEST) : new Page<>(List.of(), 0, LATEST));
        }
        return given.get();
    }

    public String issue() {
        RuleStatements.Given issued = key.send(
                sent -> statements.issue(new RuleStatements.Order(sent, code.text(), Parameters.typed(ownerId))));
        FormProblems.news("staff.news.rules-stated", issued.certificate());
        return "parcel?faces-redirect=true&code=" + code;
    }

    public FormKey getKey() {
        return key;
    }

    public String getOwnerId() {
        return ownerId;
    }

    public void setOwnerId(String ownerId) {
        this.ownerId = ownerId;
    }
}
