package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.parcels.api.LayerFault;
import java.util.List;
import java.util.stream.Stream;

/** Sentences whose values came as texts from a table: numbers are written as the page writes them, codes stay as they are. */
final class Said {
    private static final String DECIMAL = "[0-9]{1,18}\\.[0-9]+";
    private static final String NUMBER = "[0-9][0-9.,/]*";
    private static final String CODE = "[0-9]+(-[0-9]+)+";

    private Said() {}

    /** A fault of a layer as a sentence. */
    static String fault(Messages messages, LayerFault fault) {
        return text(messages, "parcels.fault-code." + fault.code().name(), fault.parameters());
    }

    static String text(Messages messages, String code, List<String> values) {
        // Faults kept before a sentence had one value more have nothing in its place.
        Stream<String> shown = values.stream().map(value -> value(messages, value));
        return messages.text(code, Stream.concat(shown, Stream.of("")).toArray());
    }

    /** A number as the language writes it: a decimal with its mark and separators, a whole one, which may be a name, without. */
    static String value(Messages messages, String value) {
        if (value.matches(CODE)) {
            return PersianText.isolated(value);
        }
        if (!messages.locale().equals(Messages.PERSIAN) || !value.matches(NUMBER)) {
            return value;
        }
        if (!value.matches(DECIMAL)) {
            return PersianText.digits(value);
        }
        int point = value.indexOf('.');
        return PersianText.number(Long.parseLong(value.substring(0, point))) + "٫"
                + PersianText.digits(value.substring(point + 1));
    }
}
