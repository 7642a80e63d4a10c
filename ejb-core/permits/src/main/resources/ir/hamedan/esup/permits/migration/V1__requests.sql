-- What owners asked for, what stood against it and what became of it. All of it is appended: what is wrong with a request is
-- answered by a new one that follows it.
create table permits.request (
    id bigint generated always as identity constraint request_pk primary key,
    request_key text not null constraint request_once unique,
    number text not null constraint request_number_once unique,
    follows bigint constraint request_follows references permits.request,
    parcel text not null,
    applicant_id text not null,
    applicant_name text not null,
    works text not null constraint request_works_known
        check (works in ('NEW_BUILDING', 'REBUILDING', 'EXTENSION', 'ADDED_STOREY')),
    use text not null,
    use_title text not null,
    storeys integer not null,
    -- Centimetres and hundredths of a square metre.
    height integer not null,
    ground_area integer not null,
    floor_area integer not null,
    units integer not null,
    spaces integer not null,
    setback integer not null,
    words text not null,
    commission boolean not null,
    -- With these the answer of the rules can be had again, byte by byte.
    on_day date not null,
    known timestamptz not null,
    book bigint not null,
    hash text not null,
    due_by date not null,
    -- Number and name of the applicant, folded.
    search text not null,
    filed_at timestamptz not null,
    constraint request_plan check (storeys > 0 and height > 0 and ground_area > 0 and floor_area > 0 and units > 0
        and spaces >= 0 and setback >= 0)
);
create index request_of_parcel on permits.request (parcel, id desc);
create index request_of_applicant on permits.request (applicant_id, id desc);
create index request_due on permits.request (due_by, id);
revoke update, delete, truncate on permits.request from esup_app;

create table permits.outcome (
    request bigint constraint outcome_pk primary key constraint outcome_of references permits.request,
    state text not null constraint outcome_known check (state in ('ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    -- The rules then; what was withdrawn was not held against any.
    on_day date,
    known timestamptz,
    book bigint,
    hash text,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint outcome_rests_on_rules check (num_nulls(on_day, known, book, hash) = case state when 'WITHDRAWN' then 4 else 0 end)
);
revoke update, delete, truncate on permits.outcome from esup_app;

create table permits.objection (
    request bigint not null constraint objection_of references permits.request,
    -- When it was filed, or when it was returned.
    stage text not null constraint objection_stage_known check (stage in ('FILED', 'RETURNED')),
    place integer not null,
    ground text not null,
    number text,
    -- In the unit of the number.
    planned bigint not null,
    bound bigint not null,
    hard boolean not null,
    book bigint not null,
    -- Numbers and titles of the clauses, side by side.
    clauses text[] not null,
    titles text[] not null,
    words text not null,
    constraint objection_pk primary key (request, stage, place),
    constraint objection_clauses_whole check (cardinality(clauses) = cardinality(titles)),
    constraint objection_cites check (ground <> 'CITED' or (cardinality(clauses) > 0 and words <> ''))
);
revoke update, delete, truncate on permits.objection from esup_app;

create table permits.consent (
    request bigint not null constraint consent_of references permits.request,
    owner_id text not null,
    owner_name text not null,
    -- Number and date of a paper that an officer saw; empty for who agreed at the own desk.
    paper text not null,
    given_by text not null,
    given_at timestamptz not null,
    constraint consent_pk primary key (request, owner_id)
);
revoke update, delete, truncate on permits.consent from esup_app;

create function permits.is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was asked for and said to it stays' using errcode = 'check_violation', constraint = 'permit_is_kept';
end $$;
create trigger request_is_kept before update or delete on permits.request for each row execute function permits.is_kept();
create trigger outcome_is_kept before update or delete on permits.outcome for each row execute function permits.is_kept();
create trigger objection_is_kept before update or delete on permits.objection for each row execute function permits.is_kept();
create trigger consent_is_kept before update or delete on permits.consent for each row execute function permits.is_kept();
