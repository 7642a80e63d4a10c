package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.Sites;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.TestDatabase;
import java.time.Clock;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;

/** The office of the layers and what it answers on a test database, as the container would put them together. */
public final class LayersOn {
    private LayersOn() {}

    public static LayerOffice office(TestDatabase database, Clock clock, Supplier<String> caller) {
        LayerOfficeBean office = new LayerOfficeBean();
        office.source = database.application();
        office.clock = clock;
        office.audited = new Fired<Audited>();
        office.caller = caller;
        return office;
    }

    public static Sites sites(TestDatabase database, Clock clock) {
        SitesBean sites = new SitesBean();
        sites.source = database.application();
        sites.clock = clock;
        return sites;
    }

    /** Longitude and latitude of a place of the map of Hamedan. */
    public static LayerFault.Place degrees(double east, double north) {
        return new Projection(32639).degrees(new Coordinate(east, north));
    }
}
