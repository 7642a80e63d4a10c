-- What people say is wrong with an answer, and what the planners answered: both are appended, and a report is open while
-- it has no reply.
create table rulebooks.report (
    id bigint generated always as identity constraint report_pk primary key,
    -- Drawn by chance: whoever has it may follow the report, and nobody can count on to another one.
    reference text not null constraint report_reference unique
        constraint report_reference_digits check (reference ~ '^[0-9]{16}$'),
    parcel text not null,
    on_day date not null,
    known timestamptz not null,
    -- The book that answered; absent when none was in force.
    book bigint constraint report_of references rulebooks.book,
    subject text not null
        constraint report_subject_known check (subject in ('RULE', 'MAP', 'AREA', 'OTHER')),
    words text not null constraint report_words_bounded check (length(words) between 1 and 2000),
    filed_at timestamptz not null
);
create index report_of_parcel on rulebooks.report (parcel, id);
revoke update, delete, truncate on rulebooks.report from esup_app;

create table rulebooks.report_reply (
    report bigint constraint report_reply_pk primary key constraint report_reply_of references rulebooks.report,
    outcome text not null
        constraint report_outcome_known check (outcome in ('RIGHT', 'PARTLY_RIGHT', 'NOT_RIGHT')),
    words text not null constraint report_reply_words_bounded check (length(words) between 1 and 2000),
    replied_by text not null,
    replied_at timestamptz not null
);
revoke update, delete, truncate on rulebooks.report_reply from esup_app;
