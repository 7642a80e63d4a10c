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
import ir.hamedan.esup.parcels.api.Parcels;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Dues in three round trips: the codes from the register, the claims from the ledger, the terms of the day from here. */
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
    Parcels parcels;

    @Inject
    Demands demands;

    @Inject
    Bills bills;

    @Override
    public DueStatement due(RenewalCode code, LocalDate day) {
        return due(code, parcels.kin(code), day);
    }

    @Override
    public DueStatement due(RenewalCode code, List<Parcels.Kin> kin, LocalDate day) {
        TermTable.InForce inForce = new TermTable(source).inForce(day, Span.of(kin, day));
        Demands.Position position = demands.position(reaches(code, kin));
        Terms terms = inForce.terms();
        List<Bill.Line> items = position.open().stream()
                .filter(demand -> isOwed(demand, terms, day))
                .map(demand -> terms.line(demand, day))
                .toList();
        List<Demand> above = position.single().stream()
                .filter(demand -> isOwed(demand, terms, day))
                .toList();
        Rial total = items.stream().map(Bill.Line::amount).reduce(Rial.ZERO, Rial::plus);
        Map<LevyKind, Instant> loaded = new EnumMap<>(LevyKind.class);
        loaded.putAll(position.loaded());
        // That the levy of the city was once loaded says nothing about this object and this year.
        loaded.remove(LevyKind.RENEWAL);
        inForce.assessedAt().ifPresent(at -> loaded.put(LevyKind.RENEWAL, at));
        return new DueStatement(
                code, day, items, total, total.roundedUpTo(PaymentId.UNIT), loaded, above, terms.payBy(day));
    }

    @Override
    public List<Demand> claims(RenewalCode code) {
        Demands.Position position = demands.position(reaches(code, parcels.kin(code)));
        return Stream.concat(position.open().stream(), position.single().stream())
                .toList();
    }

    /**
     * The object with all that stands on it and all these came from; and, code by code, what any of them stands or stood
     * on.
     */
    private static List<Demands.Reach> reaches(RenewalCode code, List<Parcels.Kin> kin) {
        Set<Demands.Reach> reaches = new LinkedHashSet<>();
        reaches.add(new Demands.Reach(code, true, Optional.empty()));
        code.above().forEach(above -> reaches.add(new Demands.Reach(above, false, Optional.empty())));
        for (Parcels.Kin of : kin) {
            // What came to be on a code after it was retired can concern nobody but its successors.
            boolean gone = of.retiredOn().isPresent();
            Optional<LocalDate> before = gone ? Optional.empty() : of.before();
            if (of.above()) {
                reaches.add(new Demands.Reach(of.code(), false, before));
            } else if (gone || before.isPresent()) {
                reaches.add(new Demands.Reach(of.code(), true, before));
                Optional<LocalDate> left = of.before().or(of::retiredOn);
                of.code().above().forEach(above -> reaches.add(new Demands.Reach(above, false, left)));
            }
        }
        return List.copyOf(reaches);
    }

    private static boolean isOwed(Demand demand, Terms terms, LocalDate day) {
        return !demand.accruedOn().isAfter(day) && !terms.isBarred(demand, day);
    }

    @Override
    public List<Bill> bill(DueStatement statement) {
        if (statement.total().isZero()) {
            return List.of();
        }
        List<Bill> open = billed(statement.code()).stream()
                .filter(bill -> bill.state() == Bill.State.OPEN && !bill.payBy().isBefore(statement.day()))
                .toList();
        return claims(open.stream().flatMap(bill -> bill.lines().stream())).equals(claims(statement.items().stream()))
                ? open
                : bills.issue(reference(statement.code()), statement.code(), statement.items(), statement.payBy());
    }

    @Override
    public List<Bill> billed(RenewalCode code) {
        return bills.byReference(reference(code));
    }

    private static String reference(RenewalCode code) {
        return "dues:" + code.text();
    }

    private static Set<Long> claims(Stream<Bill.Line> lines) {
        return lines.map(Bill.Line::demand).collect(Collectors.toSet());
    }
}
