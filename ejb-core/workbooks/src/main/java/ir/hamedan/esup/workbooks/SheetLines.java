package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.PersianDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Lines of sheets on their way into a file, by the keys of their columns; values are texts and numbers as people write them. */
public final class SheetLines {
    private final Map<SheetForm, List<Map<String, Object>>> sheets = new HashMap<>();

    /** The lines of a sheet in their order, to be read and changed. */
    public List<Map<String, Object>> of(SheetForm sheet) {
        return sheets.computeIfAbsent(sheet, none -> new ArrayList<>());
    }

    /** A further line. */
    public Written add(SheetForm sheet) {
        Map<String, Object> cells = new HashMap<>();
        of(sheet).add(cells);
        return new Written(cells);
    }

    /** One line while it is written. */
    public record Written(Map<String, Object> cells) {
        /** A text; an empty one leaves the cell empty. */
        public Written text(String field, String text) {
            if (!text.isEmpty()) {
                cells.put(field, text);
            }
            return this;
        }

        /** Codes in one cell. */
        public Written list(String field, Collection<String> codes) {
            return text(field, String.join("، ", codes));
        }

        /** A number as it is kept, in the form of the column. */
        public Written number(String field, NumberForm form, long value) {
            BigDecimal shown = form.shown(value).stripTrailingZeros();
            cells.put(field, shown);
            return this;
        }

        /** A number that may be missing. */
        public Written optional(String field, NumberForm form, OptionalInt value) {
            value.ifPresent(number -> number(field, form, number));
            return this;
        }

        /** Both sides of a band; what is open is left empty. */
        public Written band(String name, NumberForm form, Range band) {
            if (band.from() > 0) {
                number(name + "From", form, band.from());
            }
            return until(name + "Until", form, band);
        }

        /** The end of a band; what is open is left empty. */
        public Written until(String field, NumberForm form, Range band) {
            return band.isOpen() ? this : number(field, form, band.until());
        }

        /** Yes or no. */
        public Written flag(String field, boolean yes) {
            return text(field, yes ? "بله" : "خیر");
        }

        /** A day of the Persian calendar. */
        public Written date(String field, LocalDate day) {
            return text(field, PersianDate.of(day).text());
        }

        /** A text that may be missing. */
        public Written maybe(String field, Optional<?> value) {
            return text(field, value.map(Object::toString).orElse(""));
        }
    }
}
