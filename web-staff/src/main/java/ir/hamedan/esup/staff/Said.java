package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import java.util.List;

/** Sentences whose values came as texts from a table: numbers are written as the page writes them, codes stay as they are. */
final class Said {
    private static final String NUMBER = "[0-9][0-9.,/-]*";

    private Said() {}

    static String text(Messages messages, String code, List<String> values) {
        boolean persian = messages.locale().equals(Messages.PERSIAN);
        return messages.text(
                code,
                values.stream()
                        .map(value -> persian && value.matches(NUMBER) ? PersianText.digits(value) : value)
                        .toArray());
    }
}
