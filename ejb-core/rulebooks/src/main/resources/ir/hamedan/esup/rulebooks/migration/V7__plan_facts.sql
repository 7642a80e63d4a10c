-- What planners laid down for one parcel: a decision of the Article 5 commission (Supreme Council Act 1351, art. 5), which
-- the municipality must follow, or the level of the street by a bar-o-kaf paper. One person proposes it, another publishes
-- it; from its day on it holds until a later one for the same parcel, or until it is withdrawn. All of it is appended.
create table rulebooks.plan_fact (
    id bigint generated always as identity constraint plan_fact_pk primary key,
    request_key text not null constraint plan_fact_once unique,
    kind text not null constraint plan_fact_kind_known check (kind in ('DECISION', 'GROUND_LEVEL')),
    parcel text not null,
    -- The first day it holds: never before its paper.
    valid_from date not null,
    number text not null,
    issued_on date not null,
    -- Reference of the map that belongs to a decision.
    map text not null,
    -- As in the table of a book: per mille, centimetres, hundredths of a square metre.
    density integer,
    coverage integer,
    storeys integer,
    pilotis boolean,
    height integer,
    open_per_unit integer,
    parking_kind text
        constraint plan_fact_parking_known check (parking_kind in ('NONE', 'PER_UNIT', 'PER_UNIT_AND_SHOP', 'PER_AREA', 'PER_ROOMS')),
    parking_amount bigint,
    front_setback integer,
    -- Of the street at the middle of the front, centimetres over the sea.
    ground_level integer,
    -- Number and map, folded.
    search text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    constraint plan_fact_not_before_paper check (valid_from >= issued_on),
    constraint plan_fact_whole check (case kind
        when 'DECISION' then map <> '' and ground_level is null and num_nulls(density, coverage, storeys, pilotis, height,
            open_per_unit, parking_kind, parking_amount, front_setback) = 0
        else map = '' and ground_level is not null and num_nonnulls(density, coverage, storeys, pilotis, height,
            open_per_unit, parking_kind, parking_amount, front_setback) = 0 end),
    constraint plan_fact_limits check (density >= 0 and coverage between 0 and 1000 and storeys >= 0 and height >= 0
        and open_per_unit >= 0 and front_setback >= 0 and (parking_kind = 'NONE') = (parking_amount = 0)
        and parking_amount >= 0)
);
create index plan_fact_of_parcel on rulebooks.plan_fact (parcel, kind, valid_from desc, id desc);
revoke update, delete, truncate on rulebooks.plan_fact from esup_app;

-- Published by a second person, which is when the city knows of it, or given up.
create table rulebooks.plan_fact_outcome (
    fact bigint constraint plan_fact_outcome_pk primary key constraint plan_fact_outcome_of references rulebooks.plan_fact,
    published boolean not null,
    decided_by text not null,
    decided_at timestamptz not null
);
revoke update, delete, truncate on rulebooks.plan_fact_outcome from esup_app;

create table rulebooks.plan_fact_withdrawal (
    fact bigint constraint plan_fact_withdrawal_pk primary key
        constraint plan_fact_withdrawal_of references rulebooks.plan_fact_outcome,
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
);
revoke update, delete, truncate on rulebooks.plan_fact_withdrawal from esup_app;

create function rulebooks.plan_fact_takes_two() returns trigger language plpgsql as $$
begin
    if new.published and exists (select from rulebooks.plan_fact f
            where f.id = new.fact and f.proposed_by = new.decided_by) then
        raise exception 'fact % takes two people', new.fact
            using errcode = 'check_violation', constraint = 'plan_fact_takes_two';
    end if;
    return new;
end $$;
create trigger plan_fact_takes_two before insert on rulebooks.plan_fact_outcome
    for each row execute function rulebooks.plan_fact_takes_two();

create function rulebooks.plan_fact_was_published() returns trigger language plpgsql as $$
begin
    if not exists (select from rulebooks.plan_fact_outcome o
            where o.fact = new.fact and o.published and o.decided_at <= new.withdrawn_at) then
        raise exception 'only what was published is withdrawn'
            using errcode = 'check_violation', constraint = 'plan_fact_was_published';
    end if;
    return new;
end $$;
create trigger plan_fact_was_published before insert on rulebooks.plan_fact_withdrawal
    for each row execute function rulebooks.plan_fact_was_published();

-- Whoever writes: what was answered rests on it.
create function rulebooks.plan_fact_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what planners laid down stays' using errcode = 'check_violation', constraint = 'plan_fact_is_kept';
end $$;
create trigger plan_fact_is_kept before update or delete on rulebooks.plan_fact
    for each row execute function rulebooks.plan_fact_is_kept();
create trigger plan_fact_outcome_is_kept before update or delete on rulebooks.plan_fact_outcome
    for each row execute function rulebooks.plan_fact_is_kept();
create trigger plan_fact_withdrawal_is_kept before update or delete on rulebooks.plan_fact_withdrawal
    for each row execute function rulebooks.plan_fact_is_kept();
