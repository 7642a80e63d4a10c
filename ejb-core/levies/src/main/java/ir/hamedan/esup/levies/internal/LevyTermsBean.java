package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.LevyTerms;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The terms, read and followed by new ones. */
@Stateless
public class LevyTermsBean implements LevyTerms {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Event<Audited> audit;

    @Override
    @RolesAllowed({
        Roles.OFFICER,
        Roles.REVENUE_OFFICER,
        Roles.SUPERVISOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.SYSTEM
    })
    public List<Term> all() {
        return new TermTable(source).all();
    }

    @Override
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void set(Term term) {
        boolean levyKnown = term.levy().equals("*")
                || Arrays.stream(LevyKind.values()).anyMatch(levy -> levy.name().equals(term.levy()));
        if (!levyKnown) {
            throw Problem.invalid("levies.unknown-term", term.levy()).at("levy");
        }
        if (!NAMES.contains(term.name())) {
            throw Problem.invalid("levies.unknown-term", term.name()).at("name");
        }
        if (term.validFrom().isBefore(LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN))) {
            throw Problem.invalid("levies.term-in-the-past", term.validFrom()).at("validFrom");
        }
        if (!isRight(term)) {
            throw Problem.invalid("levies.wrong-term", term.value()).at("value");
        }
        if (term.basis().isBlank() || term.basis().length() > 500) {
            throw Problem.invalid("levies.term-without-basis").at("basis");
        }
        TermTable table = new TermTable(source);
        Optional<String> before = table.value(term.levy(), term.name(), term.validFrom());
        table.add(term);
        audit.fire(new Audited(
                "levies.term-set",
                term.levy() + "/" + term.name(),
                "",
                before.map(value -> Map.of("value", value)).orElse(Map.of()),
                Map.of(
                        "validFrom", term.validFrom().toString(),
                        "value", term.value(),
                        "basis", term.basis())));
    }

    private static boolean isRight(Term term) {
        try {
            return switch (term.name()) {
                case "penalty" -> isRightPenalty(term);
                case "accrual" ->
                    Arrays.stream(Accrual.values())
                            .anyMatch(accrual -> accrual.name().equals(term.value()));
                case "bill-days" -> isWholeBetween(term.value(), 1, 365);
                case "start-year" ->
                    term.levy().equals(LevyKind.RENEWAL.name()) && isWholeBetween(term.value(), 1347, 1500);
                case "limitation-years" -> isWholeBetween(term.value(), 0, 100);
                default -> isPercent(term.value());
            };
        } catch (IllegalArgumentException notReadable) {
            return false;
        }
    }

    /** Ruling 227 of the Administrative Court: a fine under Article 100 bears no charge for delay. */
    private static boolean isRightPenalty(Term term) {
        Penalty penalty = Penalty.parse(term.value());
        return penalty.percent().compareTo(HUNDRED) <= 0
                && (penalty.kind() == Penalty.Kind.NONE || !term.levy().equals(LevyKind.ARTICLE_100_FINE.name()));
    }

    private static boolean isWholeBetween(String value, int least, int most) {
        return value.matches("[0-9]{1,4}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    private static boolean isPercent(String value) {
        return value.matches("[0-9]{1,3}(\\.[0-9]{1,3})?") && new BigDecimal(value).compareTo(HUNDRED) <= 0;
    }
}
