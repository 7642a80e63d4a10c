package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.RuleReports;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** What people say is wrong with the rules of a parcel: the list, and with a reference in the address one of them. */
@Named("ruleReports")
@RequestScoped
public class RuleReportsPage {
    private static final int PAGE_SIZE = 25;
    private static final Set<String> PLANNERS = Set.of(Roles.SUPERVISOR, Roles.ADMINISTRATOR);

    @Inject
    RuleReports reports;

    @Inject
    RuleBooks books;

    @Inject
    Actors actors;

    @Inject
    HttpServletRequest request;

    private boolean all;
    private Page<RuleReports.Report> rows;
    private RuleReports.Report one;
    private RuleReports.Outcome outcome;
    private String words;

    @PostConstruct
    void load() {
        all = Parameters.text(request, "all").equals("true");
        // The list is for planners and auditors alone; so is a single report on this page.
        rows = reports.reports(!all, Parameters.page(request, PAGE_SIZE));
        String reference = Parameters.text(request, "reference");
        one = reference.isEmpty() ? null : reports.follow(reference);
    }

    public String reply() {
        reports.reply(one.reference(), outcome, words == null ? "" : words);
        FormProblems.news("staff.news.report-answered");
        return "rulereports?faces-redirect=true";
    }

    /** The report of the address; null for the list. */
    public RuleReports.Report getOne() {
        return one;
    }

    /** The book the answer came from; null where there was none. */
    public RuleBooks.Edition getBook() {
        return one.book().isPresent() ? books.book(one.book().getAsLong()).edition() : null;
    }

    /** Whether I may answer it: an auditor only reads. */
    public boolean isAnswerable() {
        return one != null
                && one.reply().isEmpty()
                && actors.current().roles().stream().anyMatch(PLANNERS::contains);
    }

    /** The rules as the person saw them, or the place on the map, on the public page. */
    public String getRules() {
        return one.place()
                .map(at -> "/map?lat=" + at.north() + "&lon=" + at.east())
                .orElseGet(() -> "/rules?code=" + one.of() + "&on="
                        + PersianDate.of(one.on()).text() + "&known=" + one.known());
    }

    public String tone(RuleReports.Report report) {
        return switch (report.state()) {
            case OPEN -> "info";
            case ANSWERED -> "good";
        };
    }

    public boolean isAll() {
        return all;
    }

    public Page<RuleReports.Report> getRows() {
        return rows;
    }

    public List<RuleReports.Outcome> getOutcomes() {
        return List.of(RuleReports.Outcome.values());
    }

    public int getLongest() {
        return RuleReports.LONGEST;
    }

    public RuleReports.Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(RuleReports.Outcome outcome) {
        this.outcome = outcome;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
