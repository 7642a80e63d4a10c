-- The register of certificates: facts, appended and never changed.

-- A number taken and not used is a signature that was never made; nothing is issued twice under one number.
create sequence signing.signature_number as bigint;
create sequence signing.certificate_serial as bigint maxvalue 999999999;

-- Whose signatures these are: certificate chains, the signer's own first, kept for as long as anything they signed.
create table signing.signer (
    fingerprint bytea not null,
    name        text not null,
    chain       bytea[] not null,
    known_since timestamptz not null default clock_timestamp(),
    constraint signer_pk primary key (fingerprint),
    constraint signer_fingerprint_is_sha256 check (length(fingerprint) = 32)
);

-- The signing journal: every signature we ever made, under its number.
create table signing.journal (
    signature_number bigint not null,
    purpose          text not null,
    signed_at        timestamptz not null,
    signer           bytea not null,
    algorithm        text not null,
    digest           bytea not null,
    signature        bytea not null,
    constraint journal_pk primary key (signature_number),
    constraint journal_purpose_known check (purpose in ('CERTIFICATE', 'STATUS', 'TREE_HEAD')),
    constraint journal_signer_fk foreign key (signer) references signing.signer
);

create table signing.register (
    number           text not null,
    signature_number bigint not null,
    kind             text not null,
    region           smallint not null,
    subject          text not null,
    reference        text not null,
    issued_at        timestamptz not null,
    valid_until      date not null,
    -- SHA-256 over number and secret: who has both finds the row by it, and nobody else does.
    proof            bytea not null,
    document         text not null,
    pdf              bytea not null,
    pdf_digest       bytea not null,
    -- SHA-256 of the signed ranges of the PDF: finds the row of a file that was changed elsewhere.
    signed_digest    bytea not null,
    recorded_at      timestamptz not null default clock_timestamp(),
    constraint register_pk primary key (number),
    constraint register_number_form check (number ~ '^[0-9]{18}$'),
    constraint register_signature_unique unique (signature_number),
    constraint register_reference_unique unique (reference),
    constraint register_proof_unique unique (proof),
    constraint register_pdf_unique unique (pdf_digest),
    constraint register_signed_unique unique (signed_digest),
    constraint register_signature_fk foreign key (signature_number) references signing.journal
);
-- The PDF is compressed in itself.
alter table signing.register alter column pdf set storage external;
create index register_subject on signing.register (subject text_pattern_ops);
create index register_recorded on signing.register (recorded_at);

-- What became of a certificate later: each of the two at most once, by a signed statement.
create table signing.status (
    id               bigint generated always as identity,
    number           text not null,
    state            text not null,
    at               timestamptz not null,
    by_reference     text,
    reason_code      text,
    reason           text,
    actor            text not null,
    statement        text not null,
    signature_number bigint not null,
    recorded_at      timestamptz not null default clock_timestamp(),
    constraint status_pk primary key (id),
    constraint status_once unique (number, state),
    constraint status_number_fk foreign key (number) references signing.register,
    constraint status_signature_fk foreign key (signature_number) references signing.journal,
    constraint status_known check (
        state = 'SUPERSEDED' and by_reference is not null and reason is null
        or state = 'REVOKED' and reason_code is not null and reason is not null)
);
create index status_recorded on signing.status (recorded_at);

-- The sealed register: the complete subtrees of a Merkle tree (RFC 9162); level 0 are the leaves.
create table signing.node (
    level     smallint not null,
    position  bigint not null,
    hash      bytea not null,
    entry     text,
    number    text,
    status_id bigint,
    constraint node_pk primary key (level, position),
    constraint node_number_once unique (number),
    constraint node_status_once unique (status_id),
    constraint node_number_fk foreign key (number) references signing.register,
    constraint node_status_fk foreign key (status_id) references signing.status,
    constraint node_leaf check (
        level = 0 and entry is not null and num_nonnulls(number, status_id) = 1
        or level > 0 and num_nonnulls(entry, number, status_id) = 0)
);

create table signing.tree_head (
    size             bigint not null,
    root_hash        bytea not null,
    at               timestamptz not null,
    statement        text not null,
    signature_number bigint not null,
    recorded_at      timestamptz not null default clock_timestamp(),
    constraint tree_head_pk primary key (size),
    constraint tree_head_signature_fk foreign key (signature_number) references signing.journal
);

revoke update, delete, truncate
    on signing.signer, signing.journal, signing.register, signing.status, signing.node, signing.tree_head
    from esup_app;

-- Begins an issue: what this reference was given before, or fresh numbers. The lock lasts to the end of the
-- transaction, so the same reference is never issued twice, however many ask at once.
create function signing.begin_issue(
    in p_reference text,
    out o_signature_number bigint,
    out o_serial bigint,
    out o_number text,
    out o_issued_at timestamptz,
    out o_pdf bytea)
    language plpgsql
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('signing.issue:' || p_reference, 0));
    select r.signature_number, r.number, r.issued_at, r.pdf
      into o_signature_number, o_number, o_issued_at, o_pdf
      from signing.register r
     where r.reference = p_reference;
    if not found then
        o_signature_number := nextval('signing.signature_number');
        o_serial := nextval('signing.certificate_serial');
    end if;
end
$$;
