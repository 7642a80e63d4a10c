package ir.hamedan.esup.permits.internal;

import static ir.hamedan.esup.kernel.Roles.CITIZEN;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.RequestKey;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.people.api.Citizens;
import ir.hamedan.esup.people.api.Settings;
import ir.hamedan.esup.permits.api.Examination;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequests;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.permits.api.Plan;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Asks the other modules as the product, since a citizen may call none of them; so each method first asks who it is. */
@Stateless
@Local(PermitRequests.class)
@RolesAllowed(CITIZEN)
@RunAs(SYSTEM)
@DeclareRoles(SYSTEM)
public class PermitRequestsBean implements PermitRequests {

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Citizens citizens;

    @Inject
    Settings settings;

    @Inject
    Cases cases;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    public LandObject property(RenewalCode code) {
        ownership(code, self());
        return cases.parcels.find(code).orElseThrow();
    }

    @Override
    public Optional<PermitRequest> open(RenewalCode parcel) {
        ownership(parcel, self());
        return table().open(parcel);
    }

    @Override
    public Examination examine(RenewalCode parcel, Plan plan) {
        ownership(parcel, self());
        return cases.examined(parcel, plan).found();
    }

    @Override
    public PermitRequest file(Order order) {
        PartyId self = self();
        Owner owner = ownership(order.parcel(), self);
        table().hold(order.parcel());
        Optional<PermitRequest> before = table().byKey(RequestKey.checked(order.key()));
        if (before.isPresent() && isSame(own(before.get(), self), order)) {
            return before.get();
        }
        table().open(order.parcel()).ifPresent(open -> {
            throw Problem.conflict("permits.open-already", open.number());
        });
        if (before.isPresent()) {
            throw RequestKey.used();
        }
        order.follows().ifPresent(earlier -> requireReturned(earlier, order.parcel(), self));
        Cases.Held held = cases.examined(order.parcel(), order.plan());
        requireClear(held.found(), order.commission());
        String days = settings.value(
                PermitSettings.ANSWER_DAYS.key(), cases.today(), Long.toString(PermitSettings.ANSWER_DAYS.fallback()));
        LocalDate dueBy = cases.today().plusDays(Long.parseLong(days));
        Order filing = held.found().isClear() ? order.withoutCommission() : order;
        PermitRequest filed =
                table().add(filing, self, owner.name(), held.useTitle(), held.found(), dueBy, cases.now());
        cases.told(
                "permits.filed",
                filed,
                Map.of(
                        "parcel", filed.parcel().text(),
                        "hash", filed.filed().hash(),
                        "objections", Integer.toString(filed.objections().size())));
        return filed;
    }

    /** Sent twice, and nothing has happened since. What was decided on is not filed by going back to the form of then. */
    private static boolean isSame(PermitRequest before, Order order) {
        return before.state() == PermitState.OPEN
                && before.parcel().equals(order.parcel())
                && before.plan().equals(order.plan())
                && before.follows().equals(order.follows());
    }

    private static void requireClear(Examination found, boolean commission) {
        if (found.isClear()) {
            return;
        }
        if (!commission) {
            throw Problem.invalid("permits.objections", found.objections().size());
        }
        if (!found.isForCommission()) {
            throw Problem.invalid("permits.no-commission").at("commission");
        }
    }

    private void requireReturned(long earlier, RenewalCode parcel, PartyId self) {
        PermitRequest request = own(table().get(earlier), self);
        if (!request.parcel().equals(parcel) || request.state() != PermitState.RETURNED) {
            throw Problem.conflict("permits.follows-wrong");
        }
    }

    @Override
    public Page<Mine> mine(Page.Request page) {
        PartyId self = self();
        List<RenewalCode> owned = owned(self);
        Page<PermitRequest> found = table().mine(self, owned, page);
        return new Page<>(
                found.rows().stream()
                        .map(one -> new Mine(one, owned.contains(one.parcel()) && isWaitingFor(one, self)))
                        .toList(),
                found.total(),
                page);
    }

    private static boolean isWaitingFor(PermitRequest request, PartyId owner) {
        return request.state() == PermitState.OPEN
                && !request.applicant().equals(owner)
                && request.consents().stream()
                        .noneMatch(consent -> consent.owner().equals(owner));
    }

    private List<RenewalCode> owned(PartyId self) {
        return cases.parcels.codesOf(self);
    }

    @Override
    public long waiting() {
        PartyId self = self();
        return table().waiting(self, owned(self));
    }

    @Override
    public Seen get(long request) {
        PartyId self = self();
        PermitRequest seen = seen(request, self);
        boolean own = seen.applicant().equals(self);
        boolean owner = cases.isOwner(self, seen.parcel());
        List<Owner> missing = seen.outcome().isPresent() || !owner ? List.of() : cases.missing(seen);
        boolean asked = missing.stream().anyMatch(one -> one.party().equals(self));
        return new Seen(seen, own, owner, asked, missing);
    }

    @Override
    public PermitRequest consent(long request) {
        PartyId self = self();
        PermitRequest asked = seen(request, self);
        table().hold(asked.parcel());
        Cases.open(table().get(request));
        if (self.equals(asked.applicant())) {
            return asked;
        }
        Owner owner = ownership(asked.parcel(), self);
        if (table().consent(request, self, owner.name(), "", caller.get(), cases.now())) {
            cases.told("permits.consented", asked, Map.of("owner", self.id()));
        }
        return table().get(request);
    }

    @Override
    public PermitRequest withdraw(long request) {
        PartyId self = self();
        table().hold(own(table().get(request), self).parcel());
        Cases.open(table().get(request));
        table().withdraw(request, caller.get(), cases.now());
        PermitRequest withdrawn = table().get(request);
        cases.told("permits.withdrawn", withdrawn, Map.of());
        return withdrawn;
    }

    /** One's own, or one for what one owns too. */
    private PermitRequest seen(long id, PartyId self) {
        PermitRequest request = table().get(id);
        if (!request.applicant().equals(self) && !cases.isOwner(self, request.parcel())) {
            throw Problem.notFound("permits.unknown");
        }
        return request;
    }

    private static PermitRequest own(PermitRequest request, PartyId self) {
        if (!request.applicant().equals(self)) {
            throw Problem.notFound("permits.unknown");
        }
        return request;
    }

    private Owner ownership(RenewalCode parcel, PartyId self) {
        return cases.parcels.find(parcel).stream()
                .flatMap(object -> cases.owners(parcel).stream())
                .filter(owner -> owner.party().equals(self))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("permits.not-yours", parcel));
    }

    private PartyId self() {
        return citizens.nationalId(caller.get())
                .map(PartyId::of)
                .orElseThrow(() -> Problem.forbidden("permits.persons-only"));
    }

    private RequestTable table() {
        return new RequestTable(new Sql(source));
    }
}
