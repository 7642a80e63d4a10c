package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.people.api.User;
import ir.hamedan.esup.people.api.Users;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The accounts of citizens: a new one for a person whose papers were seen, and a new password for who lost it. */
@Named("citizens")
@RequestScoped
public class CitizensPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    Citizens citizens;

    @Inject
    Me me;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<User> rows;
    private Optional<User> one = Optional.empty();
    private Optional<Users.Credentials> shownOnce = Optional.empty();
    private String fullName;
    private String nationalId;

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        rows = citizens.search(text, Parameters.page(request, PAGE_SIZE));
        String username = Parameters.text(request, "username");
        if (!username.isEmpty()) {
            one = Optional.of(
                    citizens.find(username).orElseThrow(() -> Problem.notFound("staff.user.unknown", username)));
        }
    }

    public String open() {
        shownOnce = Optional.of(citizens.open(Parameters.typed(nationalId), Parameters.typed(fullName)));
        nationalId = fullName = null;
        load();
        return null;
    }

    /** Of the account in the address: rows of a list may have moved since it was shown. */
    public String renew() {
        shownOnce = Optional.of(citizens.renew(one.orElseThrow().username()));
        load();
        return null;
    }

    /** Whether I may open accounts and give passwords. */
    public boolean isKeeper() {
        return me.has("OFFICER SUPERVISOR");
    }

    public String getText() {
        return text;
    }

    public Page<User> getRows() {
        return rows;
    }

    /** The account of the address, or null. */
    public User getOne() {
        return one.orElse(null);
    }

    /** The account and password that were just made; only while this answer is shown. */
    public Users.Credentials getShownOnce() {
        return shownOnce.orElse(null);
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
}
