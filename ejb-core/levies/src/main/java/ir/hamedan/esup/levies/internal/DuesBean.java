package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Bills;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.Dues;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Dues in two round trips: the claims from the ledger, the terms of the day from here. */
@Stateless
@RolesAllowed({
    Roles.NOTARY,
    Roles.DEPUTY,
    Roles.DEED_CLERK,
    Roles.OFFICER,
    Roles.REVENUE_OFFICER,
    Roles.SUPERVISOR,
    Roles.AUDITOR,
    Roles.SYSTEM
})
public class DuesBean implements Dues {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Demands demands;

    @Inject
    Bills bills;

    @Override
    public DueStatement due(RenewalCode code, LocalDate day) {
        TermTable.InForce inForce = new TermTable(source).inForce(day, code);
        Demands.Position position = demands.position(code);
        Terms terms = inForce.terms();
        List<Bill.Line> items = position.open().stream()
                .filter(demand -> isOwed(demand, terms, day))
                .map(demand -> terms.line(demand, day))
                .toList();
        Rial total = items.stream().map(Bill.Line::amount).reduce(Rial.ZERO, Rial::plus);
        Map<LevyKind, Instant> loaded = new EnumMap<>(LevyKind.class);
        loaded.putAll(position.loaded());
        if (inForce.unpriced()) {
            loaded.remove(LevyKind.RENEWAL);
        }
        return new DueStatement(code, day, items, total, total.roundedUpTo(PaymentId.UNIT), loaded, terms.payBy(day));
    }

    private static boolean isOwed(Demand demand, Terms terms, LocalDate day) {
        return !demand.accruedOn().isAfter(day) && !terms.isBarred(demand, day);
    }

    @Override
    public List<Bill> bill(DueStatement statement, String reference) {
        if (statement.total().isZero()) {
            return List.of();
        }
        return bills.issue(reference, statement.code(), statement.items(), statement.payBy());
    }
}
