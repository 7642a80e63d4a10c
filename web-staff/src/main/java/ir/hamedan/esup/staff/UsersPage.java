package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All accounts of people; a new one. Its first password is shown once, on the page that made it. */
@Named("accounts")
@RequestScoped
public class UsersPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    Users users;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<User> rows;
    private Optional<Users.Credentials> shownOnce = Optional.empty();
    private String username;
    private String fullName;
    private String nationalId;
    private String organisation;
    private String[] roles = {};

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        rows = users.search(text, Parameters.page(request, PAGE_SIZE));
    }

    public String create() {
        shownOnce = Optional.of(users.create(new Users.NewUser(
                Parameters.typed(username),
                Parameters.typed(fullName),
                Parameters.typed(nationalId),
                Parameters.typed(organisation),
                Set.of(roles))));
        username = fullName = nationalId = null;
        roles = new String[0];
        return null;
    }

    public List<String> getGrantable() {
        return Roles.GRANTABLE;
    }

    public String getText() {
        return text;
    }

    public Page<User> getRows() {
        return rows;
    }

    /** The account and password that were just made; only while this answer is shown. */
    public Users.Credentials getShownOnce() {
        return shownOnce.orElse(null);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getNationalId() {
        return nationalId;
    }

    public void setNationalId(String nationalId) {
        this.nationalId = nationalId;
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
