package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.TestDatabase;
import java.time.Clock;

/** The office of the levy books without its container, for the jobs that go through it. */
public final class TestLevyBooks {
    private TestLevyBooks() {}

    public static LevyBookOffice office(TestDatabase database, Clock clock) {
        LevyBookOfficeBean office = new LevyBookOfficeBean();
        office.source = database.application();
        office.audited = new Fired<>();
        office.clock = clock;
        office.caller = () -> "supervisor";
        return office;
    }
}
