-- Rule books as they were handed in, what is wrong with them, how that was settled, and who published them. All of it is
-- appended; of a book itself only its state moves on.
create table rulebooks.book (
    id bigint generated always as identity constraint book_pk primary key,
    state text not null default 'DRAFT'
        constraint book_state_known check (state in ('DRAFT', 'CHECKED', 'PUBLISHED', 'WITHDRAWN')),
    -- Empty while nothing could be read because of faults.
    code text not null,
    version text not null,
    title text not null,
    demonstration boolean not null,
    -- The first day it holds; set when it is published.
    effective_from date,
    file_name text not null,
    -- The same file is loaded once.
    file_hash text not null constraint book_file_once unique,
    imported_by text not null,
    imported_at timestamptz not null,
    -- A table so faulty that not all gaps and overlaps were counted.
    findings_complete boolean not null,
    constraint book_effective_when_published check (state <> 'PUBLISHED' or effective_from is not null)
);
-- Of two books for the same first day nobody could say which one holds.
create unique index book_one_for_a_day on rulebooks.book (effective_from) where state = 'PUBLISHED';
create index book_newest on rulebooks.book (id desc) where state in ('PUBLISHED', 'WITHDRAWN');
revoke update, delete, truncate on rulebooks.book from esup_app;
grant update (state, effective_from) on rulebooks.book to esup_app;

-- What was published keeps its day, and no state comes back.
create function rulebooks.book_moves_on() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (('DRAFT', 'CHECKED'), ('CHECKED', 'PUBLISHED'), ('DRAFT', 'WITHDRAWN'),
            ('CHECKED', 'WITHDRAWN'), ('PUBLISHED', 'WITHDRAWN')) then
        raise exception 'a book does not go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    if old.state = 'PUBLISHED' and new.effective_from is distinct from old.effective_from then
        raise exception 'the first day of a published book stays' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger book_moves_on before update on rulebooks.book
    for each row execute function rulebooks.book_moves_on();

create table rulebooks.book_file (
    book bigint constraint book_file_pk primary key constraint book_file_of references rulebooks.book,
    bytes bytea not null
);
revoke update, delete, truncate on rulebooks.book_file from esup_app;

-- What the file says, in a form that stays readable when the reader of files changes; absent while there are faults.
create table rulebooks.book_content (
    book bigint constraint book_content_pk primary key constraint book_content_of references rulebooks.book,
    content jsonb not null
);
revoke update, delete, truncate on rulebooks.book_content from esup_app;

create table rulebooks.fault (
    book bigint not null constraint fault_of references rulebooks.book,
    place integer not null,
    sheet text not null,
    row_number integer not null,
    column_letters text not null,
    field text not null,
    code text not null,
    arguments text[] not null,
    constraint fault_pk primary key (book, place)
);
revoke update, delete, truncate on rulebooks.fault from esup_app;

create table rulebooks.finding (
    id bigint generated always as identity constraint finding_pk primary key,
    book bigint not null constraint finding_of references rulebooks.book,
    kind text not null constraint finding_kind_known check (kind in ('GAP', 'OVERLAP')),
    zone text not null,
    land_use text not null,
    plot_from bigint not null,
    plot_until bigint not null,
    street_from bigint not null,
    street_until bigint not null,
    rows text[] not null
);
create index finding_book on rulebooks.finding (book, id);
revoke update, delete, truncate on rulebooks.finding from esup_app;

-- How a finding shall be settled, as one person proposes and another decides.
create table rulebooks.settlement (
    id bigint generated always as identity constraint settlement_pk primary key,
    finding bigint not null constraint settlement_of references rulebooks.finding,
    kind text not null constraint settlement_kind_known check (kind in ('PRECEDENCE', 'REFERRAL')),
    winner text not null,
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    constraint settlement_winner check ((kind = 'PRECEDENCE') = (winner <> ''))
);
create index settlement_finding on rulebooks.settlement (finding, id);
revoke update, delete, truncate on rulebooks.settlement from esup_app;

create table rulebooks.settlement_decision (
    settlement bigint constraint settlement_decision_pk primary key
        constraint settlement_decision_of references rulebooks.settlement,
    approved boolean not null,
    decided_by text not null,
    decided_at timestamptz not null
);
revoke update, delete, truncate on rulebooks.settlement_decision from esup_app;

-- What settles a finding: the file itself, its own settlement, or one of another finding that reaches over it.
create table rulebooks.finding_settled (
    finding bigint constraint finding_settled_pk primary key constraint finding_settled_of references rulebooks.finding,
    kind text not null constraint finding_settled_kind_known check (kind in ('PRECEDENCE', 'REFERRAL')),
    settled_by text not null
);
revoke update, delete, truncate on rulebooks.finding_settled from esup_app;

create table rulebooks.signature (
    book bigint not null constraint signature_of references rulebooks.book,
    place smallint not null constraint signature_two check (place in (1, 2)),
    signer text not null,
    effective_from date not null,
    signed_at timestamptz not null,
    constraint signature_pk primary key (book, place),
    constraint signature_of_two_people unique (book, signer)
);
revoke update, delete, truncate on rulebooks.signature from esup_app;

-- What holds: the content with all that was settled. known_from is when the city knew of it.
create table rulebooks.publication (
    book bigint constraint publication_pk primary key constraint publication_of references rulebooks.book,
    effective_from date not null,
    known_from timestamptz not null,
    content jsonb not null,
    content_hash text not null
);
create index publication_in_force on rulebooks.publication (effective_from desc, known_from desc);
revoke update, delete, truncate on rulebooks.publication from esup_app;

create table rulebooks.withdrawal (
    book bigint constraint withdrawal_pk primary key constraint withdrawal_of references rulebooks.book,
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
);
revoke update, delete, truncate on rulebooks.withdrawal from esup_app;

create table rulebooks.chapter (
    book bigint not null constraint chapter_of references rulebooks.book,
    place integer not null,
    number text not null,
    title text not null,
    constraint chapter_pk primary key (book, number)
);
revoke update, delete, truncate on rulebooks.chapter from esup_app;

-- Clauses for those who read: the words are folded and parted by blanks, so that the parser of PostgreSQL has nothing
-- to guess.
create table rulebooks.clause (
    book bigint not null constraint clause_of references rulebooks.book,
    place integer not null,
    number text not null,
    chapter text not null,
    title text not null,
    text text not null,
    title_words text not null,
    text_words text not null,
    words tsvector not null generated always as (
        setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', text_words), 'B')) stored,
    constraint clause_pk primary key (book, number)
);
create index clause_chapter on rulebooks.clause (book, chapter, place);
create index clause_words on rulebooks.clause using gin (words);
revoke update, delete, truncate on rulebooks.clause from esup_app;
