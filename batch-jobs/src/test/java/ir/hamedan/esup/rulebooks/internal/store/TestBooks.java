package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.TestDatabase;
import java.time.Clock;

/** The office of the rule books without its container, for the jobs that go through it. */
public final class TestBooks {
    private TestBooks() {}

    public static RuleBookOffice office(TestDatabase database, Clock clock) {
        RuleBookOfficeBean office = new RuleBookOfficeBean();
        office.source = database.application();
        office.audited = new Fired<>();
        office.clock = clock;
        office.caller = () -> "supervisor";
        return office;
    }
}
