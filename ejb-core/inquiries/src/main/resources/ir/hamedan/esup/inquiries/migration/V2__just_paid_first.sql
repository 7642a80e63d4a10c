-- When the ledger last told of a payment for it: who has just paid is looked at before those who only wait.
alter table inquiries.release add column news_at timestamptz;
