package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.LevyKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The terms in force on one day, by levy and name, and what they make of a claim.
 *
 * @param values keyed by {@code <levy>/<name>}, with {@code *} for every levy without its own
 */
record Terms(Map<String, Value> values) {
    /** What a term says and the law or decision behind it. */
    record Value(String text, String basis) {}

    Terms {
        values = Map.copyOf(values);
    }

    Value term(LevyKind levy, String name) {
        return Optional.ofNullable(values.get(levy + "/" + name))
                .or(() -> Optional.ofNullable(values.get("*/" + name)))
                .orElseThrow(() -> new IllegalStateException("no term " + name + " for " + levy));
    }

    /** The claim with its reward or charge of the day, and the rule that made it. */
    Bill.Line line(Demand demand, LocalDate day) {
        Rial reward = reward(demand, day);
        if (reward.isPositive()) {
            Value term = term(demand.levy(), "reward");
            return line(demand, Rial.ZERO, reward, text("levies.rule.reward", number(term.text()), term.basis()));
        }
        if (!day.isAfter(demand.dueOn())) {
            return line(demand, Rial.ZERO, Rial.ZERO, text("levies.rule.in-time", demand.dueOn()));
        }
        if (demand.levy() == LevyKind.ARTICLE_100_FINE) {
            return line(demand, Rial.ZERO, Rial.ZERO, text("levies.rule.fine"));
        }
        return late(demand, day);
    }

    /** The claim is older than the limitation of its levy, where there is one. */
    boolean isBarred(Demand demand, LocalDate day) {
        int years = new BigDecimal(term(demand.levy(), "limitation-years").text()).intValue();
        return years > 0 && demand.dueOn().plusYears(years).isBefore(day);
    }

    /** The last day a bill of the day is accepted: some days on, but in the same Persian year, since rewards end with it. */
    LocalDate payBy(LocalDate day) {
        int days = new BigDecimal(term(LevyKind.RENEWAL, "bill-days").text()).intValue();
        LocalDate yearEnd = PersianDate.lastDayOf(PersianDate.of(day).year());
        LocalDate last = day.plusDays(days);
        return last.isAfter(yearEnd) ? yearEnd : last;
    }

    private Rial reward(Demand demand, LocalDate day) {
        if (day.isBefore(demand.accruedOn()) || day.isAfter(demand.dueOn())) {
            return Rial.ZERO;
        }
        BigDecimal percent = new BigDecimal(term(demand.levy(), "reward").text());
        return new Rial(BigDecimal.valueOf(demand.open().amount())
                .multiply(percent)
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .longValueExact());
    }

    private Bill.Line late(Demand demand, LocalDate day) {
        Value term = term(demand.levy(), "penalty");
        Penalty penalty = Penalty.parse(term.text());
        Accrual accrual = Accrual.valueOf(term(demand.levy(), "accrual").text());
        long units = accrual.units(demand.dueOn(), day);
        String counted = text("levies.rule.units." + accrual, units);
        String rule =
                switch (penalty.kind()) {
                    case NONE -> text("levies.rule.no-charge", term.basis());
                    case ANNUAL -> text("levies.rule.annual", penalty.percent(), counted, term.basis());
                    case MONTHLY ->
                        text("levies.rule.monthly", penalty.percent(), penalty.most(), counted, term.basis());
                };
        return line(demand, penalty.of(demand.open(), accrual, units), Rial.ZERO, rule);
    }

    private static Bill.Line line(Demand demand, Rial penalty, Rial reward, String rule) {
        return new Bill.Line(
                demand.id(),
                demand.levy(),
                demand.year(),
                demand.open(),
                penalty,
                reward,
                demand.open().plus(penalty).minus(reward),
                rule);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** Rules are kept with the bill in the language of the office. */
    private static String text(String key, Object... arguments) {
        return Messages.in(Messages.PERSIAN).text(key, arguments);
    }
}
