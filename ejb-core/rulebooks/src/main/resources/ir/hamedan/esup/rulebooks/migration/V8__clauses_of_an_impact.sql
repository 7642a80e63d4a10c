-- Which clauses decided on a parcel under either book. Reports that were finished before have none of them.
alter table rulebooks.impact_parcel
    add column clauses_before text[] not null default '{}',
    add column clauses_after text[] not null default '{}';
alter table rulebooks.impact_parcel alter column clauses_before drop default, alter column clauses_after drop default;
