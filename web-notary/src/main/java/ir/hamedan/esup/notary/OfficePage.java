package ir.hamedan.esup.notary;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The deputies and clerks of the office, kept by its notary. A new password is shown once, on the page that made it. */
@Named("office")
@RequestScoped
public class OfficePage {
    private static final int PAGE_SIZE = 50;

    @Inject
    Users users;

    @Inject
    Actors actors;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<User> staff;
    private Optional<Users.Credentials> shownOnce = Optional.empty();
    private String username;
    private String fullName;
    private String nationalId;
    private String role = Roles.DEED_CLERK;

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        staff = users.search(text, new Page.Request(Filter.of(request).page(), PAGE_SIZE));
    }

    public String getText() {
        return text;
    }

    public String create() {
        List<Problem> wrong = new ArrayList<>();
        wrong.addAll(Draft.tried("fullName", () -> Party.required(Draft.text(fullName), "notary.staff.name-missing")));
        wrong.addAll(Draft.tried("nationalId", () -> NationalId.parse(Draft.text(nationalId))));
        wrong.addAll(
                Draft.tried("username", () -> Party.required(Draft.text(username), "notary.staff.username-missing")));
        if (!wrong.isEmpty()) {
            FormProblems.show(wrong);
            return null;
        }
        shownOnce = Optional.of(users.create(new Users.NewUser(
                Draft.text(username),
                PersianText.clean(Draft.text(fullName)),
                NationalId.parse(nationalId).text(),
                actors.current().organisation(),
                Set.of(role.equals(Roles.DEPUTY) ? Roles.DEPUTY : Roles.DEED_CLERK))));
        load();
        return null;
    }

    public String resetPassword(String whose) {
        shownOnce = Optional.of(users.resetPassword(whose));
        load();
        return null;
    }

    public String setActive(User user, boolean active) {
        users.setActive(user.username(), active, user.version());
        FormProblems.news(active ? "notary.news.staff-enabled" : "notary.news.staff-disabled", user.fullName());
        return "office?faces-redirect=true";
    }

    /** Whether the notary keeps this account: the own one is kept by the administrator. */
    public boolean isKeptByMe(User user) {
        return !user.roles().contains(Roles.NOTARY);
    }

    public Page<User> getStaff() {
        return staff;
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

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
