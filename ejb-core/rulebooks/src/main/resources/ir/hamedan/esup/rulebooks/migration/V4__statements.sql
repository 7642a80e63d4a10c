-- Signed statements of rules: what was said to whom, kept as it was said.
create table rulebooks.statement (
    id bigint generated always as identity constraint statement_pk primary key,
    request_key text not null constraint statement_once unique,
    parcel text not null,
    owner_id text not null,
    owner_name text not null,
    book bigint not null constraint statement_of references rulebooks.book,
    on_day date not null,
    known timestamptz not null,
    verdict text not null,
    -- Canonical JSON, byte by byte: a jsonb would not keep it.
    document text not null,
    hash text not null,
    certificate text not null constraint statement_certificate_once unique,
    valid_until date not null,
    issued_by text not null,
    issued_at timestamptz not null
);
create index statement_parcel on rulebooks.statement (parcel, id desc);
create index statement_book on rulebooks.statement (book, id desc);
revoke update, delete, truncate on rulebooks.statement from esup_app;
