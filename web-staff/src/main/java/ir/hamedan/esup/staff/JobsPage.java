package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The jobs there were, and the way to start one with a file. */
@Named("jobs")
@RequestScoped
public class JobsPage {
    private static final int PAGE_SIZE = 25;

    /** The largest file this page takes, in bytes, packed or not; the portal's own limit lies a little above it. */
    private static final int LARGEST_UPLOAD = 10 << 20;

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
        if (file == null || file.getSize() == 0) {
            throw Problem.invalid("staff.document.missing").at("file");
        }
        if (file.getSize() > LARGEST_UPLOAD) {
            throw Problem.tooLarge("staff.jobs.upload-too-large", LARGEST_UPLOAD >> 20)
                    .at("file");
        }
        Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (InputStream content = file.getInputStream()) {
            String name = PersianText.clean(String.valueOf(file.getSubmittedFileName()));
            JobRun run = jobs.start(
                    JobKind.IMPORT_PARCELS, Map.of(Jobs.COMPLETE, Boolean.toString(complete)), name, content);
            FormProblems.news(run.requestedAt().isBefore(before) ? "staff.news.job-known" : "staff.news.job-started");
            return "job?faces-redirect=true&key=" + run.key();
        } catch (Problem problem) {
            throw problem.at("file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
