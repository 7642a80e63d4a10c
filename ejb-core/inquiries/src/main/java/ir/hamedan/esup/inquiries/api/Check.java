package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
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

    /** What was found, in one sentence a person reads. */
    public String text(Messages messages) {
        String text = messages.text(detail, arguments.toArray());
        return messages.locale().equals(Messages.PERSIAN)
                ? PersianText.digits(text.replaceAll("(?<=[0-9]),(?=[0-9]{3})", "\u066C"))
                : text;
    }
}
