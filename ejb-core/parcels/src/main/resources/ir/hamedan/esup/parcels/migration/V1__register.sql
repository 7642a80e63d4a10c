-- Words of addresses are found by their parts.
create extension if not exists pg_trgm with schema public;

-- The text order of this key is the order of renewal codes, and what stands on an object begins with its key.
create function parcels.sort_key(code text) returns text language sql immutable strict parallel safe as $$
    select string_agg(lpad(case part when 'd' then '0' else part end, 6, '0'), '' order by place)
    from unnest(string_to_array(code, '-')) with ordinality as p (part, place)
$$;

-- The lowest part that is there names the level of a land object.
create function parcels.level_of(code text) returns text language sql immutable strict parallel safe as $$
    select case
        when p[7] <> '0' then 'SHOP'
        when p[6] <> '0' then 'APARTMENT'
        when p[5] <> '0' then 'BUILDING'
        when p[4] <> '0' then 'PARCEL'
        else 'BLOCK' end
    from (select string_to_array(code, '-') as p) as parts
$$;

-- A land object: master data, and the row that is locked before anything about it changes. A code that split, merged or
-- was renumbered is retired and stays for ever.
create table parcels.land_object (
    code text constraint land_object_pk primary key,
    sort_key text collate "C" not null generated always as (parcels.sort_key(code)) stored
        constraint land_object_sort_key_once unique,
    level text not null generated always as (parcels.level_of(code)) stored,
    region smallint not null,
    plate text not null,
    plate_section text not null,
    postal_code text,
    address text not null,
    search text not null,
    land_use text not null,
    deed text not null,
    land_area bigint not null,
    floor_area bigint not null,
    garden boolean not null,
    registered_on date not null,
    retired_on date,
    constraint land_object_code_has_seven_parts check (code ~ '^(d|[1-9][0-9]*)(-(0|[1-9][0-9]*)){6}$'),
    constraint land_object_is_no_block check (parcels.level_of(code) <> 'BLOCK'),
    constraint land_object_region check (region between 0 and 99),
    constraint land_object_areas check (land_area >= 0 and floor_area >= 0),
    constraint land_object_use_known check (land_use in ('DWELLING', 'COMMERCIAL', 'OFFICE', 'INDUSTRIAL',
        'EDUCATION_HEALTH', 'GARDEN', 'PARK', 'VACANT', 'MIXED')),
    constraint land_object_deed_known
        check (deed in ('SINGLE_SHEET', 'BOOKLET', 'INFORMAL', 'ENDOWED', 'UNDIVIDED')),
    constraint land_object_retired_after_registered check (retired_on >= registered_on)
);
create index land_object_plate on parcels.land_object (plate) where plate <> '';
create index land_object_postal_code on parcels.land_object (postal_code) where postal_code is not null;
create index land_object_search on parcels.land_object using gin (search public.gin_trgm_ops);
create index land_object_region on parcels.land_object (region, sort_key) where retired_on is null;
revoke delete, truncate on parcels.land_object from esup_app;

-- The outline in metres of UTM 39N (EPSG:32639) as WKB, and its box for the index. A later outline is a later row.
create table parcels.shape (
    code text not null constraint shape_of_object references parcels.land_object,
    valid_from date not null,
    wkb bytea not null,
    bounds box not null,
    constraint shape_pk primary key (code, valid_from)
);
create index shape_bounds on parcels.shape using gist (bounds);
revoke update, delete, truncate on parcels.shape from esup_app;

-- One step in the life of a code: a split is one row for each new code, a merge one for each old.
create table parcels.code_change (
    id bigint generated always as identity constraint code_change_pk primary key,
    action text not null constraint code_change_action_known check (action in ('SPLIT', 'MERGE', 'RENUMBER')),
    from_code text not null,
    to_code text not null,
    changed_on date not null,
    reference text not null,
    recorded_at timestamptz not null,
    constraint code_change_once unique (from_code, to_code, reference),
    constraint code_change_moves check (from_code <> to_code)
);
create index code_change_to on parcels.code_change (to_code);
revoke update, delete, truncate on parcels.code_change from esup_app;

-- Who owns an object from a day on, whole: the latest set is in force, the earlier ones are its history.
create table parcels.owner_set (
    id bigint generated always as identity constraint owner_set_pk primary key,
    code text not null constraint owner_set_of_object references parcels.land_object,
    valid_from date not null,
    kind text not null constraint owner_set_kind_known check (kind in ('LOAD', 'TRANSFER', 'CORRECTION', 'CODE_CHANGE')),
    reference text not null,
    deed_number text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint owner_set_reference_once unique (code, reference)
);
create index owner_set_latest on parcels.owner_set (code, id desc);
revoke update, delete, truncate on parcels.owner_set from esup_app;

create table parcels.owner_share (
    owner_set bigint not null constraint owner_share_of_set references parcels.owner_set,
    place smallint not null,
    party_kind text not null,
    party_id text not null,
    name text not null,
    numerator bigint not null,
    denominator bigint not null,
    since date not null,
    constraint owner_share_pk primary key (owner_set, place),
    constraint owner_share_party_once unique (owner_set, party_id),
    constraint owner_share_party check ((party_kind = 'PERSON' and party_id ~ '^[0-9]{10}$')
        or (party_kind = 'LEGAL' and party_id ~ '^[0-9]{11}$')),
    constraint owner_share_name check (name <> '' and name !~ '[[:cntrl:]]'),
    constraint owner_share_fraction check (numerator > 0 and numerator <= denominator)
);
create index owner_share_party on parcels.owner_share (party_id);
revoke update, delete, truncate on parcels.owner_share from esup_app;

