-- What a draft would change for every parcel of the city. A report is worked off in pieces; of its own row only the place
-- where the next piece begins moves on. What the pieces found is appended.
create table rulebooks.impact (
    id bigint generated always as identity constraint impact_pk primary key,
    book bigint not null constraint impact_of references rulebooks.book,
    -- SHA-256 of the draft with all that was settled.
    content_hash text not null,
    -- The book in force on the day; absent when there was none.
    against bigint constraint impact_against references rulebooks.publication,
    on_day date not null,
    known timestamptz not null,
    total bigint not null,
    opened_by text not null,
    opened_at timestamptz not null,
    pieces integer not null default 0,
    done bigint not null default 0,
    -- Code of the last parcel that is done; empty at the beginning.
    position text not null default '',
    finished_at timestamptz,
    constraint impact_once unique nulls not distinct (book, content_hash, against, on_day)
);
revoke update, delete, truncate on rulebooks.impact from esup_app;
grant update (pieces, done, position, finished_at) on rulebooks.impact to esup_app;

create function rulebooks.impact_is_kept() returns trigger language plpgsql as $$
begin
    if old.finished_at is not null then
        raise exception 'a finished report stays as it is' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger impact_is_kept before update on rulebooks.impact for each row execute function rulebooks.impact_is_kept();

-- Density per mille, what may be built in hundredths of a square metre; no verdict where there was no book.
create table rulebooks.impact_parcel (
    impact bigint not null constraint impact_parcel_of references rulebooks.impact,
    sort_key text collate "C" not null,
    code text not null,
    region smallint not null,
    zone text not null,
    outcome text not null constraint impact_parcel_outcome check (outcome in ('GAINS', 'LOSES', 'UNCHANGED',
        'BECOMES_UNDECIDABLE', 'NEWLY_DECIDABLE', 'STAYS_UNDECIDABLE')),
    reason text not null constraint impact_parcel_reason
        check (reason in ('NONE', 'GAP', 'OVERLAP', 'REFERRAL', 'NO_DATA', 'NO_BOOK')),
    verdict_before text,
    verdict_after text,
    density_before bigint not null,
    density_after bigint not null,
    buildable_before bigint not null,
    buildable_after bigint not null,
    constraint impact_parcel_pk primary key (impact, sort_key)
);
create index impact_parcel_outcome_order on rulebooks.impact_parcel (impact, outcome, sort_key);
create index impact_parcel_code on rulebooks.impact_parcel (code, impact);
revoke update, delete, truncate on rulebooks.impact_parcel from esup_app;

-- The sums of each piece, so that nothing is ever changed; a reader adds them.
create table rulebooks.impact_sum (
    impact bigint not null constraint impact_sum_of references rulebooks.impact,
    piece integer not null,
    dimension text not null
        constraint impact_sum_dimension check (dimension in ('ALL', 'REGION', 'ZONE', 'USE', 'CLAUSE')),
    key text not null,
    outcome text not null,
    reason text not null,
    parcels bigint not null,
    density_up bigint not null,
    density_down bigint not null,
    buildable_up bigint not null,
    buildable_down bigint not null,
    buildable_before bigint not null,
    buildable_after bigint not null,
    constraint impact_sum_pk primary key (impact, dimension, key, outcome, reason, piece)
);
revoke update, delete, truncate on rulebooks.impact_sum from esup_app;

-- How many parcels of a piece lie in a gap or an overlap, and the first of them.
create table rulebooks.impact_finding (
    impact bigint not null constraint impact_finding_of references rulebooks.impact,
    finding bigint not null constraint impact_finding_in references rulebooks.finding,
    piece integer not null,
    parcels bigint not null,
    codes text[] not null,
    constraint impact_finding_pk primary key (finding, impact, piece)
);
revoke update, delete, truncate on rulebooks.impact_finding from esup_app;
