-- The codes of the zone layer that counts for a day and an instant, with the number of areas that are drawn of each.
create function parcels.api_zones(on_day date, known timestamptz) returns table (code text, areas bigint)
    language sql stable as $$
    select f.grade, count(*) from parcels.feature f
    where f.version = (select v.id from parcels.layer_version v
        where v.kind = 'ZONE' and v.published_at <= known and v.valid_from <= on_day
            and coalesce(v.withdrawn_at > known, true)
        order by v.valid_from desc, v.number desc limit 1)
    group by f.grade
$$;
