package ir.hamedan.esup.parcels.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendOnlyTest {
    private final Sql application = new Sql(new Register().database.application());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shape",
                "code_change",
                "earlier_area",
                "owner_set",
                "owner_share",
                "lock",
                "lock_lift",
                "building_certificate",
                "source_load",
                "owner_correction",
                "owner_correction_share",
                "owner_correction_decision",
                "city_limit",
                "city_limit_withdrawal",
                "feature",
                "layer_setting"
            })
    void facts_are_neither_changed_nor_deleted_by_the_application(String table) {
        String column = application.one(
                "select column_name from information_schema.columns where table_schema = 'parcels' and table_name = ?"
                        + " and is_identity = 'NO' limit 1",
                row -> row.text("column_name"),
                table);
        assertDenied("update parcels." + table + " set " + column + " = " + column);
        assertDenied("delete from parcels." + table);
        assertDenied("truncate parcels." + table);
    }

    @Test
    void a_land_object_is_retired_never_deleted() {
        assertDenied("delete from parcels.land_object");
        assertDenied("truncate parcels.land_object cascade");
    }

    @Test
    void what_a_code_is_and_since_when_it_is_registered_stays() {
        for (String column : new String[] {"code", "region", "registered_on", "registered_at"}) {
            assertDenied("update parcels.land_object set " + column + " = " + column);
        }
        assertEquals(
                Register.NOW,
                application.one(
                        "select registered_at from parcels.land_object where code = ?",
                        row -> row.instant("registered_at"),
                        Register.HOUSE));
    }

    private void assertDenied(String statement) {
        Sql.Failure failure = assertThrows(Sql.Failure.class, () -> application.run(statement), statement);
        assertEquals("42501", failure.state(), failure.getMessage());
    }
}
