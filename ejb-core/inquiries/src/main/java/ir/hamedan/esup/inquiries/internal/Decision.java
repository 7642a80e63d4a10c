package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What becomes of an inquiry, from its checks alone. */
final class Decision {
    /** Checks whose concern is settled by paying. */
    static final Set<CheckCode> MONEY = EnumSet.of(
            CheckCode.RENEWAL_LEVY,
            CheckCode.WASTE_FEE,
            CheckCode.TRADE_LEVY,
            CheckCode.OTHER_CLAIMS,
            CheckCode.INSTALMENTS);

    private Decision() {}

    /** Issued, awaiting payment, or with an officer: a doubt goes before a debt, and no data is a doubt. */
    static InquiryState of(List<Check> checks, Verdict verdict) {
        if (!doubts(checks, verdict).isEmpty()) {
            return InquiryState.WITH_OFFICER;
        }
        return owes(checks) ? InquiryState.AWAITING_PAYMENT : InquiryState.ISSUED;
    }

    /** The checks no payment settles and no officer has answered yet. */
    static List<Check> doubts(List<Check> checks, Verdict verdict) {
        return checks.stream()
                .filter(Decision::isDoubt)
                .filter(check -> !verdict.covers(check))
                .toList();
    }

    static boolean owes(List<Check> checks) {
        return checks.stream()
                .anyMatch(check ->
                        MONEY.contains(check.code()) && check.outcome() == Outcome.CONCERN && Checks.isBilled(check));
    }

    private static boolean isDoubt(Check check) {
        return switch (check.outcome()) {
            case CLEAR, NOT_APPLICABLE -> false;
            case NO_DATA -> true;
            case CONCERN -> !MONEY.contains(check.code()) || Checks.needsOfficer(check);
        };
    }
}
