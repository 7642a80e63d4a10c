-- A report may be of a place where no parcel is drawn, such as one that is missing on the map: millionths of a degree.
alter table rulebooks.report
    alter column parcel drop not null,
    add column longitude bigint constraint report_longitude_on_earth check (abs(longitude) <= 180000000),
    add column latitude bigint constraint report_latitude_on_earth check (abs(latitude) <= 90000000),
    add constraint report_place_whole check ((longitude is null) = (latitude is null)),
    add constraint report_of_parcel_or_place check ((parcel is null) <> (longitude is null)),
    drop constraint report_subject_known,
    add constraint report_subject_known check (subject in ('RULE', 'MAP', 'AREA', 'MISSING', 'OTHER'));
create index report_of_place on rulebooks.report (longitude, latitude) where longitude is not null;
