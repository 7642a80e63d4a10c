-- People and machines share one name space, so that a name in the journal or in a token means one account for ever.
-- Names are lower case: the container takes a principal called like a role for that role.

create table people.organisation (
    id text not null,
    kind text not null,
    name text not null,
    search_key text not null,
    region int not null,
    active boolean not null default true,
    constraint organisation_pk primary key (id),
    constraint organisation_id_form check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    constraint organisation_kind_known check (kind in
        ('NOTARY_OFFICE', 'BANK_BRANCH', 'UTILITY', 'COUNTER_OFFICE', 'MUNICIPAL_DEPARTMENT')),
    constraint organisation_name_length check (length(name) between 2 and 200),
    constraint organisation_region_known check (region between 0 and 4)
);

create table people.account (
    username text not null,
    kind text not null,
    name text not null,
    search_key text not null,
    national_id text,
    organisation text not null,
    roles text[] not null,
    active boolean not null default true,
    version bigint not null default 0,
    created_at timestamptz not null default now(),
    constraint account_pk primary key (username),
    constraint account_username_form check (username ~ '^[a-z][a-z0-9._-]{2,39}$'),
    constraint account_username_not_reserved check (username not in ('system', 'public', 'anonymous')),
    constraint account_kind_known check (kind in ('PERSON', 'CLIENT')),
    constraint account_person_has_national_id check ((kind = 'PERSON') = (national_id is not null)),
    constraint account_name_length check (length(name) between 2 and 200),
    constraint account_roles_grantable check (roles <@ array[
        'CITIZEN', 'NOTARY', 'DEPUTY', 'DEED_CLERK', 'OFFICER', 'REVENUE_OFFICER', 'SUPERVISOR', 'AUDITOR',
        'ADMINISTRATOR']),
    constraint account_has_role check (cardinality(roles) > 0),
    constraint account_organisation foreign key (organisation) references people.organisation (id)
);
create index account_by_organisation on people.account (organisation, username);

-- The epoch counts changes of the password and other ends of trust: a session opened under an older one is over.
create table people.password (
    username text not null,
    hash text not null,
    must_change boolean not null,
    epoch bigint not null default 0,
    changed_at timestamptz not null default now(),
    constraint password_pk primary key (username),
    constraint password_account foreign key (username) references people.account (username)
);

-- A token issued before the secret was changed is over, too.
create table people.client_secret (
    username text not null,
    hash text not null,
    changed_at timestamptz not null default now(),
    last_used timestamptz,
    constraint client_secret_pk primary key (username),
    constraint client_secret_account foreign key (username) references people.account (username)
);

-- Failed logins of an account, of an address, of a client from an address; for unknown names as for known ones.
create table people.attempt (
    subject text not null,
    failures int not null,
    last_at timestamptz not null,
    locked_until timestamptz,
    constraint attempt_pk primary key (subject),
    constraint attempt_subject_length check (length(subject) <= 200)
);
create index attempt_by_age on people.attempt (last_at);

-- Facts: a setting is never changed, a later row takes its place from a day on.
create table people.setting (
    id bigint generated always as identity,
    key text not null,
    valid_from date not null,
    value text not null,
    set_by text not null,
    set_at timestamptz not null,
    constraint setting_pk primary key (id),
    constraint setting_key_form check (key ~ '^[a-z][a-z0-9.-]{1,99}$'),
    constraint setting_value_length check (length(value) <= 2000)
);
create index setting_in_force on people.setting (key, valid_from desc, id desc);
revoke update, delete, truncate on people.setting from esup_app;

-- Facts: who did what, for whom, from where, before and after. Refusals too.
create table people.journal (
    id bigint generated always as identity,
    at timestamptz not null,
    actor text not null,
    organisation text not null,
    address text not null,
    action text not null,
    subject text not null,
    for_whom text not null,
    refused boolean not null,
    before jsonb not null,
    after jsonb not null,
    constraint journal_pk primary key (id)
);
create index journal_by_actor on people.journal (actor, id desc);
create index journal_by_subject on people.journal (subject, id desc);
create index journal_by_action on people.journal (action, id desc);
-- Rows come in the order of time: a block range index stays small.
create index journal_by_time on people.journal using brin (at);
revoke update, delete, truncate on people.journal from esup_app;
