-- An attempt that is about to be verified holds the claims of its bill: of two payers only one is verified at a time.
alter table ledger.payment add column claimed_at timestamptz;
grant update (claimed_at) on ledger.payment to esup_app;

-- What stands on account is applied to claims or given back. Between the files of two objects it goes through an account
-- of its own, since a transfer has one file.
alter table ledger.posting drop constraint posting_kind_known;
alter table ledger.posting add constraint posting_kind_known
    check (kind in ('DEMAND', 'CORRECTION', 'PAYMENT', 'ON_ACCOUNT', 'APPLY_CREDIT', 'REFUND'));
alter table ledger.account drop constraint account_kind_known;
alter table ledger.account add constraint account_kind_known
    check (kind in ('RECEIVABLE', 'INCOME', 'PENALTY', 'REWARD', 'PROVIDER', 'BANK', 'TRANSIT', 'ON_ACCOUNT'));
insert into ledger.account (id, code, kind, levy) values (403, 'TRANSIT', 'TRANSIT', null);
alter table ledger.transfer
    drop constraint transfer_debit_known,
    drop constraint transfer_credit_known,
    add constraint transfer_debit_known
        check (debit between 101 and 108 or debit between 201 and 208 or debit in (301, 302, 401, 402, 403, 501)),
    add constraint transfer_credit_known
        check (credit between 101 and 108 or credit between 201 and 208 or credit in (301, 302, 401, 402, 403, 501));
