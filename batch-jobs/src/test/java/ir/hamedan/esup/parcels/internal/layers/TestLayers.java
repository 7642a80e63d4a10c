package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.TestDatabase;
import java.time.Clock;

/** The office of the layers without its container, for the jobs that go through it. */
public final class TestLayers {
    private TestLayers() {}

    public static LayerOffice office(TestDatabase database, Clock clock) {
        LayerOfficeBean office = new LayerOfficeBean();
        office.source = database.application();
        office.audited = new Fired<>();
        office.clock = clock;
        office.caller = () -> "supervisor";
        return office;
    }
}
