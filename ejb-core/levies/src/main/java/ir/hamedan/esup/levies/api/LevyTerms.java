package ir.hamedan.esup.levies.api;

import java.time.LocalDate;
import java.util.List;

/** The dated terms of the levies: rates, penalties, rewards, accrual modes, deadlines. Never constants. */
public interface LevyTerms {
    /** The names a term can have. */
    List<String> NAMES = List.of("rate", "penalty", "accrual", "reward", "bill-days", "limitation-years", "start-year");

    /** The ways to count the time of a penalty: the values of {@code accrual}. */
    List<String> ACCRUALS = List.of("FULL_MONTH", "STARTED_MONTH", "DAY");

    /**
     * One term from a day on.
     *
     * @param levy a levy kind, or {@code *} for every levy without a term of its own
     * @param name {@code rate} (percent), {@code penalty} (NONE, ANNUAL_9, MONTHLY_2_MAX_24), {@code accrual}
     *     (FULL_MONTH, STARTED_MONTH, DAY), {@code reward} (percent), {@code bill-days}, {@code limitation-years} (0:
     *     none), {@code start-year} (of the renewal levy alone: the first Persian year that is asked for)
     * @param basis the article or the council's decision
     */
    record Term(String levy, String name, LocalDate validFrom, String value, String basis) {}

    List<Term> all();

    /**
     * ADMINISTRATOR; {@code levies.term-in-the-past}, {@code levies.unknown-term}, {@code levies.wrong-term},
     * {@code levies.term-without-basis}.
     */
    void set(Term term);
}
