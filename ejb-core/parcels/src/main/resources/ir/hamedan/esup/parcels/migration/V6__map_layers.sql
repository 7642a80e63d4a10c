-- Features of one version are found by it and by their box in one index.
create extension if not exists btree_gist with schema public;

-- The map of the city: all layers are kept in metres of one UTM zone on WGS84 (EPSG 326xx north, 327xx south), so that
-- they can be compared. Hamedan lies in zone 39 north.
create table parcels.city_map (
    only_row boolean constraint city_map_pk primary key default true constraint city_map_one_row check (only_row),
    epsg integer not null constraint city_map_is_utm check (epsg between 32601 and 32660 or epsg between 32701 and 32760)
);
insert into parcels.city_map (epsg) values (32639);
revoke insert, delete, truncate on parcels.city_map from esup_app;

-- The limit of the city from a day on. A later limit is a later row.
create table parcels.city_limit (
    id bigint generated always as identity constraint city_limit_pk primary key,
    valid_from date not null,
    geometry bytea not null,
    bounds box not null,
    set_at timestamptz not null,
    set_by text not null
);
create index city_limit_latest on parcels.city_limit (valid_from desc, id desc);
revoke update, delete, truncate on parcels.city_limit from esup_app;

-- A kind of layer: the row that is locked before its versions change.
create table parcels.layer (
    kind text constraint layer_pk primary key constraint layer_kind_known check (kind in ('PARCEL', 'ZONE', 'STREET',
        'HERITAGE', 'WORN_OUT', 'RIVER', 'SLOPE', 'AIRPORT', 'FAULT', 'SECURITY', 'GARDEN', 'ROAD_PLAN'))
);
insert into parcels.layer (kind) values ('PARCEL'), ('ZONE'), ('STREET'), ('HERITAGE'), ('WORN_OUT'), ('RIVER'), ('SLOPE'),
    ('AIRPORT'), ('FAULT'), ('SECURITY'), ('GARDEN'), ('ROAD_PLAN');
revoke insert, delete, truncate on parcels.layer from esup_app;

-- A version of a layer. While it is a draft it is loaded and checked, and two people sign it; once published nothing of
-- it changes but that it may be withdrawn. A version counts for a day and an instant when it was published by that
-- instant, valid by that day and not withdrawn by that instant.
create table parcels.layer_version (
    id bigint generated always as identity constraint layer_version_pk primary key,
    kind text not null constraint layer_version_of_layer references parcels.layer,
    number integer not null constraint layer_version_number check (number > 0),
    state text not null constraint layer_version_state_known check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    epsg integer not null,
    file_name text not null,
    hash text not null constraint layer_version_hash check (hash ~ '^[0-9a-f]{64}$'),
    property_names text[] not null constraint layer_version_names check (cardinality(property_names) = 5),
    opened_at timestamptz not null,
    opened_by text not null,
    position bigint not null default 0,
    complete boolean not null default false,
    checked_at timestamptz,
    read_blocking bigint not null default 0,
    read_warnings bigint not null default 0,
    check_blocking bigint not null default 0,
    check_warnings bigint not null default 0,
    coverage bytea,
    valid_from date,
    signed_by text,
    signed_at timestamptz,
    published_by text,
    published_at timestamptz,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawn_because text,
    constraint layer_version_number_once unique (kind, number),
    constraint layer_version_published_whole check (state <> 'PUBLISHED' or (complete and checked_at is not null
        and read_blocking + check_blocking = 0 and valid_from is not null and signed_by is not null
        and published_by is not null and published_at is not null)),
    constraint layer_version_two_signers check (published_by <> signed_by),
    constraint layer_version_withdrawn_whole check ((state = 'WITHDRAWN') = (withdrawn_at is not null)
        and (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null))
);
create index layer_version_in_force on parcels.layer_version (kind, valid_from desc, number desc)
    where published_at is not null;
create index layer_version_hash on parcels.layer_version (hash);
revoke delete, truncate on parcels.layer_version from esup_app;

create function parcels.keep_layer_version() returns trigger language plpgsql as $$
declare
    withdrawal constant text[] := array['state', 'withdrawn_by', 'withdrawn_at', 'withdrawn_because'];
begin
    if old.state = 'WITHDRAWN' or (old.state = 'PUBLISHED'
            and (new.state <> 'WITHDRAWN' or to_jsonb(new) - withdrawal <> to_jsonb(old) - withdrawal)) then
        raise exception 'version % of layer % is %', old.number, old.kind, old.state
            using errcode = 'check_violation', constraint = 'layer_version_is_kept';
    end if;
    return new;
end $$;
create trigger layer_version_is_kept before update on parcels.layer_version
    for each row execute function parcels.keep_layer_version();

-- The features of a version: WKB in metres of the city's UTM zone, and its box for the index. What the grade and the two
-- numbers mean is said by the kind: the code of a zone, the widths of a street now and planned, a slope, a level.
create table parcels.feature (
    version bigint not null constraint feature_of_version references parcels.layer_version,
    id text not null constraint feature_id check (id <> '' and length(id) <= 100),
    place bigint not null,
    name text not null,
    grade text not null,
    value bigint not null,
    planned bigint not null,
    geometry bytea not null,
    bounds box not null,
    constraint feature_pk primary key (version, id)
);
create index feature_bounds on parcels.feature using gist (version, bounds);
revoke update, delete, truncate on parcels.feature from esup_app;

