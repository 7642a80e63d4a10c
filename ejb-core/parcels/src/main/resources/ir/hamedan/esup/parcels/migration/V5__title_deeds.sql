-- Title deeds as the registry wrote them. A new deed is a further row; the newest one counts.
create table parcels.title (
    code text not null constraint title_of_object references parcels.land_object,
    number text not null,
    issued_on date not null,
    issuer text not null,
    surveyed_area bigint not null constraint title_surveyed_area check (surveyed_area >= 0),
    north text not null,
    east text not null,
    south text not null,
    west text not null,
    recorded_at timestamptz not null,
    constraint title_pk primary key (code, issued_on, number)
);
revoke update, delete, truncate on parcels.title from esup_app;
