-- A transfer inquiry is a case: its row changes, and every change appends an event in the same transaction.
create sequence inquiries.inquiry_serial;

create table inquiries.inquiry (
    id text constraint inquiry_pk primary key,
    office text not null,
    office_name text not null,
    filed_by text not null,
    filed_at timestamptz not null,
    code text not null,
    parcel text not null,
    deal text not null,
    request jsonb not null,
    first_transferor text not null,
    letter_number text not null,
    search text not null,
    state text not null,
    version bigint not null,
    due_by date,
    valid_until date,
    issued_at timestamptz,
    reserved_until date,
    officer text,
    officer_name text,
    document_asked_on date,
    verdict jsonb,
    awaits_second_signer boolean not null default false,
    certificate_number text,
    certificate_secret text,
    signature_number bigint,
    verify_url text,
    bills bigint[] not null default '{}',
    deed_outcome text,
    deed_number text,
    deed_date date,
    follows text constraint inquiry_follows_fk references inquiries.inquiry,
    constraint inquiry_state_known check (state in ('AWAITING_PAYMENT', 'WITH_OFFICER', 'NEEDS_DOCUMENT', 'ISSUED',
        'REFUSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED')),
    -- An answer without its certificate is none.
    constraint inquiry_answered_has_certificate check (state not in ('ISSUED', 'REFUSED')
        or (certificate_number is not null and verify_url is not null)),
    constraint inquiry_issued_has_validity check (state <> 'ISSUED' or valid_until is not null),
    constraint inquiry_deed_complete check ((deed_outcome is null) = (deed_date is null))
);
create index inquiry_office on inquiries.inquiry (office, filed_at desc);
create index inquiry_desk on inquiries.inquiry (due_by, id) where state in ('WITH_OFFICER', 'NEEDS_DOCUMENT');
create index inquiry_parcel on inquiries.inquiry (parcel, state);
create index inquiry_running_out on inquiries.inquiry (valid_until) where state = 'ISSUED';

create table inquiries.event (
    inquiry text not null constraint event_inquiry_fk references inquiries.inquiry,
    position integer not null,
    at timestamptz not null,
    actor text not null,
    state text not null,
    what text not null,
    words text not null,
    constraint event_pk primary key (inquiry, position)
);

-- The checks as they were made, every time they were made: an answer can be explained for ever.
create table inquiries.evaluation (
    inquiry text not null constraint evaluation_inquiry_fk references inquiries.inquiry,
    position integer not null,
    at timestamptz not null,
    checks jsonb not null,
    constraint evaluation_pk primary key (inquiry, position)
);

create table inquiries.document (
    id bigint generated always as identity constraint document_pk primary key,
    inquiry text not null constraint document_inquiry_fk references inquiries.inquiry,
    name text not null,
    type text not null,
    content bytea not null,
    handed_in_by text not null,
    handed_in_at timestamptz not null,
    constraint document_type_known check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    constraint document_bounded check (length(content) between 1 and 10485760)
);
create index document_inquiry on inquiries.document (inquiry);

-- The same key with the same request is the same inquiry, however often it is sent.
create table inquiries.idempotency (
    office text not null,
    key text not null,
    request_hash text not null,
    inquiry text not null,
    at timestamptz not null,
    constraint idempotency_pk primary key (office, key)
);

create table inquiries.draft (
    id text constraint draft_pk primary key,
    office text not null,
    fields text not null,
    saved_by text not null,
    saved_at timestamptz not null,
    constraint draft_bounded check (length(fields) <= 65536)
);
create index draft_office on inquiries.draft (office, saved_at desc);

-- One row a parcel: whoever files, issues or closes a window there holds its lock until the transaction ends.
create table inquiries.parcel_lock (
    parcel text constraint parcel_lock_pk primary key,
    taken bigint not null
);

-- The priority window: this share of this owner is spoken for until that day.
create table inquiries.reservation (
    inquiry text not null constraint reservation_inquiry_fk references inquiries.inquiry,
    owner text not null,
    code text not null,
    numerator bigint not null,
    denominator bigint not null,
    opened_at timestamptz not null,
    until date not null,
    closed_at timestamptz,
    constraint reservation_pk primary key (inquiry, owner),
    constraint reservation_share_known check (numerator > 0 and numerator <= denominator)
);
create index reservation_code on inquiries.reservation (code);

-- News of the ledger, written by its transaction without waiting for anybody; the releaser takes it up after the commit.
create table inquiries.paid (
    id bigint generated always as identity constraint paid_pk primary key,
    parcel text not null,
    bill bigint not null
);

-- Inquiries that wait for money, and when to look at them again.
create table inquiries.release (
    inquiry text constraint release_pk primary key
        constraint release_inquiry_fk references inquiries.inquiry,
    due_at timestamptz not null,
    looked integer not null default 0,
    failed integer not null default 0,
    problem text
);
create index release_due on inquiries.release (due_at);

revoke update, delete, truncate on inquiries.event, inquiries.evaluation, inquiries.document, inquiries.idempotency
    from esup_app;