-- Whoever writes them: features go into drafts only.
create function parcels.keep_features() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct version from fresh) as f
            join parcels.layer_version v on v.id = f.version where v.state <> 'DRAFT') then
        raise exception 'features go into drafts only' using errcode = 'check_violation', constraint = 'feature_of_draft';
    end if;
    return null;
end $$;
create trigger feature_of_draft after insert on parcels.feature referencing new table as fresh
    for each statement execute function parcels.keep_features();

-- What an import found, each with the feature and a place where there is one. The version counts all of them; of each
-- stage a bounded number is named here.
create table parcels.layer_fault (
    id bigint generated always as identity constraint layer_fault_pk primary key,
    version bigint not null constraint layer_fault_of_version references parcels.layer_version,
    stage text not null constraint layer_fault_stage check (stage in ('READ', 'CHECK')),
    code text not null,
    severity text not null constraint layer_fault_severity check (severity in ('BLOCK', 'WARN')),
    feature text not null,
    longitude double precision,
    latitude double precision,
    parameters text[] not null,
    constraint layer_fault_has_a_whole_place check ((longitude is null) = (latitude is null))
);
create index layer_fault_version on parcels.layer_fault (version, severity, id);
revoke update, truncate on parcels.layer_fault from esup_app;

-- Dated settings of the layers; '*' stands for every kind without a row of its own. A setting is never changed, only
-- followed. fault.CODE says whether that fault blocks or warns, sliver is an area in hundredths of a square metre below
-- which a piece is noise, near and slack are centimetres, codes are the grades a feature may have ('*' for any).
create table parcels.layer_setting (
    id bigint generated always as identity constraint layer_setting_pk primary key,
    kind text not null constraint layer_setting_kind_known check (kind in ('*', 'PARCEL', 'ZONE', 'STREET', 'HERITAGE',
        'WORN_OUT', 'RIVER', 'SLOPE', 'AIRPORT', 'FAULT', 'SECURITY', 'GARDEN', 'ROAD_PLAN')),
    name text not null,
    valid_from date not null,
    value text not null,
    basis text not null,
    set_at timestamptz not null,
    constraint layer_setting_form check (case
        when name like 'fault.%' then value in ('BLOCK', 'WARN')
        when name in ('sliver', 'near', 'slack') then value ~ '^[0-9]{1,6}$'
        when name = 'codes' then value = '*' or value ~ '^[^[:space:]]+( [^[:space:]]+)*$'
        else false end)
);
create index layer_setting_latest on parcels.layer_setting (kind, name, valid_from desc, id desc);
revoke update, delete, truncate on parcels.layer_setting from esup_app;

insert into parcels.layer_setting (kind, name, valid_from, value, basis, set_at) values
    ('*', 'sliver', '1968-11-28', '100', 'یک متر مربع؛ نمونه', '1968-11-28T00:00Z'),
    ('*', 'near', '1968-11-28', '0', 'تنها آنچه به ملک می‌رسد؛ نمونه', '1968-11-28T00:00Z'),
    ('RIVER', 'near', '1968-11-28', '3000', 'بند ۱۶ ضوابط نمونه: حریم رودخانه تا ۳۰ متر', '1968-11-28T00:00Z'),
    ('FAULT', 'near', '1968-11-28', '5000', 'بند ۱۹ ضوابط نمونه: گسل و قنات تا ۵۰ متر', '1968-11-28T00:00Z'),
    ('STREET', 'near', '1968-11-28', '5000', 'نیم پهنای پهن‌ترین گذر طرح؛ نمونه', '1968-11-28T00:00Z'),
    ('STREET', 'slack', '1968-11-28', '150', 'خطای نقشه میان بر ملک و لبهٔ گذر؛ نمونه', '1968-11-28T00:00Z'),
    ('*', 'codes', '1968-11-28', '*', 'هر رده‌ای؛ نمونه', '1968-11-28T00:00Z'),
    ('ZONE', 'codes', '1968-11-28', 'R111 R112 R121 R122 R131 R211 R221 R222 M111 M112 M211 S111 S121 S131 S211 S311 S321 E111 G111 G121 G211 G221',
        'پهنه‌های دفترچهٔ ضوابط نمونه', '1968-11-28T00:00Z'),
    ('HERITAGE', 'codes', '1968-11-28', 'CORE BUFFER_1 BUFFER_2 LANDSCAPE', 'بند ۱۴ ضوابط نمونه', '1968-11-28T00:00Z'),
    ('*', 'fault.SLIVER', '1968-11-28', 'WARN', 'کوچک‌تر از رواداری لایه؛ نمونه', '1968-11-28T00:00Z'),
    ('*', 'fault.NO_CITY_LIMIT', '1968-11-28', 'WARN', 'بی حد شهر نمی‌توان سنجید؛ نمونه', '1968-11-28T00:00Z'),
    ('*', 'fault.OUTSIDE_CITY', '1968-11-28', 'WARN', 'لایه‌های حریم از شهر بیرون می‌روند؛ نمونه', '1968-11-28T00:00Z'),
    ('PARCEL', 'fault.OUTSIDE_CITY', '1968-11-28', 'BLOCK', 'ملک باید در شهر باشد؛ نمونه', '1968-11-28T00:00Z'),
    ('ZONE', 'fault.OUTSIDE_CITY', '1968-11-28', 'BLOCK', 'پهنه باید در شهر باشد؛ نمونه', '1968-11-28T00:00Z'),
    ('*', 'fault.NAME_TOO_LONG', '1968-11-28', 'WARN', 'نام کوتاه می‌شود؛ نمونه', '1968-11-28T00:00Z');
