-- A piece that keeps its code at a split has another area from then on. What it had until then stays here, so that the rules
-- of a parcel as of an earlier day or instant are those of the area of then.
create table parcels.earlier_area (
    id bigint generated always as identity constraint earlier_area_pk primary key,
    code text not null constraint earlier_area_of_object references parcels.land_object,
    -- Hundredths of a square metre, as in parcels.land_object.
    land_area bigint not null constraint earlier_area_not_negative check (land_area >= 0),
    until_day date not null,
    recorded_at timestamptz not null
);
create index earlier_area_of_code on parcels.earlier_area (code, id);
revoke update, delete, truncate on parcels.earlier_area from esup_app;
