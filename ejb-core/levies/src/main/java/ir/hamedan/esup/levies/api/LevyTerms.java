package ir.hamedan.esup.levies.api;

import java.time.LocalDate;
import java.util.List;

/** The dated terms of the levies: rates, penalties, rewards, accrual modes, deadlines. Never constants. */
public interface LevyTerms {
    /** One term from a day on; {@code basis} is the article or the council's decision. */
    record Term(String levy, String name, LocalDate validFrom, String value, String basis) {}

    List<Term> all();

    /** ADMINISTRATOR; {@code levies.term-in-the-past}, {@code levies.unknown-term}, {@code levies.wrong-term}. */
    void set(Term term);
}
