package ir.hamedan.esup.jobs.api;

/**
 * One row of a report.
 *
 * @param code key of the message bundle; its one place, where it has one, is the value
 * @param line of the input, counted from 1; 0 when it concerns the whole
 * @param place key of the message bundle that names the column; empty when the whole line is meant
 * @param value what stood there, at most {@value #LONGEST_VALUE} characters
 */
public record JobNote(Severity severity, String code, long line, String place, String value) {
    /** Longer values are cut. */
    public static final int LONGEST_VALUE = 200;
}
