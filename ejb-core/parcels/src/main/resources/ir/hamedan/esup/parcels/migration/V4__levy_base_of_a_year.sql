-- For the levies' set-based assessment: the objects that may carry the renewal levy and were in force on some day of the
-- span, retired ones too. The levy of a year falls due with its first day: it is carried by what stood on that day. Where a
-- parcel had units of its own deeds on it then, they carry the levy and the parcel does not; trade units never do.
drop view parcels.api_levy_base;
create function parcels.api_levy_base(first_day date, last_day date) returns table (
    code text, sort_key text, region smallint, land_use text, land_area bigint, floor_area bigint,
    carries_renewal_levy boolean) language sql stable as $$
    select o.code, o.sort_key, o.region, o.land_use, o.land_area, o.floor_area,
        o.registered_on <= first_day and coalesce(o.retired_on > first_day, true)
            and (o.level = 'APARTMENT' or not exists (select from parcels.land_object u
                where u.sort_key > o.sort_key and u.sort_key < left(o.sort_key, 24) || 'x' and u.level = 'APARTMENT'
                and u.registered_on <= first_day and coalesce(u.retired_on > first_day, true)))
    from parcels.land_object o
    where o.level in ('PARCEL', 'APARTMENT') and o.registered_on <= last_day and coalesce(o.retired_on > first_day, true)
$$;
