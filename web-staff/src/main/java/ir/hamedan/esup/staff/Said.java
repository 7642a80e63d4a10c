package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.parcels.api.LayerFault;
import java.util.List;

/** Sentences whose values came as texts from a table: numbers are written as the page writes them, codes stay as they are. */
final class Said {
    private static final String NUMBER = "[0-9][0-9.,/-]*";

    private Said() {}

    /** A fault of a layer as a sentence. */
    static String fault(Messages messages, LayerFault fault) {
        return text(messages, "parcels.fault-code." + fault.code().name(), fault.parameters());
    }

    static String text(Messages messages, String code, List<String> values) {
        boolean persian = messages.locale().equals(Messages.PERSIAN);
        return messages.text(
                code,
                values.stream()
                        .map(value -> persian && value.matches(NUMBER) ? PersianText.digits(value) : value)
                        .toArray());
    }
}
