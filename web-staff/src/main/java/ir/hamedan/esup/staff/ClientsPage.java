package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.ApiClient;
import ir.hamedan.esup.people.api.ApiClients;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The machines at the interface. A secret is shown once, on the page that made it. */
@Named("clients")
@RequestScoped
public class ClientsPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    ApiClients clients;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<ApiClient> rows;
    private Optional<ApiClients.Secret> shownOnce = Optional.empty();
    private String id;
    private String name;
    private String organisation;
    private String[] roles = {Roles.NOTARY};

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        rows = clients.search(text, Parameters.page(request, PAGE_SIZE));
    }

    public String create() {
        shownOnce = Optional.of(clients.create(
                Parameters.typed(id), Parameters.typed(name), Parameters.typed(organisation), Set.of(roles)));
        id = name = null;
        load();
        return null;
    }

    public String rotate(String client) {
        shownOnce = Optional.of(clients.rotate(client));
        load();
        return null;
    }

    public String setActive(String client, boolean active) {
        clients.setActive(client, active);
        FormProblems.news(active ? "staff.news.enabled" : "staff.news.disabled");
        return "clients?faces-redirect=true";
    }

    /** The roles machines of offices and bodies have. */
    public List<String> getGrantable() {
        return Roles.GRANTABLE;
    }

    public String getText() {
        return text;
    }

    public Page<ApiClient> getRows() {
        return rows;
    }

    /** The client and secret that were just made; only while this answer is shown. */
    public ApiClients.Secret getShownOnce() {
        return shownOnce.orElse(null);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles.clone();
    }
}
