package ir.hamedan.esup.rulebooks.internal.plan;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.PlanFacts;
import java.time.LocalDate;

/** Whether a paper can be what it says: its texts, days and numbers. */
final class Papers {
    private Papers() {}

    static Decision checked(Decision decision, LocalDate validFrom, LocalDate today) {
        String number = text("rulebooks.plan-number-missing", "number", decision.number());
        String map = text("rulebooks.plan-map-missing", "map", decision.map());
        requireDays(decision.date(), validFrom, today);
        requireLimits(decision.limits());
        return new Decision(number, decision.date(), map, decision.limits());
    }

    static GroundLevel checked(GroundLevel level, LocalDate validFrom, LocalDate today) {
        String number = text("rulebooks.plan-number-missing", "number", level.number());
        requireDays(level.date(), validFrom, today);
        if (level.centimetres() < PlanFacts.LOWEST_LEVEL || level.centimetres() > PlanFacts.HIGHEST_LEVEL) {
            throw Problem.invalid(
                            "rulebooks.plan-level-wrong", PlanFacts.LOWEST_LEVEL / 100, PlanFacts.HIGHEST_LEVEL / 100)
                    .at("level");
        }
        return new GroundLevel(number, level.date(), level.centimetres());
    }

    private static String text(String problem, String field, String typed) {
        String clean = PersianText.asciiDigits(PersianText.clean(typed));
        if (clean.isEmpty() || clean.length() > PlanFacts.LONGEST) {
            throw Problem.invalid(problem, PlanFacts.LONGEST).at(field);
        }
        return clean;
    }

    private static void requireDays(LocalDate date, LocalDate validFrom, LocalDate today) {
        if (date.isAfter(today)) {
            throw Problem.invalid("rulebooks.plan-date-to-come").at("date");
        }
        if (validFrom.isBefore(date)) {
            throw Problem.invalid("rulebooks.plan-before-paper", date).at("validFrom");
        }
    }

    private static void requireLimits(Limits limits) {
        requireAtMost("density", limits.density(), PlanFacts.GREATEST);
        requireAtMost("storeys", limits.storeys(), PlanFacts.MOST_STOREYS);
        requireAtMost("height", limits.height(), PlanFacts.GREATEST);
        requireAtMost("openPerUnit", limits.openPerUnit(), PlanFacts.GREATEST_AREA);
        requireAtMost("frontSetback", limits.frontSetback(), PlanFacts.GREATEST);
        requireAtMost("parkingAmount", limits.parking().amount(), PlanFacts.GREATEST_AREA);
        boolean nothing = limits.density() == 0;
        if (nothing != (limits.coverage() == 0)
                || nothing != (limits.storeys() == 0)
                || nothing != (limits.height() == 0)) {
            throw Problem.invalid("rulebooks.plan-limits-apart").at("density");
        }
    }

    private static void requireAtMost(String field, long value, long greatest) {
        if (value > greatest) {
            throw Problem.invalid("rulebooks.plan-out-of-range").at(field);
        }
    }
}
