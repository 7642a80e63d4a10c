package ir.hamedan.esup.rulebooks.internal.plan;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.RequestKey;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.PlanFacts;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Whatever is done about a parcel comes one after another, so that two at once cannot both be right. */
@Stateless
@Local(PlanFacts.class)
@RolesAllowed({SUPERVISOR, ADMINISTRATOR})
public class PlanFactsBean implements PlanFacts {
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Parcels parcels;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();
    Predicate<RenewalCode> registered = code -> parcels.find(code).isPresent();

    @Override
    public Fact proposeDecision(String key, RenewalCode parcel, LocalDate validFrom, Decision decision) {
        Decision clean = Papers.checked(decision, validFrom, today());
        return proposed(
                key,
                new Proposal(PlanKind.DECISION, parcel.ofParcel(), validFrom, Optional.of(clean), Optional.empty()));
    }

    @Override
    public Fact proposeGroundLevel(String key, RenewalCode parcel, LocalDate validFrom, GroundLevel level) {
        GroundLevel clean = Papers.checked(level, validFrom, today());
        return proposed(
                key,
                new Proposal(
                        PlanKind.GROUND_LEVEL, parcel.ofParcel(), validFrom, Optional.empty(), Optional.of(clean)));
    }

    /** What is proposed: one of the two, by its kind. */
    private record Proposal(
            PlanKind kind,
            RenewalCode parcel,
            LocalDate validFrom,
            Optional<Decision> decision,
            Optional<GroundLevel> level) {
        static Proposal of(Fact fact) {
            return new Proposal(fact.kind(), fact.parcel(), fact.validFrom(), fact.decision(), fact.groundLevel());
        }

        String number() {
            return decision.map(Decision::number)
                    .orElseGet(() -> level.orElseThrow().number());
        }
    }

    private Fact proposed(String key, Proposal proposal) {
        RenewalCode parcel = proposal.parcel();
        table().hold(parcel);
        Optional<Fact> before = table().byKey(RequestKey.checked(key));
        if (before.isPresent()) {
            if (!Proposal.of(before.get()).equals(proposal)) {
                throw RequestKey.used();
            }
            return before.get();
        }
        if (!registered.test(parcel)) {
            throw Problem.notFound("parcels.unknown-code", parcel).at("code");
        }
        if (table().hasPaper(proposal.kind(), parcel, proposal.number())) {
            throw Problem.conflict("rulebooks.plan-paper-there", proposal.number())
                    .at("number");
        }
        return told("rulebooks.plan-fact-proposed", written(key, proposal), Map.of());
    }

    private long written(String key, Proposal proposal) {
        return proposal.decision().isPresent()
                ? table().add(
                                key,
                                proposal.parcel(),
                                proposal.validFrom(),
                                proposal.decision().get(),
                                act())
                : table().add(
                                key,
                                proposal.parcel(),
                                proposal.validFrom(),
                                proposal.level().orElseThrow(),
                                act());
    }

    @Override
    public Fact publish(long fact) {
        Fact waiting = waiting(fact);
        if (waiting.proposed().by().equals(caller.get())) {
            throw Problem.forbidden("rulebooks.second-signer-needed");
        }
        if (table().hasDay(waiting.kind(), waiting.now(), waiting.validFrom())) {
            throw Problem.conflict("rulebooks.plan-day-taken", waiting.validFrom());
        }
        table().decide(fact, true, act());
        return told("rulebooks.plan-fact-published", fact, Map.of());
    }

    @Override
    public Fact giveUp(long fact) {
        waiting(fact);
        table().decide(fact, false, act());
        return told("rulebooks.plan-fact-given-up", fact, Map.of());
    }

    /** Nobody has decided on it, and nobody else does until this transaction ends. */
    private Fact waiting(long fact) {
        Fact held = held(fact);
        if (held.state() != PlanState.WAITING) {
            throw Problem.conflict("rulebooks.plan-decided");
        }
        return held;
    }

    private Fact held(long fact) {
        table().hold(table().get(fact).now());
        return table().get(fact);
    }

    @Override
    public Fact withdraw(long fact, String reason) {
        String words = PersianText.clean(reason == null ? "" : reason);
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw Problem.invalid("rulebooks.reason-missing", SHORTEST_REASON, LONGEST_REASON)
                    .at("reason");
        }
        if (held(fact).state() != PlanState.PUBLISHED) {
            throw Problem.conflict("rulebooks.plan-not-published");
        }
        table().withdraw(fact, words, act());
        return told("rulebooks.plan-fact-withdrawn", fact, Map.of("reason", words));
    }

    private Fact told(String action, long id, Map<String, String> more) {
        Fact fact = table().get(id);
        Map<String, String> told = new HashMap<>(more);
        told.put("kind", fact.kind().name());
        told.put("number", fact.number());
        told.put("date", fact.date().toString());
        told.put("validFrom", fact.validFrom().toString());
        audited.fire(Audited.of(action, fact.parcel().text(), told));
        return fact;
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Fact get(long fact) {
        return table().get(fact);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<Fact> search(String text, Optional<PlanState> state, Page.Request page) {
        String clean = PersianText.clean(text);
        return table().search(RenewalCode.ifOne(clean).map(RenewalCode::ofParcel), clean, state, page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<Fact> replaced(Page.Request page) {
        return table().replaced(page);
    }

    private Act act() {
        return new Act(caller.get(), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }

    private PlanFactTable table() {
        return new PlanFactTable(new Sql(source));
    }
}
