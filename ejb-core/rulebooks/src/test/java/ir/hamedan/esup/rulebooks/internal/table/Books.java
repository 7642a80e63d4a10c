package ir.hamedan.esup.rulebooks.internal.table;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Precedence;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books of nothing but a table. */
public final class Books {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 21);

    private Books() {}

    public static RuleBook of(List<Row> rows) {
        return of(rows, List.of(), List.of());
    }

    public static RuleBook of(List<Row> rows, List<Precedence> precedences, List<Referral> referrals) {
        List<Zone> zones = rows.stream()
                .map(Row::zone)
                .distinct()
                .map(zone -> new Zone(zone, zone))
                .toList();
        List<Use> uses = rows.stream()
                .flatMap(row -> row.uses().stream())
                .distinct()
                .map(use -> new Use(use, use, 0, true))
                .toList();
        return new RuleBook(
                new BookData("TEST", "1", "Test", "Nobody", "None", DAY, "", true),
                List.of(),
                List.of(),
                zones,
                uses,
                rows,
                List.of(),
                List.of(),
                parameters(),
                precedences,
                referrals,
                List.of());
    }

    public static Row row(String id, String zone, List<String> uses, Band plot, Band street) {
        Limits limits = new Limits(1000, 500, 2, false, 800, 0, Parking.NONE, 0);
        return new Row(id, zone, uses, plot, street, limits, List.of("1"), Optional.empty());
    }

    public static Precedence precedence(String winner, String loser) {
        return new Precedence(winner, loser, "tried", List.of("a", "b"), DAY);
    }

    public static Referral referral(String id, String zone, Band plot, Band street) {
        return new Referral(id, zone, "", plot, street, "on purpose", List.of("a", "b"), DAY);
    }

    private static Parameters parameters() {
        return new Parameters(
                Parameters.StreetWidth.WIDEST_NOW,
                280,
                260,
                List.of(),
                995,
                new Parameters.LightWell(1200, 300, 4, 60),
                new Parameters.Projection(1200, 50, 120, 350),
                new Parameters.ParkingShortage(200, 1),
                5000,
                Chamfer.Measure.LINE,
                Map.of(),
                6,
                Map.of());
    }
}
