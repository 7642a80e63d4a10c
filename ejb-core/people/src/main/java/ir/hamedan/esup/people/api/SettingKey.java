package ir.hamedan.esup.people.api;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;

/**
 * A dated setting a module reads. Its label stands under the key itself in the messages of that module, whose name the key
 * begins with: {@code inquiries.validity-days}.
 *
 * @param fallback the value while none was ever set
 * @param least the smallest value that makes sense
 * @param most the largest
 */
public record SettingKey(String key, Kind kind, long fallback, long least, long most) {
    /** What the number counts; further kinds come with the first module that reads one. */
    public enum Kind {
        /** Whole days. */
        DAYS
    }

    /**
     * The value as it is kept, in ASCII digits; typed ones may be Persian or Arabic.
     *
     * @throws Problem {@code people.setting-no-number}, {@code people.setting-out-of-range}
     */
    public String read(String typed) {
        String digits = PersianText.asciiDigits(typed == null ? "" : typed).strip();
        if (!digits.matches("[0-9]{1,9}")) {
            throw Problem.invalid("people.setting-no-number").at("value");
        }
        long value = Long.parseLong(digits);
        if (value < least || value > most) {
            throw Problem.invalid("people.setting-out-of-range", least, most).at("value");
        }
        return Long.toString(value);
    }
}
