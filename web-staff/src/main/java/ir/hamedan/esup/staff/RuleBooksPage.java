package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.time.Clock;
import java.util.Map;

/** The rule books in any state, and the way to hand in another one. */
@Named("rulebooks")
@RequestScoped
public class RuleBooksPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    RuleBookOffice office;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private Page<RuleBookOffice.Draft> rows;
    private Part file;

    @PostConstruct
    void load() {
        rows = office.drafts(Parameters.page(request, PAGE_SIZE));
    }

    public String start() {
        JobRun run = Uploads.start(jobs, JobKind.IMPORT_RULE_BOOK, Map.of(), file, clock.instant());
        return "job?faces-redirect=true&key=" + run.key();
    }

    static String tone(RuleBookOffice.Draft book) {
        return switch (book.state()) {
            case DRAFT -> book.faults() > 0 ? "bad" : "care";
            case CHECKED -> "info";
            case PUBLISHED -> "good";
            case WITHDRAWN -> "plain";
        };
    }

    public String toneOf(RuleBookOffice.Draft book) {
        return tone(book);
    }

    /** Whether its faults keep it from being a book at all. */
    public boolean isFaulty(RuleBookOffice.Draft book) {
        return book.state() == BookState.DRAFT && book.faults() > 0;
    }

    public Page<RuleBookOffice.Draft> getRows() {
        return rows;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
