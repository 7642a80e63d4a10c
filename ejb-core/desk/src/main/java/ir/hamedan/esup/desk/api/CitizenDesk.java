package ir.hamedan.esup.desk.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import java.util.List;

/**
 * What a citizen sees and does after the login: everything here is about what the register says the caller owns today.
 * Another's property is answered as if it were not there: {@code desk.not-yours}. A caller without a national id, such as a
 * machine, has no desk: {@code desk.persons-only}.
 */
public interface CitizenDesk {
    /** What an object owes: on it and on all that stands on it, whichever of its owners pays. */
    record Owing(LandObject object, DueStatement dues) {}

    /** What the caller owns, whole or in part, in the order of the codes. */
    Page<LandObject> property(Page.Request page);

    /** One of these, and what it owes today. */
    Owing dues(RenewalCode code);

    /**
     * The bill of that, or several when the amount passes what an id can carry; empty when nothing is owed. It is the one that
     * every owner and every inquiry has for the same claims: see {@link ir.hamedan.esup.levies.api.Dues#bill}.
     */
    List<Bill> bill(RenewalCode code);

    /**
     * The rules of the parcel as they are today, signed for the caller as one of its owners. Asked again on the same day, it is
     * the same statement.
     * @throws ir.hamedan.esup.kernel.Problem what {@link RuleStatements#issue} says
     */
    RuleStatements.Given ruleStatement(RenewalCode code);

    /** All statements of rules that were given to the caller, the latest first. */
    Page<RuleStatements.Given> ruleStatements(Page.Request page);

    /** The signed paper of one of these, a PDF; {@code desk.no-paper}. */
    byte[] ruleStatementPaper(long statement);
}
