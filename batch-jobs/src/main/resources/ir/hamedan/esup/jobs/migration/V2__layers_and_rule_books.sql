-- Layers and rule books come in by jobs too. A layer is larger than a table; a workbook may have no line break at all.
alter table jobs.job_run drop constraint job_run_kind_known;
alter table jobs.job_run add constraint job_run_kind_known
    check (kind in ('IMPORT_PARCELS', 'IMPORT_LAYER', 'IMPORT_RULE_BOOK'));
alter table jobs.input_file drop constraint input_file_size;
alter table jobs.input_file add constraint input_file_size
    check (size between 1 and 536870912 and lines between 1 and size);

-- Texts of other modules have places to be filled.
alter table jobs.job_run add column failure_arguments text[] not null default '{}';
alter table jobs.job_report add column arguments text[] not null default '{}';
alter table jobs.job_report add constraint job_report_arguments_few check (cardinality(arguments) <= 10);
