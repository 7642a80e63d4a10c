package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.time.Clock;
import java.util.Map;

/** The jobs there were, and the way to start one with a file. */
@Named("jobs")
@RequestScoped
public class JobsPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<JobRun> rows;
    private Part file;
    private boolean complete;

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        rows = jobs.search(text, Parameters.page(request, PAGE_SIZE));
    }

    public String start() {
        JobRun run = Uploads.start(
                jobs, JobKind.IMPORT_PARCELS, Map.of(Jobs.COMPLETE, Boolean.toString(complete)), file, clock.instant());
        return "job?faces-redirect=true&key=" + run.key();
    }

    /** What a run is named by in the list: its file, or its key when it is of none. */
    public String name(JobRun run) {
        return run.file().map(JobRun.InputFile::name).orElse(run.key());
    }

    public String tone(JobState state) {
        return JobPage.tone(state);
    }

    public String getText() {
        return text;
    }

    public Page<JobRun> getRows() {
        return rows;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public boolean isComplete() {
        return complete;
    }

    public void setComplete(boolean complete) {
        this.complete = complete;
    }
}
