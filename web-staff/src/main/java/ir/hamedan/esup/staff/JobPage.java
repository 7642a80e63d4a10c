package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobCount;
import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.api.Severity;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One run of a job: how it stands in a sentence, its sums, its reasons, and what it said row by row. */
@Named("job")
@RequestScoped
public class JobPage {
    private static final int PAGE_SIZE = 50;

    /** After so many seconds the browser asks again by itself how an open job stands. */
    private static final String REFRESH_SECONDS = "10";

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    Language language;

    @Inject
    HttpServletRequest request;

    private JobRun run;
    private List<JobCount> counts;
    private Page<JobNote> notes;

    @PostConstruct
    void load() {
        run = jobs.find(Parameters.text(request, "key"));
        counts = jobs.counts(run.key());
        notes = jobs.report(run.key(), Parameters.page(request, PAGE_SIZE));
        if (isOpen() && request.getMethod().equals("GET")) {
            // The page has nothing to type, and what a button was refused for stays to be read.
            FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Refresh", REFRESH_SECONDS);
        }
    }

    public String stop() {
        jobs.stop(run.key());
        return done("staff.news.job-stopped");
    }

    public String retry() {
        jobs.retry(run.key());
        return done("staff.news.job-retried");
    }

    private String done(String key) {
        FormProblems.news(key);
        return "job?faces-redirect=true&key=" + run.key();
    }

    public JobRun getRun() {
        return run;
    }

    public Page<JobNote> getNotes() {
        return notes;
    }

    public List<JobCount> getSums() {
        return counts.stream().filter(count -> !count.reason()).toList();
    }

    public List<JobCount> getReasons() {
        return counts.stream().filter(JobCount::reason).toList();
    }

    /** Whether there is more to say than the rows that are named. */
    public boolean isCut() {
        return notes.total() >= Jobs.MOST_NOTES;
    }

    /** The end of the key of the sentence that says how it stands. */
    public String getVerdict() {
        if (run.stopRequested() && run.state() == JobState.RUNNING) {
            return "STOPPING";
        }
        if (run.state() != JobState.FINISHED || getReasons().isEmpty()) {
            return run.state().name();
        }
        return isOfRows() ? "FINISHED_PARTLY" : "FINISHED_FAULTS";
    }

    /** Whether rows go in one by one: of a layer and a workbook there are faults instead. */
    public boolean isOfRows() {
        return run.kind() == JobKind.IMPORT_PARCELS;
    }

    /** The page of what the job filled; empty while there is none. */
    public String getResult() {
        return switch (run.kind()) {
            case IMPORT_PARCELS -> "";
            case IMPORT_LAYER -> "layer?id=" + run.parameters().get(Jobs.VERSION);
            case IMPACT_REPORT -> "impact?id=" + run.parameters().get(Jobs.REPORT);
            case IMPORT_RULE_BOOK ->
                jobs.report(run.key(), new Page.Request(0, 1)).rows().stream()
                        .filter(note ->
                                Set.of(Jobs.BOOK_READ, Jobs.LEVY_BOOK_READ).contains(note.code()))
                        .map(note ->
                                (note.code().equals(Jobs.BOOK_READ) ? "rulebook?id=" : "levybook?id=") + note.value())
                        .findFirst()
                        .orElse("");
        };
    }

    /** Why it failed, as a sentence. */
    public String getFailure() {
        return run.failure().map(why -> say(why.code(), why.arguments())).orElse("");
    }

    public String say(JobNote note) {
        return say(note.code(), note.arguments());
    }

    /** A reason without the values it had each time. */
    public String sayReason(JobCount count) {
        return say(count.code(), List.of("…", "…", "…", "…"));
    }

    private String say(String code, List<String> arguments) {
        return Said.text(language.getMessages(), code, arguments);
    }

    /** Where it is: the name of a column, or what else the note says. */
    public String place(JobNote note) {
        return note.place().startsWith("jobs.column.") ? language.getMessages().text(note.place()) : note.place();
    }

    public String getTone() {
        return run.state() == JobState.FINISHED && !getReasons().isEmpty() ? "care" : tone(run.state());
    }

    static String tone(JobState state) {
        return switch (state) {
            case QUEUED, RUNNING -> "info";
            case FINISHED -> "good";
            case FAILED -> "bad";
            case STOPPED -> "care";
        };
    }

    public String tone(Severity severity) {
        return switch (severity) {
            case INFO -> "info";
            case WARNING -> "care";
            case ERROR -> "bad";
        };
    }

    public boolean isOpen() {
        return run.state().isStoppable();
    }

    public boolean isStoppable() {
        return run.state().isStoppable() && !run.stopRequested();
    }

    /** The file of the run; null when it is of none. */
    public JobRun.InputFile getFile() {
        return run.file().orElse(null);
    }

    /** Whole ones, rounded up. */
    public long getKilobytes() {
        return (run.file().map(JobRun.InputFile::size).orElse(0L) + 1023) / 1024;
    }

    public long getMinutes() {
        return duration().toMinutes();
    }

    public long getSeconds() {
        return duration().toSecondsPart();
    }

    private Duration duration() {
        return run.duration(clock.instant());
    }
}
