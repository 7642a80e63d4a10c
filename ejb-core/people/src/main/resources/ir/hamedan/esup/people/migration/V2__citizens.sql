-- Citizens have accounts of their own, all in one organisation that is there from the beginning.
alter table people.organisation drop constraint organisation_kind_known;
alter table people.organisation add constraint organisation_kind_known check (kind in
    ('NOTARY_OFFICE', 'BANK_BRANCH', 'UTILITY', 'COUNTER_OFFICE', 'MUNICIPAL_DEPARTMENT', 'CITIZENS'));
insert into people.organisation (id, kind, name, search_key, region)
values ('citizens', 'CITIZENS', 'شهروندان', 'citizens شهروندان', 0);
