-- Trade frontage, supervision fee, discounts and instalments are lines like the others: dated, off for a reason, with a
-- table of factors. Span and height are centimetres.
alter table levies.tariff_line drop constraint tariff_line_formula_known;
alter table levies.tariff_line
    add constraint tariff_line_formula_known check (formula in ('FLOOR', 'EXCESS', 'PROJECTION', 'PARKING',
        'SUBDIVISION', 'FRONTAGE', 'SUPERVISION', 'DISCOUNT', 'AT_ONCE', 'INSTALMENTS')),
    add column articles text[] not null default '{}',
    add column span integer not null default 0 constraint tariff_line_span check (span between 0 and 10000),
    add column height integer not null default 0 constraint tariff_line_height check (height between 0 and 10000),
    add column instalments smallint not null default 0
        constraint tariff_line_instalments check (instalments between 0 and 120);

alter table levies.tariff_book
    add column authority text not null default '',
    add column supersedes smallint not null default 0,
    add column most_discount smallint not null default 1000
        constraint tariff_book_discount check (most_discount between 0 and 1000);

-- What the lines of a book rest on, for those who look up where a number comes from.
create table levies.tariff_article (
    book bigint not null constraint tariff_article_of references levies.tariff_book,
    place smallint not null,
    number text not null,
    title text not null,
    text text not null,
    constraint tariff_article_pk primary key (book, number)
);
revoke update, delete, truncate on levies.tariff_article from esup_app;

create or replace function levies.tariff_stays() returns trigger language plpgsql as $$
declare
    into_book bigint;
begin
    if tg_table_name = 'tariff_factor' then
        select l.book into into_book from levies.tariff_line l where l.id = new.line;
    else
        into_book := new.book;
    end if;
    if exists (select from levies.tariff_publication p where p.book = into_book) then
        raise exception 'a published levy book stays as it is' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger tariff_article_stays before insert or update on levies.tariff_article
    for each row execute function levies.tariff_stays();

-- A book that should not have been published: for whoever knew of it before, it held.
create table levies.tariff_withdrawal (
    book bigint constraint tariff_withdrawal_pk primary key
        constraint tariff_withdrawal_of references levies.tariff_book,
    withdrawn_at timestamptz not null
);
revoke update, delete, truncate on levies.tariff_withdrawal from esup_app;

-- The prices that came with a book go with it.
alter table levies.tariff_price add column book bigint constraint tariff_price_with references levies.tariff_book;

-- Levy books as they were handed in, what is wrong with them, and who answers for them. All of it is appended; of a book
-- itself only its state moves on.
create table levies.book (
    id bigint generated always as identity constraint book_pk primary key,
    state text not null default 'DRAFT'
        constraint book_state_known check (state in ('DRAFT', 'SIGNED', 'PUBLISHED', 'WITHDRAWN')),
    -- Zero and empty while nothing could be read because of faults.
    year smallint not null,
    version smallint not null,
    title text not null,
    demonstration boolean not null,
    -- Title and name of the file, folded for those who search.
    words text not null,
    file_name text not null,
    -- The same file is loaded once.
    file_hash text not null constraint book_file_once unique,
    imported_by text not null,
    imported_at timestamptz not null,
    -- Where estimates find it since it was published.
    tariff bigint constraint book_tariff references levies.tariff_book,
    constraint book_tariff_when_published check (state <> 'PUBLISHED' or tariff is not null)
);
revoke update, delete, truncate on levies.book from esup_app;
grant update (state, tariff) on levies.book to esup_app;

create function levies.book_moves_on() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (('DRAFT', 'SIGNED'), ('SIGNED', 'PUBLISHED'), ('DRAFT', 'WITHDRAWN'),
            ('SIGNED', 'WITHDRAWN'), ('PUBLISHED', 'WITHDRAWN')) then
        raise exception 'a levy book does not go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    if old.tariff is not null and new.tariff is distinct from old.tariff then
        raise exception 'a published levy book stays what it is' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger book_moves_on before update on levies.book for each row execute function levies.book_moves_on();

create table levies.book_file (
    book bigint constraint book_file_pk primary key constraint book_file_of references levies.book,
    bytes bytea not null
);
revoke update, delete, truncate on levies.book_file from esup_app;

-- What the file says, in a form that stays readable when the reader of files changes; absent while there are faults.
create table levies.book_content (
    book bigint constraint book_content_pk primary key constraint book_content_of references levies.book,
    content jsonb not null
);
revoke update, delete, truncate on levies.book_content from esup_app;

create table levies.book_fault (
    book bigint not null constraint book_fault_of references levies.book,
    place integer not null,
    sheet text not null,
    row_number integer not null,
    column_letters text not null,
    field text not null,
    code text not null,
    arguments text[] not null,
    constraint book_fault_pk primary key (book, place)
);
revoke update, delete, truncate on levies.book_fault from esup_app;

create table levies.book_signature (
    book bigint not null constraint book_signature_of references levies.book,
    place smallint not null constraint book_signature_two check (place in (1, 2)),
    signer text not null,
    effective_from date not null,
    signed_at timestamptz not null,
    constraint book_signature_pk primary key (book, place),
    constraint book_signature_of_two_people unique (book, signer)
);
revoke update, delete, truncate on levies.book_signature from esup_app;

-- A draft is withdrawn by one person, a published book by two.
create table levies.book_withdrawal (
    book bigint not null constraint book_withdrawal_of references levies.book,
    place smallint not null constraint book_withdrawal_two check (place in (1, 2)),
    signer text not null,
    reason text not null constraint book_withdrawal_has_reason check (reason <> ''),
    signed_at timestamptz not null,
    constraint book_withdrawal_pk primary key (book, place),
    constraint book_withdrawal_of_two_people unique (book, signer)
);
revoke update, delete, truncate on levies.book_withdrawal from esup_app;
