package ir.hamedan.esup.jobs.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Starts jobs and follows them. Some node of the product takes up what was started within seconds; when that node dies
 * another goes on from where it was, and every row of the input counts once.
 */
public interface Jobs {
    /** How many rows a report names; all are counted. */
    int MOST_NOTES = 1_000;

    /** Parameter of {@link JobKind#IMPORT_PARCELS}: {@code true} when the file holds the whole register. */
    String COMPLETE = "complete";

    /**
     * Parameter of {@link JobKind#IMPORT_LAYER}: the name of the kind of layer. The coordinate system is none: the file
     * says it, and the city has one.
     */
    String LAYER = "layer";

    /**
     * Parameters of {@link JobKind#IMPORT_LAYER}: which property of the file says what. What is not given has the name
     * of the city's own files; a name that is empty is not read.
     */
    List<String> NAMES = List.of("id", "name", "grade", "value", "planned");

    /** Code of the first note of a run of {@link JobKind#IMPORT_RULE_BOOK}; its value is the id of the draft. */
    String BOOK_READ = "jobs.book-read";

    /** The same of a workbook that is one of a levy book. */
    String LEVY_BOOK_READ = "jobs.levy-book-read";

    /** Parameter that a run of {@link JobKind#IMPORT_LAYER} is given: the id of the version it fills. */
    String VERSION = "version";

    /** Parameter of {@link JobKind#IMPACT_REPORT}: the id of the draft. */
    String BOOK = "book";

    /** Parameter of {@link JobKind#IMPACT_REPORT}: the day it shall hold from, like {@code 2026-11-28}. */
    String DAY = "day";

    /** Parameter that a run of {@link JobKind#IMPACT_REPORT} is given: the id of the report it works off. */
    String REPORT = "report";

    /** The key of the run that works an impact report off. */
    static String reportKey(long report) {
        return JobKind.IMPACT_REPORT.slug() + "-" + report;
    }

    /**
     * Starts a job on a file, or finds the run that was started with the same file and the same parameters before.
     *
     * @param file is read once and may be packed by gzip; it is looked at before anything is kept
     * @return the run, queued when it is new
     * @throws Problem {@code jobs.file-empty}, {@code jobs.file-too-large}, {@code jobs.file-unreadable}, {@code
     *     jobs.unknown-parameter}, {@code jobs.parameter-wrong}, or what is wrong with the first line of the file; of a
     *     layer also {@code jobs.not-geojson} and {@code parcels.layer-file-known}
     */
    JobRun start(JobKind kind, Map<String, String> parameters, String fileName, InputStream file);

    /**
     * Starts a job that needs no file, or finds the run that was started for the same before: of a report on the same
     * content of the draft, against the same book and for the same day.
     *
     * @return the run, queued when it is new
     * @throws Problem {@code jobs.unknown-parameter}, {@code jobs.parameter-wrong}, or what {@code ImpactReports.open} says
     */
    JobRun start(JobKind kind, Map<String, String> parameters);

    /**
     * Asks for a run to be stopped: at once when it waits, at its next chunk when it runs.
     *
     * @throws Problem {@code jobs.not-stoppable}, {@code jobs.unknown-run}
     */
    JobRun stop(String key);

    /**
     * Goes on with a run that failed or was stopped, from where it was.
     *
     * @throws Problem {@code jobs.not-retriable}, {@code jobs.unknown-run}
     */
    JobRun retry(String key);

    /**
     * The run with this key.
     *
     * @throws Problem {@code jobs.unknown-run}
     */
    JobRun find(String key);

    /** Runs whose file, SHA-256 or account contains the text, the latest first; all for an empty text. */
    Page<JobRun> search(String text, Page.Request page);

    /** The sums of a run and then its reasons, the most frequent first; at most 200. */
    List<JobCount> counts(String key);

    /** What a run said, in the order of the input. */
    Page<JobNote> report(String key, Page.Request page);
}
