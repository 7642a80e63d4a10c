-- A registered deed the register could not take over by itself: the office enters its owners, and says so.
alter table inquiries.inquiry add column owners_open boolean not null default false;
create index inquiry_owners_open on inquiries.inquiry (filed_at) where owners_open;
