-- A limit of the city takes two people, as a layer does. What the first one signed waits here until it is published into
-- parcels.city_limit, which all answers read, or is given up; nothing else of it ever changes.
create table parcels.city_limit_draft (
    id bigint generated always as identity constraint city_limit_draft_pk primary key,
    valid_from date not null,
    file_name text not null,
    hash text not null constraint city_limit_draft_hash check (hash ~ '^[0-9a-f]{64}$'),
    -- Hundredths of a square metre.
    area bigint not null,
    points integer not null,
    geometry bytea not null,
    bounds box not null,
    signed_by text not null,
    signed_at timestamptz not null,
    published boolean,
    decided_by text,
    decided_at timestamptz,
    constraint city_limit_draft_decided_whole check ((published is null) = (decided_by is null)
        and (decided_by is null) = (decided_at is null)),
    constraint city_limit_draft_two_signers check (not published or decided_by <> signed_by)
);
revoke update, delete, truncate on parcels.city_limit_draft from esup_app;
grant update (published, decided_by, decided_at) on parcels.city_limit_draft to esup_app;

create function parcels.keep_city_limit_draft() returns trigger language plpgsql as $$
begin
    if old.published is not null then
        raise exception 'what was decided on limit % stays', old.id
            using errcode = 'check_violation', constraint = 'city_limit_draft_is_kept';
    end if;
    return new;
end $$;
create trigger city_limit_draft_is_kept before update on parcels.city_limit_draft
    for each row execute function parcels.keep_city_limit_draft();

-- Limits from before have no draft. A later one is there once, and only when two people signed it.
alter table parcels.city_limit add column draft bigint constraint city_limit_of_draft references parcels.city_limit_draft,
    add constraint city_limit_once unique (draft);

create function parcels.city_limit_is_published() returns trigger language plpgsql as $$
begin
    if not exists (select from parcels.city_limit_draft d where d.id = new.draft and d.published) then
        raise exception 'a limit takes two signatures' using errcode = 'check_violation',
            constraint = 'city_limit_is_published';
    end if;
    return new;
end $$;
create trigger city_limit_is_published before insert on parcels.city_limit
    for each row execute function parcels.city_limit_is_published();
