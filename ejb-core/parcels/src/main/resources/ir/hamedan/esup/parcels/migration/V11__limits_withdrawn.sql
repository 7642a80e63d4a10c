-- A limit that should never have been published is withdrawn, once and with the reason. Nothing of the limit itself changes: for
-- a day and an instant it counts when it was published by that instant, valid by that day and not withdrawn by that instant.
create table parcels.city_limit_withdrawal (
    city_limit bigint constraint city_limit_withdrawal_pk primary key
        constraint city_limit_withdrawal_of_limit references parcels.city_limit,
    reason text not null constraint city_limit_withdrawal_reason check (reason <> ''),
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
);
revoke update, delete, truncate on parcels.city_limit_withdrawal from esup_app;
