package ir.hamedan.esup.parcels.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.database.Schemas;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import ir.hamedan.esup.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the database itself holds, whoever writes, and what the bulk door refuses. */
class FactsOfTheRegisterTest {
    private final Register register = new Register();
    private final Sql application = new Sql(register.database.application());

    @Test
    void shares_that_are_not_the_whole_cannot_be_committed_by_anybody() {
        Sql owner = new Sql(register.database.owner());
        Sql.Failure failure = assertThrows(Sql.Failure.class, () -> owner.run("""
                        with added as (
                            insert into parcels.owner_set (code, valid_from, kind, reference, deed_number, recorded_at,
                                recorded_by)
                            values ('1-5-67-15-0-0-0', '2026-01-01', 'CORRECTION', 'x', '', now(), 'x') returning id)
                        insert into parcels.owner_share
                        select id, 1, 'PERSON', '7401003716', 'x', 5, 6, '2026-01-01' from added"""));
        assertTrue(failure.getMessage().contains("5/6"), failure.getMessage());
    }

    @Test
    void a_set_in_force_takes_no_further_share() {
        Sql.Failure failure = assertThrows(Sql.Failure.class, () -> application.run("""
                        insert into parcels.owner_share select max(id), 9, 'PERSON', '7401003716', 'x', 1, 6, '2026-01-01'
                        from parcels.owner_set where code = '1-5-67-17-0-0-0'"""));
        assertTrue(failure.getMessage().contains("7/6"), failure.getMessage());
    }

    @Test
    void the_bulk_door_takes_what_can_stand_and_reports_the_rest() throws SQLException {
        ParcelLoad.Report report;
        try (Connection connection = register.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (ParcelLoad load = new ParcelLoad(connection, "second", Register.NOW, "test")) {
                load.object(Register.object(Register.HOUSE, "1/1", null, 1, 0), Register.LONG_AGO, Optional.empty());
                load.object(Register.object(Register.UNKNOWN, "1/1", null, 1, 0), Register.LONG_AGO, Optional.empty());
                load.object(Register.object(Register.UNKNOWN, "1/1", null, 1, 0), Register.LONG_AGO, Optional.empty());
                load.owner(
                        Register.UNKNOWN,
                        Register.owner(Register.ARMAN, "tab\tand \\ line\nend", "5/6"),
                        Register.LONG_AGO);
                load.owner(Register.HOUSE, Register.owner(Register.SARA, "سارا", "1"), Register.LONG_AGO);
                report = load.finish();
            }
            connection.commit();
        }
        assertEquals(1, report.loaded().get("object"));
        assertEquals(0, report.loaded().get("owner"));
        assertEquals(4, report.refusedRows());
        assertEquals(
                java.util.Set.of("parcels.load.known", "parcels.load.twice", "parcels.shares-do-not-add-up"),
                report.refused().stream().map(ParcelLoad.Refused::reason).collect(java.util.stream.Collectors.toSet()));
        assertEquals(
                Register.ARMAN,
                register.parcels.facts(Register.HOUSE).owners().get(0).party());
        assertTrue(register.parcels.facts(Register.UNKNOWN).owners().isEmpty());
    }

    @Test
    void texts_pass_the_staging_as_they_are() throws SQLException {
        try (Connection connection = register.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (ParcelLoad load = new ParcelLoad(connection, "texts", Register.NOW, "test")) {
                load.object(Register.object(Register.UNKNOWN, "1/1", null, 1, 0), Register.LONG_AGO, Optional.empty());
                load.owner(
                        Register.UNKNOWN,
                        Register.owner(Register.ARMAN, "tab\tand \\N \\ line\nend", "1"),
                        Register.LONG_AGO);
                load.finish();
            }
            connection.commit();
        }
        assertEquals(
                "tab and \\N \\ line end",
                register.parcels.facts(Register.UNKNOWN).owners().get(0).name());
    }

    @Test
    void the_levies_see_who_carried_the_renewal_levy_on_the_first_day_of_a_year() {
        PersianDate change = new PersianDate(1404, 7, 1);
        register.database.inTransaction(() -> register.office.changeCodes(
                "RENUMBER",
                List.of(Register.PLOT),
                List.of(Register.object(Register.UNKNOWN, "1/1", null, 20_000, 0)),
                change.toLocalDate(),
                "r"));

        assertEquals(
                List.of("1-5-67-15-0-0-0", "1-5-67-16-0-0-0", "1-5-67-17-0-0-0", "1-5-670-15-0-0-0"), carriers(1404));
        assertEquals(
                List.of("1-5-67-15-0-0-0", "1-5-67-16-0-0-0", "1-5-670-15-0-0-0", "4-9-99-99-0-0-0"), carriers(1405));
        assertEquals(List.of(), carriers(1390));
        assertEquals(5L, (long) application.one(
                "select count(*) as n from parcels.api_levy_base(?, ?)",
                row -> row.number("n"),
                PersianDate.firstDayOf(1404),
                PersianDate.lastDayOf(1404)));
    }

    @Test
    void what_was_registered_before_the_instant_was_kept_counts_as_known_since_ever() {
        TestDatabase old = TestDatabase.fresh();
        Sql owner = new Sql(old.owner());
        owner.run("drop schema parcels cascade");
        Schemas schemas = new Schemas();
        schemas.migrate(old.owner(), Map.of("parcels", "9"));
        owner.run("""
                insert into parcels.land_object (code, region, plate, plate_section, address, search, land_use, deed,
                    land_area, floor_area, garden, registered_on)
                values ('1-5-67-15-0-0-0', 1, '', '', '', '', 'VACANT', 'SINGLE_SHEET', 1, 0, false, '2025-05-01')""");
        schemas.migrate(old.owner());
        assertEquals(
                "-infinity",
                new Sql(old.application())
                        .one("select registered_at::text as at from parcels.land_object", row -> row.text("at")));
        assertEquals(
                "23502",
                assertThrows(Sql.Failure.class, () -> owner.run("""
                                insert into parcels.land_object (code, region, plate, plate_section, address, search,
                                    land_use, deed, land_area, floor_area, garden, registered_on)
                                values ('1-5-67-16-0-0-0', 1, '', '', '', '', 'VACANT', 'SINGLE_SHEET', 1, 0, false,
                                    '2025-05-01')""")).state(),
                "from now on whoever registers says when");
    }

    private List<String> carriers(int year) {
        return application.list(
                "select code from parcels.api_levy_base(?, ?) where carries_renewal_levy order by sort_key",
                row -> row.text("code"),
                PersianDate.firstDayOf(year),
                PersianDate.lastDayOf(year));
    }
}
