package ir.hamedan.esup.launcher.demo;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Parcels without an inquiry as demo.json has them, which has but twenty of each kind. */
public final class MoreSamples {
    private MoreSamples() {}

    public static List<JsonObject> clean(DataSource owner, int count) {
        return pick(owner, Samples.CLEAN, count);
    }

    public static List<JsonObject> owing(DataSource owner, int count) {
        return pick(owner, Samples.OWING, count);
    }

    private static List<JsonObject> pick(DataSource owner, String condition, int count) {
        try (Connection connection = owner.getConnection()) {
            List<JsonObject> samples = Samples.pick(connection, condition, count).stream()
                    .map(sample -> new Gson().toJsonTree(sample).getAsJsonObject())
                    .toList();
            if (samples.size() < count) {
                throw new IllegalStateException("the city has but " + samples.size() + " such parcels");
            }
            return samples;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
