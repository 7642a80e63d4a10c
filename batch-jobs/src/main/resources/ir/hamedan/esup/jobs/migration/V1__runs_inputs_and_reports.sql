-- The bulk doors of the modules stage rows in temporary tables, and jobs go through them as the application.
do $$ begin
    execute format('grant temporary on database %I to esup_app', current_database());
end $$;

-- A file is known by its SHA-256 and kept once, in parts, until no run needs it any more; its row stays.
create table jobs.input_file (
    sha256 text constraint input_file_pk primary key,
    name text not null,
    size bigint not null,
    lines bigint not null,
    stored_at timestamptz not null,
    stored_by text not null,
    constraint input_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint input_file_size check (size between 1 and 67108864 and lines between 1 and size)
);
revoke update, delete, truncate on jobs.input_file from esup_app;

create table jobs.input_part (
    sha256 text not null constraint input_part_of_file references jobs.input_file,
    part integer not null,
    bytes bytea not null,
    constraint input_part_pk primary key (sha256, part),
    constraint input_part_size check (length(bytes) between 1 and 262144)
);

-- The truth about a run: who works on it, how far it is, and the fence that stops whoever was given up. Every change of
-- a chunk is made in one transaction with the position it leads to.
create table jobs.job_run (
    run_key text constraint job_run_pk primary key,
    kind text not null constraint job_run_kind_known check (kind in ('IMPORT_PARCELS')),
    parameters text[] not null,
    input text not null constraint job_run_input references jobs.input_file,
    position bigint not null default 0,
    total bigint not null,
    state text not null default 'QUEUED'
        constraint job_run_state_known check (state in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'STOPPED')),
    stop_requested boolean not null default false,
    owner text,
    fence bigint not null default 0,
    attempts integer not null default 0,
    due_at timestamptz not null,
    failure text,
    failure_detail text,
    reported integer not null default 0,
    requested_at timestamptz not null,
    requested_by text not null,
    started_at timestamptz,
    moved_at timestamptz,
    ended_at timestamptz,
    constraint job_run_owned_while_running check ((state = 'RUNNING') = (owner is not null)),
    constraint job_run_ended check ((state in ('FINISHED', 'FAILED', 'STOPPED')) = (ended_at is not null)),
    constraint job_run_failed_for_a_reason check (state <> 'FAILED' or failure is not null),
    constraint job_run_position check (position between 0 and total),
    constraint job_run_reported check (reported between 0 and 1000)
);
create index job_run_latest on jobs.job_run (requested_at desc, run_key);
create index job_run_input on jobs.job_run (input);
-- One of a kind at a time, on whatever node: two imports would be in each other's way.
create unique index job_run_one_of_a_kind on jobs.job_run (kind) where state = 'RUNNING';
revoke delete, truncate on jobs.job_run from esup_app;

-- Everything is counted; only the first thousand rows of a run are named one by one.
create table jobs.job_count (
    run_key text not null constraint job_count_of_run references jobs.job_run,
    code text not null,
    amount bigint not null,
    constraint job_count_pk primary key (run_key, code),
    constraint job_count_amount check (amount > 0)
);
revoke delete, truncate on jobs.job_count from esup_app;

create table jobs.job_report (
    id bigint generated always as identity constraint job_report_pk primary key,
    run_key text not null constraint job_report_of_run references jobs.job_run,
    severity text not null constraint job_report_severity_known check (severity in ('INFO', 'WARNING', 'ERROR')),
    code text not null,
    line bigint not null,
    place text not null,
    value text not null constraint job_report_value_short check (length(value) <= 200)
);
create index job_report_run on jobs.job_report (run_key, id);
revoke update, delete, truncate on jobs.job_report from esup_app;
