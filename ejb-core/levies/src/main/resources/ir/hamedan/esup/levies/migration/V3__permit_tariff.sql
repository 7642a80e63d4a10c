-- Levy books: the tariff of the permit levies, by year and version. A book is handed in whole and published; from then on
-- nothing is added to it, and a change is a further version. A permit is priced by the book of the day of the request.
create table levies.tariff_book (
    id bigint generated always as identity constraint tariff_book_pk primary key,
    year smallint not null,
    version smallint not null constraint tariff_book_version_counted check (version >= 1),
    title text not null,
    approval text not null,
    valid_from date not null,
    valid_until date not null,
    demonstration boolean not null,
    constraint tariff_book_once unique (year, version),
    constraint tariff_book_days check (valid_from <= valid_until)
);
revoke update, delete, truncate on levies.tariff_book from esup_app;

-- A line as it holds from a day on. Courts annul lines: one that is off stays in the book and says why.
create table levies.tariff_line (
    id bigint generated always as identity constraint tariff_line_pk primary key,
    book bigint not null constraint tariff_line_of_book references levies.tariff_book,
    place smallint not null,
    code text not null,
    title text not null,
    formula text not null constraint tariff_line_formula_known
        check (formula in ('FLOOR', 'EXCESS', 'PROJECTION', 'PARKING', 'SUBDIVISION')),
    legal_basis text not null constraint tariff_line_has_basis check (legal_basis <> ''),
    is_on boolean not null,
    off_reason text not null,
    valid_from date not null,
    -- Hundredths of a square metre for each parking space.
    area_each integer not null constraint tariff_line_area_each check (area_each between 0 and 10000),
    constraint tariff_line_once unique (book, code, valid_from),
    constraint tariff_line_place unique (book, place),
    constraint tariff_line_off_has_reason check (is_on = (off_reason = ''))
);
revoke update, delete, truncate on levies.tariff_line from esup_app;

-- Factors by use, storeys and floor area (hundredths of a square metre), the bands half-open. For one building there is
-- never more than one of a use.
create extension if not exists btree_gist with schema public;
create table levies.tariff_factor (
    line bigint not null constraint tariff_factor_of_line references levies.tariff_line,
    land_use text not null,
    storeys_from integer not null,
    storeys_until integer not null,
    area_from bigint not null,
    area_until bigint not null,
    per_mille integer not null constraint tariff_factor_bounded check (per_mille between 0 and 10000),
    constraint tariff_factor_bands check (storeys_from < storeys_until and area_from < area_until),
    constraint tariff_factor_single exclude using gist (line with =, land_use with =,
        int4range(storeys_from, storeys_until) with &&, int8range(area_from, area_until) with &&)
);
revoke update, delete, truncate on levies.tariff_factor from esup_app;

create table levies.tariff_publication (
    book bigint constraint tariff_publication_pk primary key
        constraint tariff_publication_of_book references levies.tariff_book,
    known_from timestamptz not null,
    published_by text not null
);
revoke update, delete, truncate on levies.tariff_publication from esup_app;

create function levies.tariff_stays() returns trigger language plpgsql as $$
declare
    into_book bigint;
begin
    if tg_table_name = 'tariff_line' then
        into_book := new.book;
    else
        select l.book into into_book from levies.tariff_line l where l.id = new.line;
    end if;
    if exists (select from levies.tariff_publication p where p.book = into_book) then
        raise exception 'a published levy book stays as it is' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger tariff_line_stays before insert or update on levies.tariff_line
    for each row execute function levies.tariff_stays();
create trigger tariff_factor_stays before insert or update on levies.tariff_factor
    for each row execute function levies.tariff_stays();

-- The price P of a square metre, in rials. Region 0 is the whole city, an empty key the whole region; the narrower row
-- counts, and of two for the same place and day the later one.
create table levies.tariff_price (
    id bigint generated always as identity constraint tariff_price_pk primary key,
    region smallint not null constraint tariff_price_region check (region between 0 and 99),
    price_key text not null,
    valid_from date not null,
    valid_until date not null,
    amount bigint not null constraint tariff_price_bounded check (amount between 1 and 10000000000),
    basis text not null constraint tariff_price_has_basis check (basis <> ''),
    known_from timestamptz not null,
    constraint tariff_price_days check (valid_from <= valid_until)
);
create index tariff_price_place on levies.tariff_price (region, price_key, id desc);
revoke update, delete, truncate on levies.tariff_price from esup_app;