-- Fractions are added exactly: numerics have no largest value.
create function parcels.add_share(total numeric[], numerator bigint, denominator bigint) returns numeric[]
    language sql immutable strict parallel safe as $$
    select array[div(n, gcd(n, d)), div(d, gcd(n, d))]
    from (select total[1] * denominator + numerator * total[2] as n, total[2] * denominator as d) as sum
$$;
create aggregate parcels.share_sum(bigint, bigint) (sfunc = parcels.add_share, stype = numeric[], initcond = '{0,1}');

-- The shares of a set are exactly the whole, whoever wrote them and whenever.
create function parcels.check_owner_set() returns trigger language plpgsql as $$
declare
    asked bigint := case tg_table_name when 'owner_set' then (to_jsonb(new) ->> 'id')::bigint
        else (to_jsonb(new) ->> 'owner_set')::bigint end;
    total numeric[];
begin
    select parcels.share_sum(s.numerator, s.denominator) into total from parcels.owner_share s where s.owner_set = asked;
    if total[1] <> total[2] then
        raise exception 'the shares of owner set % are %/%', asked, total[1], total[2]
            using errcode = 'check_violation', constraint = 'owner_set_is_whole';
    end if;
    return null;
end $$;
create constraint trigger owner_set_is_whole after insert or update on parcels.owner_set
    deferrable initially deferred for each row execute function parcels.check_owner_set();
create constraint trigger owner_share_keeps_whole after insert or update on parcels.owner_share
    deferrable initially deferred for each row execute function parcels.check_owner_set();

-- A lock stands until a later row lifts it. Its code may be a block: it then holds all that stands in it.
create table parcels.lock (
    id bigint generated always as identity constraint lock_pk primary key,
    code text not null,
    kind text not null constraint lock_kind_known
        check (kind in ('SEIZURE', 'ROAD_PLAN', 'ARTICLE_100', 'AUDIT', 'MORTGAGE', 'BLACK_LIST')),
    authority text not null,
    letter text not null,
    from_day date not null,
    carried_from bigint constraint lock_carried_from references parcels.lock,
    placed_at timestamptz not null,
    placed_by text not null,
    constraint lock_code_has_seven_parts check (code ~ '^(d|[1-9][0-9]*)(-(0|[1-9][0-9]*)){6}$')
);
create index lock_code on parcels.lock (code);
revoke update, delete, truncate on parcels.lock from esup_app;

create table parcels.lock_lift (
    lock bigint constraint lock_lift_pk primary key constraint lock_lift_of_lock references parcels.lock,
    letter text not null,
    lifted_on date not null,
    lifted_at timestamptz not null,
    lifted_by text not null
);
revoke update, delete, truncate on parcels.lock_lift from esup_app;

create table parcels.building_certificate (
    code text not null constraint building_certificate_of_object references parcels.land_object,
    kind text not null constraint building_certificate_kind_known check (kind in ('PERMIT', 'COMPLETION', 'NO_VIOLATION')),
    number text not null,
    issued_on date not null,
    recorded_at timestamptz not null,
    constraint building_certificate_pk primary key (code, kind, number)
);
revoke update, delete, truncate on parcels.building_certificate from esup_app;

-- What was loaded and as of when; a source without a row was never loaded, and no data is never the same as clear.
create table parcels.source_load (
    id bigint generated always as identity constraint source_load_pk primary key,
    source text not null constraint source_load_source_known check (source in ('LAND_OBJECTS', 'OWNERS', 'SEIZURES',
        'ROAD_PLAN', 'ARTICLE_100', 'AUDIT', 'MORTGAGES', 'BUILDING_CERTIFICATES')),
    as_of timestamptz not null,
    reference text not null,
    loaded_at timestamptz not null
);
create index source_load_latest on parcels.source_load (source, as_of desc);
revoke update, delete, truncate on parcels.source_load from esup_app;

-- A correction of owners: one person proposes it against a set, another decides it once.
create table parcels.owner_correction (
    id bigint generated always as identity constraint owner_correction_pk primary key,
    code text not null constraint owner_correction_of_object references parcels.land_object,
    base_set bigint constraint owner_correction_base references parcels.owner_set,
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null
);
create index owner_correction_code on parcels.owner_correction (code);
revoke update, delete, truncate on parcels.owner_correction from esup_app;

create table parcels.owner_correction_share (
    correction bigint not null constraint owner_correction_share_of references parcels.owner_correction,
    place smallint not null,
    party_kind text not null,
    party_id text not null,
    name text not null,
    numerator bigint not null,
    denominator bigint not null,
    since date not null,
    constraint owner_correction_share_pk primary key (correction, place)
);
revoke update, delete, truncate on parcels.owner_correction_share from esup_app;

create table parcels.owner_correction_decision (
    correction bigint constraint owner_correction_decision_pk primary key
        constraint owner_correction_decision_of references parcels.owner_correction,
    approved boolean not null,
    decided_by text not null,
    decided_at timestamptz not null
);
revoke update, delete, truncate on parcels.owner_correction_decision from esup_app;

-- For the levies' set-based assessment: objects in force. Where a parcel has units of its own deeds, they carry the
-- renewal levy and the parcel does not; trade units never do.
create view parcels.api_levy_base as
select o.code, o.sort_key, o.level, o.region, o.land_use, o.land_area, o.floor_area, o.garden, o.registered_on,
    case o.level
        when 'APARTMENT' then true
        when 'PARCEL' then not exists (select from parcels.land_object u
            where u.sort_key > o.sort_key and u.sort_key < left(o.sort_key, 24) || 'x'
            and u.level = 'APARTMENT' and u.retired_on is null)
        else false end as carries_renewal_levy
from parcels.land_object o
where o.retired_on is null;
