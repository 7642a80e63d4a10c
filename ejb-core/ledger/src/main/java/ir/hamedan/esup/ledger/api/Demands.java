package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims on land objects. */
public interface Demands {
    /** A claim to post; the key makes it one posting however often it is sent. */
    record NewDemand(
            String key,
            RenewalCode code,
            LevyKind levy,
            int year,
            Rial principal,
            LocalDate accruedOn,
            LocalDate dueOn,
            String basis) {}

    /**
     * Posts a claim, or returns the one of this key; {@code ledger.key-reused} when the key was used for another claim,
     * {@code ledger.amount-not-positive}, {@code ledger.due-before-accrual}. REVENUE_OFFICER, SYSTEM.
     */
    Demand post(NewDemand demand);

    /**
     * A correction of a claim by a later posting; {@code ledger.correction-below-paid} when more was paid already,
     * {@code ledger.unknown-demand}. Open bills that carry the claim are replaced, since their amount is no longer
     * right. REVENUE_OFFICER.
     */
    Demand correct(String key, long demand, Rial newPrincipal, String reason);

    /** The claims on the object and on everything that stands on it with something open, oldest first. */
    List<Demand> open(RenewalCode code);

    /** All claims on the object, settled ones too. */
    Page<Demand> all(RenewalCode code, Page.Request page);

    /**
     * A code on which claims are looked for.
     *
     * @param whole on everything that stands on it too
     * @param before only claims that came to be before this day
     */
    record Reach(RenewalCode code, boolean whole, Optional<LocalDate> before) {}

    /**
     * What is open, and as of when each levy was loaded, read in one moment.
     *
     * @param open claims with something open that a whole reach has, oldest first
     * @param single such claims that only reaches to a single code have
     * @param loaded a levy that is missing was not loaded
     */
    record Position(List<Demand> open, List<Demand> single, Map<LevyKind, Instant> loaded) {
        public Position {
            open = List.copyOf(open);
            single = List.copyOf(single);
            loaded = Map.copyOf(loaded);
        }
    }

    /** What is open within the reaches, each claim once, in one round trip. */
    Position position(List<Reach> reaches);

    /** As of when the claims of each levy were loaded; a levy that is missing was not loaded. */
    Map<LevyKind, Instant> loaded();
}
