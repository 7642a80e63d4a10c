package ir.hamedan.esup.kernel;

import java.util.List;

/** The names of the roles, as rights annotations need them. */
public final class Roles {
    public static final String CITIZEN = "CITIZEN";
    public static final String NOTARY = "NOTARY";
    public static final String DEPUTY = "DEPUTY";
    public static final String DEED_CLERK = "DEED_CLERK";
    public static final String OFFICER = "OFFICER";
    public static final String REVENUE_OFFICER = "REVENUE_OFFICER";
    public static final String SUPERVISOR = "SUPERVISOR";
    public static final String AUDITOR = "AUDITOR";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    /** The product itself, working off what is due after a commit; nobody can be given it. */
    public static final String SYSTEM = "SYSTEM";

    /** Every role a person or machine may be given. */
    public static final List<String> GRANTABLE =
            List.of(CITIZEN, NOTARY, DEPUTY, DEED_CLERK, OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR);

    private Roles() {}
}
