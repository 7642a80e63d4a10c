package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A small city of crooked plots, in which everything lies across everything else; whatever is faulty in it only warns. */
final class RandomCity {
    private static final int SIDE = 7;
    private static final double PITCH = 22;

    final CityLayers city = new CityLayers();
    final List<RenewalCode> parcels = new ArrayList<>();
    private final Random random;

    RandomCity(long seed) {
        random = new Random(seed);
        for (FaultCode code : FaultCode.values()) {
            for (LayerKind kind : LayerKind.values()) {
                city.set(kind.name(), "fault." + code.name(), "WARN");
            }
        }
        register();
        plots();
        lines(LayerKind.STREET, 9, "'width':%d,'plannedWidth':%d");
        areas(LayerKind.ZONE, 6, "'code':'R12%d','name':'z%d'");
        areas(LayerKind.HERITAGE, 4, "'grade':'BUFFER_%d','name':'h%d'");
        areas(LayerKind.SLOPE, 5, "'percent':%d,'name':'s%d'");
        lines(LayerKind.FAULT, 2, "'grade':'%d','name':'f%d'");
        areas(LayerKind.RIVER, 2, "'grade':'%d','name':'r%d'");
        if (random.nextBoolean()) {
            areas(LayerKind.WORN_OUT, 1, "'grade':'%d','name':'w%d'");
        }
    }

    private void register() {
        for (int i = 0; i < SIDE * SIDE; i++) {
            parcels.add(new RenewalCode(1 + i % 3, 1 + i % 11, 1 + i / 20, 5 + i, 0, 0, 0));
        }
        Collections.shuffle(parcels, random);
        for (RenewalCode code : parcels) {
            boolean late = parcels.indexOf(code) % 5 == 4;
            Instant at = late ? CityLayers.NOW : CityLayers.NOW.minusSeconds(3_600);
            city.register(code, random.nextInt(600_00), at);
            if (random.nextInt(4) == 0) {
                city.register(
                        new RenewalCode(code.region(), code.subDistrict(), code.block(), code.parcel(), 1, 1, 0), 0);
            }
        }
        Sql owner = new Sql(city.database.owner());
        for (int i = 0; i < 6; i++) {
            RenewalCode retired = parcels.get(i);
            owner.run(
                    "update parcels.land_object set retired_on = ? where code = ?",
                    CityLayers.TODAY.plusDays(i - 3),
                    retired);
            if (i % 2 == 0) {
                owner.run("""
                        insert into parcels.code_change (action, from_code, to_code, changed_on, reference, recorded_at)
                        values ('RENUMBER', ?, ?, ?, 'r', ?)""", retired, parcels.get(i + 6), CityLayers.TODAY.plusDays(i - 3), CityLayers.NOW);
            }
        }
    }

    /** One in ten was never drawn; of the others some are turned over into their neighbours. */
    private void plots() {
        Drawing drawing = new Drawing();
        for (int i = 0; i < parcels.size(); i++) {
            double east = i % SIDE * PITCH;
            int row = i / SIDE;
            double north = row * PITCH;
            if (random.nextInt(10) > 0) {
                drawing.area(
                        parcels.get(i).text(),
                        "",
                        east + bit(),
                        north + bit(),
                        east + 18 + bit(),
                        north + bit(),
                        east + 18 + bit(),
                        north + 18 + bit(),
                        east + bit(),
                        north + 18 + bit());
            }
        }
        city.published(LayerKind.PARCEL, drawing, CityLayers.TODAY);
    }

    private double bit() {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(500) / 100.0;
    }

    private double somewhere() {
        return random.nextInt(18) * 10 - 15;
    }

    private void lines(LayerKind kind, int count, String properties) {
        Drawing drawing = new Drawing();
        for (int i = 0; i < count; i++) {
            double across = random.nextInt(SIDE) * PITCH - 2;
            double[] points = random.nextBoolean()
                    ? new double[] {-40, across, somewhere(), across, 200, across + bit()}
                    : new double[] {across, -40, across, somewhere(), across + bit(), 200};
            drawing.line(kind + "-" + i, filled(properties, 4 + random.nextInt(12)), points);
        }
        publish(kind, drawing);
    }

    private void areas(LayerKind kind, int count, String properties) {
        Drawing drawing = new Drawing();
        for (int i = 0; i < count; i++) {
            double west = somewhere();
            double south = somewhere();
            drawing.area(
                    kind + "-" + i,
                    filled(properties, 1 + i % 2),
                    west,
                    south,
                    west + 60 + bit(),
                    south + bit(),
                    west + 80,
                    south + 90,
                    west + bit(),
                    south + 40 + bit());
        }
        publish(kind, drawing);
    }

    private String filled(String properties, int number) {
        return String.format(Locale.ROOT, properties, number, number + random.nextInt(6));
    }

    /** One in three does not reach the whole city. */
    private void publish(LayerKind kind, Drawing drawing) {
        LayerVersion draft = city.checked(kind, drawing);
        if (random.nextInt(3) == 0) {
            city.office.cover(draft.id(), new Drawing().box("c", "", -50, -50, somewhere() + 20, 300).stream());
            draft = city.office.check(draft.id());
        }
        city.published(draft, CityLayers.TODAY);
    }
}
