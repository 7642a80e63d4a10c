package ir.hamedan.esup.desk.internal;

import static ir.hamedan.esup.kernel.Roles.CITIZEN;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.desk.api.CitizenDesk;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.levies.api.Dues;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Certificates;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks the other modules as the product, since a citizen may call none of them; so every method first asks whose the desk is,
 * and whether the register has that person among the owners.
 */
@Stateless
@Local(CitizenDesk.class)
@RolesAllowed(CITIZEN)
@RunAs(SYSTEM)
@DeclareRoles(SYSTEM)
public class CitizenDeskBean implements CitizenDesk {
    @Inject
    Citizens citizens;

    @Inject
    Parcels parcels;

    @Inject
    Dues dues;

    @Inject
    RuleStatements statements;

    @Inject
    Certificates certificates;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    public Page<LandObject> property(Page.Request page) {
        return parcels.ownedBy(self(), page);
    }

    @Override
    public Owing dues(RenewalCode code) {
        LandObject object = owned(code, self());
        return new Owing(object, dues.due(code, today()));
    }

    @Override
    public List<Bill> bill(RenewalCode code) {
        PartyId self = self();
        owned(code, self);
        List<Bill> bills = dues.bill(dues.due(code, today()));
        for (Bill bill : bills) {
            audited.fire(new Audited(
                    "desk.billed",
                    code.text(),
                    self.id(),
                    Map.of(),
                    Map.of(
                            "bill",
                            bill.billId().toString(),
                            "payment",
                            bill.paymentId().toString())));
        }
        return bills;
    }

    @Override
    public RuleStatements.Given ruleStatement(RenewalCode code) {
        PartyId self = self();
        owned(code, self);
        String key = "desk:" + self.id() + ":" + code.text() + ":" + today();
        return statements.issue(new RuleStatements.Order(key, code.text(), self.id()));
    }

    @Override
    public Page<RuleStatements.Given> ruleStatements(Page.Request page) {
        return statements.ofOwner(self(), page);
    }

    @Override
    public byte[] ruleStatementPaper(long statement) {
        return statements
                .ofOwner(self(), statement)
                .flatMap(given -> certificates.pdf(CertificateNumber.parse(given.certificate())))
                .orElseThrow(() -> Problem.notFound("desk.no-paper"));
    }

    private PartyId self() {
        return citizens.nationalId(caller.get())
                .map(PartyId::of)
                .orElseThrow(() -> Problem.forbidden("desk.persons-only"));
    }

    private LandObject owned(RenewalCode code, PartyId self) {
        return parcels.find(code)
                .filter(object -> parcels.owners(code, today()).stream()
                        .anyMatch(owner -> owner.party().equals(self)))
                .orElseThrow(() -> Problem.notFound("desk.not-yours", code));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }
}
