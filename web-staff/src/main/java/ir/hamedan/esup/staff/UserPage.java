package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users;
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

/** One account: its roles, whether it may be used, a new password. */
@Named("account")
@RequestScoped
public class UserPage {
    @Inject
    Users users;

    @Inject
    HttpServletRequest request;

    private User user;
    private String fullName;
    private String organisation;
    private String[] roles;
    private long version;
    private Optional<Users.Credentials> shownOnce = Optional.empty();

    @PostConstruct
    void load() {
        String username = Parameters.text(request, "username");
        user = users.find(username).orElseThrow(() -> Problem.notFound("staff.user.unknown", username));
        fullName = user.fullName();
        organisation = user.organisation();
        roles = user.roles().toArray(String[]::new);
        version = user.version();
    }

    public String change() {
        users.change(user.username(), Parameters.typed(fullName), Parameters.typed(organisation), version);
        return done("staff.news.user-changed");
    }

    public String changeRoles() {
        users.changeRoles(user.username(), Set.of(roles), version);
        return done("staff.news.roles-changed");
    }

    public String setActive(boolean active) {
        users.setActive(user.username(), active, version);
        return done(active ? "staff.news.enabled" : "staff.news.disabled");
    }

    public String resetPassword() {
        shownOnce = Optional.of(users.resetPassword(user.username()));
        load();
        return null;
    }

    private String done(String key) {
        FormProblems.news(key);
        return "user?faces-redirect=true&username=" + user.username();
    }

    public User getUser() {
        return user;
    }

    public List<String> getGrantable() {
        return Roles.GRANTABLE;
    }

    /** The new password; only while this answer is shown. */
    public Users.Credentials getShownOnce() {
        return shownOnce.orElse(null);
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
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

    public long getVersion() {
        return version;
    }

    /** The version the form was shown with: a change somebody else made meanwhile is not overwritten. */
    public void setVersion(long version) {
        this.version = version;
    }
}
