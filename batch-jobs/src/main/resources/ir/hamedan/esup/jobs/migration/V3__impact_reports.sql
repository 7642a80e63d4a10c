-- An impact report is of no file: what it compares is in the database already.
alter table jobs.job_run drop constraint job_run_kind_known;
alter table jobs.job_run add constraint job_run_kind_known
    check (kind in ('IMPORT_PARCELS', 'IMPORT_LAYER', 'IMPORT_RULE_BOOK', 'IMPACT_REPORT'));
alter table jobs.job_run alter column input drop not null;
alter table jobs.job_run add constraint job_run_of_a_file check ((input is null) = (kind = 'IMPACT_REPORT'));
