package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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

    Demand post(NewDemand demand);

    /** A correction of a claim by a later posting; {@code ledger.correction-below-paid} when more was paid already. */
    Demand correct(String key, long demand, Rial newPrincipal, String reason);

    /** The claims on the object and on everything that stands on it with something open, oldest first. */
    List<Demand> open(RenewalCode code);

    /** All claims on the object, settled ones too. */
    Page<Demand> all(RenewalCode code, Page.Request page);

    /** As of when the claims of each levy were loaded; a levy that is missing was not loaded. */
    Map<LevyKind, Instant> loaded();
}
