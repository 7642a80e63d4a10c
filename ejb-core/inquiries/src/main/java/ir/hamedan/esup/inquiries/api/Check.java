package ir.hamedan.esup.inquiries.api;

import java.time.Instant;

/**
 * A check as it was made.
 *
 * @param source the collection or module it looked at
 * @param asOf as of when that source was known, null only where there is no data
 * @param detail message key of what was found
 * @param arguments the values in that message, already as text
 */
public record Check(
        CheckCode code, Outcome outcome, String source, Instant asOf, String detail, java.util.List<String> arguments) {
    public Check {
        arguments = java.util.List.copyOf(arguments);
    }
}
