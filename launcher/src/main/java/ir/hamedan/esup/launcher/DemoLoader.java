package ir.hamedan.esup.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Fills the product with the demo city. Called after the migration and before the application starts, when {@code
 * ESUP_DEMO} is true; found as a service ({@code META-INF/services}), so that the launcher knows nothing of it.
 */
public interface DemoLoader {
    /**
     * What a loader works with.
     *
     * @param owner the database as esup_owner: bulk work
     * @param application the database as esup_app
     * @param data the data directory, where {@code demo.json} goes
     * @param publicUrl the address people use
     * @param parcels at least so many
     * @param progress one line a step, shown on the console
     */
    record City(
            DataSource owner,
            DataSource application,
            Path data,
            URI publicUrl,
            int parcels,
            Consumer<String> progress) {}

    /** Loads the city unless it is there already; safe to call at each start, also after a load that was cut off. */
    void load(City city);

    /** Writes {@code demo.json} anew, and returns the demo accounts as lines for the console. */
    List<String> describe(City city);
}
