package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.ZoneDifference;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.ZoneDifferences;
import ir.hamedan.esup.rulebooks.api.Zone;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The zones of the map beside those of a book. How many parcels lie in one is known from the last report that tells something of it. */
final class ZoneCheck {
    private static final String DIFFERENCES = """
            with drawn as (select z.code, z.areas from parcels.api_zones(?, ?) z),
            book as (select b.code from unnest(?::text[]) as b (code)),
            report as (""" + Publishing.COUNTED + """
                 limit 1)
            select coalesce(d.code, b.code) as code, d.code is not null as on_map, coalesce(d.areas, 0) as areas,
                exists (select from drawn) as has_layer,
                case when exists (select from report) then coalesce((select sum(s.parcels)::bigint
                    from rulebooks.impact_sum s join report r on r.id = s.impact
                    where s.dimension = 'ZONE' and s.key = d.code), 0) end as parcels
            from drawn d full join book b on b.code = d.code where d.code is null or b.code is null
            order by on_map desc, code limit ?""";

    private static final int MOST = 1_000;

    private final Sql sql;

    ZoneCheck(Sql sql) {
        this.sql = sql;
    }

    private record Found(boolean hasLayer, boolean onMap, ZoneDifference difference) {}

    ZoneDifferences of(long book, RuleBook content, LocalDate on, Instant known) {
        Map<String, String> titles =
                content.zones().stream().collect(Collectors.toMap(Zone::code, Zone::title, (one, other) -> one));
        List<Found> found = sql.list(DIFFERENCES, row -> found(row, titles), on, known, titles.keySet(), book, MOST);
        return new ZoneDifferences(
                found.stream().allMatch(Found::hasLayer),
                found.stream().filter(Found::onMap).map(Found::difference).toList(),
                found.stream()
                        .filter(one -> !one.onMap())
                        .map(Found::difference)
                        .toList());
    }

    private static Found found(Sql.Row row, Map<String, String> titles) throws SQLException {
        String code = row.text("code");
        return new Found(
                row.bool("has_layer"),
                row.bool("on_map"),
                new ZoneDifference(
                        code,
                        titles.getOrDefault(code, ""),
                        row.number("areas"),
                        row.isNull("parcels") ? OptionalLong.empty() : OptionalLong.of(row.number("parcels"))));
    }
}
