package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.web.Parameters;
import java.time.LocalDate;

/** Days in the forms of officers. */
final class Days {
    private Days() {}

    /**
     * A day of the Persian calendar that has to be there.
     *
     * @throws Problem {@code staff.day.missing}, {@code kernel.date.wrong}, at the field
     */
    static LocalDate needed(String field, String typed) {
        return Parameters.day(field, typed)
                .orElseThrow(() -> Problem.invalid("staff.day.missing").at(field));
    }
}
