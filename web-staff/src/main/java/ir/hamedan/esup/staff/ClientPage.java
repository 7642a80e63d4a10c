package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Problem;
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
import java.util.Set;

/** One machine at the interface: its roles. */
@Named("client")
@RequestScoped
public class ClientPage {
    @Inject
    ApiClients clients;

    @Inject
    HttpServletRequest request;

    private ApiClient machine;
    private String[] roles;

    @PostConstruct
    void load() {
        String id = Parameters.text(request, "id");
        machine = clients.find(id).orElseThrow(() -> Problem.notFound("staff.client.unknown", id));
        roles = machine.roles().toArray(String[]::new);
    }

    public String changeRoles() {
        clients.changeRoles(machine.id(), Set.of(roles));
        FormProblems.news("staff.news.roles-changed");
        return "client?faces-redirect=true&id=" + machine.id();
    }

    public ApiClient getMachine() {
        return machine;
    }

    public List<String> getGrantable() {
        return Roles.GRANTABLE;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles.clone();
    }
}
