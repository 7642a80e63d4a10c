package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.web.FormProblems;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Files that are sent by a form. */
final class Uploads {
    private static final int OUTLINE_MEGABYTES = 10;

    private Uploads() {}

    /** The largest file a page takes, packed or not; the portal's own limit lies a little above the largest of these. */
    static int megabytes(JobKind kind) {
        return switch (kind) {
            case IMPORT_PARCELS -> 10;
            case IMPORT_LAYER -> 64;
            case IMPORT_RULE_BOOK -> 20;
            case IMPACT_REPORT -> 0;
        };
    }

    /**
     * The content of an outline that was sent in the field {@code outline}: the limit of a city, or how far a layer reaches.
     *
     * @throws Problem {@code staff.document.missing}, {@code staff.document.empty}, {@code staff.jobs.upload-too-large}
     */
    static InputStream outline(Part file) throws IOException {
        require(file, "outline", OUTLINE_MEGABYTES);
        return file.getInputStream();
    }

    /**
     * Starts a job with the file of the field {@code file}, and says whether it is new.
     *
     * @throws Problem {@code staff.document.missing}, {@code staff.document.empty}, {@code staff.jobs.upload-too-large}, and those of {@link Jobs#start}
     */
    static JobRun start(Jobs jobs, JobKind kind, Map<String, String> parameters, Part file, Instant now) {
        require(file, "file", megabytes(kind));
        try (InputStream content = file.getInputStream()) {
            String name = PersianText.clean(String.valueOf(file.getSubmittedFileName()));
            JobRun run = jobs.start(kind, parameters, name, content);
            boolean known = run.requestedAt().isBefore(now.truncatedTo(ChronoUnit.MILLIS));
            FormProblems.news(known ? "staff.news.job-known" : "staff.news.job-started");
            return run;
        } catch (Problem problem) {
            throw problem.field().isPresent() ? problem : problem.at("file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * That a file was chosen, and holds something.
     *
     * @throws Problem {@code staff.document.missing}, {@code staff.document.empty}, at the field
     */
    static void require(Part file, String field) {
        if (file == null || file.getSize() == 0) {
            boolean named = file != null
                    && file.getSubmittedFileName() != null
                    && !file.getSubmittedFileName().isBlank();
            throw Problem.invalid(
                            named || FormProblems.isEmptyFileSent() ? "staff.document.empty" : "staff.document.missing")
                    .at(field);
        }
    }

    private static void require(Part file, String field, int megabytes) {
        require(file, field);
        if (file.getSize() > (long) megabytes << 20) {
            throw Problem.tooLarge("staff.jobs.upload-too-large", megabytes).at(field);
        }
    }
}
