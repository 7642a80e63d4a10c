package ir.hamedan.esup.jobs.api;

import java.util.List;

/**
 * One row of a report.
 *
 * @param code key of the message bundle
 * @param arguments for the places of that text
 * @param line of the input, counted from 1; 0 when it concerns the whole
 * @param place of a table the key of the message bundle that names the column; of a workbook the sheet and the letter of
 *     the column; of a layer the id of the feature; empty when the whole line is meant
 * @param value what stood there, at most {@value #LONGEST_VALUE} characters
 */
public record JobNote(Severity severity, String code, List<String> arguments, long line, String place, String value) {
    /** Longer values are cut. */
    public static final int LONGEST_VALUE = 200;

    public JobNote {
        arguments = List.copyOf(arguments);
    }
}
