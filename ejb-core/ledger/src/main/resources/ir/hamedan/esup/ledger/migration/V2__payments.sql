-- An attempt to pay a bill at a payment service provider. It moves only along its states, and every move is kept.
create table ledger.payment (
    id text constraint payment_pk primary key,
    bill bigint not null constraint payment_of_bill references ledger.bill,
    amount bigint not null constraint payment_amount_positive check (amount > 0),
    token text constraint payment_token_once unique,
    state text not null default 'STARTED' constraint payment_state_known
        check (state in ('STARTED', 'REDIRECTED', 'BOOKED', 'CANCELLED', 'FAILED', 'REVERSED')),
    started_at timestamptz not null,
    booked_at timestamptz,
    trace text,
    masked_card text constraint payment_card_masked check (masked_card ~ '^[0-9]{0,6}[*]+[0-9]{0,4}$'),
    posting bigint constraint payment_of_posting references ledger.posting constraint payment_books_once unique,
    next_check_at timestamptz not null,
    checks integer not null default 0,
    constraint payment_booked_is_posted check ((state = 'BOOKED') = (posting is not null and booked_at is not null)),
    constraint payment_redirected_has_token check (state <> 'REDIRECTED' or token is not null)
);
create index payment_bill on ledger.payment (bill);
create index payment_waiting on ledger.payment (next_check_at) where state in ('STARTED', 'REDIRECTED');
revoke update, delete, truncate on ledger.payment from esup_app;
grant update (token, state, booked_at, trace, masked_card, posting, next_check_at, checks) on ledger.payment to esup_app;

create table ledger.payment_event (
    id bigint generated always as identity constraint payment_event_pk primary key,
    payment text not null constraint payment_event_of_payment references ledger.payment,
    at timestamptz not null,
    state text not null,
    detail text not null
);
create index payment_event_payment on ledger.payment_event (payment, id);
revoke update, delete, truncate on ledger.payment_event from esup_app;

-- Every call to the provider and what it answered: no card, no secret.
create table ledger.provider_call (
    id bigint generated always as identity constraint provider_call_pk primary key,
    payment text not null,
    at timestamptz not null,
    call text not null constraint provider_call_known check (call in ('REQUEST', 'VERIFY', 'INQUIRY', 'REVERSE')),
    answer text not null,
    milliseconds bigint not null
);
create index provider_call_payment on ledger.provider_call (payment, id);
revoke update, delete, truncate on ledger.provider_call from esup_app;
