package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.MapViews;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of the faults. */
final class FaultTable {
    /** Of which part of the import a fault is. */
    enum Stage {
        READ,
        CHECK
    }

    /** A fault and its row in {@link #list}, counted from 1. */
    record Placed(long row, LayerFault fault) {}

    private final Sql sql;

    FaultTable(Sql sql) {
        this.sql = sql;
    }

    /** How many more of a stage may be named. */
    long room(long version, Stage stage) {
        long named = sql.one(
                "select count(*) as n from parcels.layer_fault where version = ? and stage = ?",
                row -> row.number("n"),
                version,
                stage);
        return Math.max(0, LayerOffice.NAMED_FAULTS - named);
    }

    void add(long version, Stage stage, List<LayerFault> faults) {
        List<Object[]> rows = new ArrayList<>();
        for (LayerFault fault : faults) {
            rows.add(new Object[] {
                version,
                stage,
                fault.code(),
                fault.severity(),
                fault.feature(),
                fault.place().map(LayerFault.Place::longitude).orElse(null),
                fault.place().map(LayerFault.Place::latitude).orElse(null),
                fault.parameters()
            });
        }
        sql.runAll("""
                insert into parcels.layer_fault (version, stage, code, severity, feature, longitude, latitude, parameters)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    void forgetChecks(long version) {
        sql.run("delete from parcels.layer_fault where version = ? and stage = 'CHECK'", version);
    }

    Page<LayerFault> list(long version, Page.Request page) {
        long total = sql.one(
                "select count(*) as n from parcels.layer_fault where version = ?", row -> row.number("n"), version);
        List<LayerFault> rows = sql.list("""
                select code, severity, feature, longitude, latitude, parameters from parcels.layer_fault
                where version = ? order by severity, id limit ? offset ?""", FaultTable::read, version, page.size(), page.offset());
        return new Page<>(rows, total, page);
    }

    /** Those of a severity that have a place within the bounds. */
    List<Placed> placed(long version, LayerFault.Severity severity, MapViews.Bounds bounds, int most) {
        return sql.list(
                """
                select * from (select code, severity, feature, longitude, latitude, parameters,
                        row_number() over (order by severity, id) as nth
                    from parcels.layer_fault where version = ?) as f
                where severity = ? and longitude between ? and ? and latitude between ? and ? order by nth limit ?""",
                row -> new Placed(row.number("nth"), read(row)),
                version,
                severity,
                bounds.west(),
                bounds.east(),
                bounds.south(),
                bounds.north(),
                most);
    }

    private static LayerFault read(Sql.Row row) throws SQLException {
        Optional<LayerFault.Place> place = row.isNull("longitude")
                ? Optional.empty()
                : Optional.of(new LayerFault.Place(
                        Double.parseDouble(row.text("longitude")), Double.parseDouble(row.text("latitude"))));
        return new LayerFault(
                row.constant(FaultCode.class, "code"),
                row.constant(LayerFault.Severity.class, "severity"),
                row.text("feature"),
                place,
                row.texts("parameters"));
    }
}
