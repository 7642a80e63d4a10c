package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Instants;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The parameters of a page's address as people and links write them, bounded and never null. */
public final class Parameters {
    private static final int LONGEST = 200;

    private Parameters() {}

    public static String text(HttpServletRequest request, String name) {
        String value = typed(request.getParameter(name));
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** What was typed into a field, without the spaces around it; a field nobody filled is empty. */
    public static String typed(String field) {
        return field == null ? "" : field.strip();
    }

    /** The page of a list: pages count from 1 in addresses, and whatever is no page is the first. */
    public static Page.Request page(HttpServletRequest request, int size) {
        String digits = PersianText.digitsOnlyForm(text(request, "page"));
        return new Page.Request(digits.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(digits) - 1 : 0, size);
    }

    /**
     * A whole number of at most seven digits, in digits of any script, when one is given.
     *
     * @throws Problem {@code web.number-wrong} at the parameter
     */
    public static Optional<Long> whole(HttpServletRequest request, String name) {
        String digits = PersianText.value(text(request, name));
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        if (!digits.matches("[0-9]{1,7}")) {
            throw Problem.invalid("web.number-wrong").at(name);
        }
        return Optional.of(Long.valueOf(digits));
    }

    /**
     * A day of the Persian calendar, when one is given.
     *
     * @throws Problem {@code kernel.date.wrong} at the parameter
     */
    public static Optional<LocalDate> day(HttpServletRequest request, String name) {
        return day(name, text(request, name));
    }

    /** The same of a text that was typed into the field of that name. */
    public static Optional<LocalDate> day(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PersianDate.parse(typed).toLocalDate());
        } catch (Problem problem) {
            throw problem.at(field);
        }
    }

    /**
     * An instant as links of ours carry it, such as 2026-11-28T11:17:00Z, when one is given.
     *
     * @throws Problem {@code kernel.instant.wrong} at the parameter
     */
    public static Optional<Instant> instant(HttpServletRequest request, String name) {
        String typed = text(request, name);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instants.parse(typed));
        } catch (Problem problem) {
            throw problem.at(name);
        }
    }
}
