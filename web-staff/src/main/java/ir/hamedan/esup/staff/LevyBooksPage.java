package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.levies.api.LevyBookState;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.time.Clock;
import java.util.Map;

/** The levy books in any state, and the way to hand in another one. */
@Named("levybooks")
@RequestScoped
public class LevyBooksPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    LevyBookOffice office;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<LevyBookOffice.Draft> rows;
    private Part file;

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        rows = office.drafts(text, Parameters.page(request, PAGE_SIZE));
    }

    public String start() {
        JobRun run = Uploads.start(jobs, JobKind.IMPORT_RULE_BOOK, Map.of(), file, clock.instant());
        return "job?faces-redirect=true&key=" + run.key();
    }

    static String tone(LevyBookOffice.Draft book) {
        return switch (book.state()) {
            case DRAFT -> book.faults() > 0 ? "bad" : "care";
            case SIGNED -> "info";
            case PUBLISHED -> "good";
            case WITHDRAWN -> "plain";
        };
    }

    public String toneOf(LevyBookOffice.Draft book) {
        return tone(book);
    }

    /** Whether its faults keep it from being a book at all. */
    public boolean isFaulty(LevyBookOffice.Draft book) {
        return book.state() == LevyBookState.DRAFT && book.faults() > 0;
    }

    public String getText() {
        return text;
    }

    public Page<LevyBookOffice.Draft> getRows() {
        return rows;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
