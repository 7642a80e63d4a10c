-- For what other modules lay down for a parcel: it follows a mere new number of the same land, and ends where the land under
-- its code became another one by a split or a merge, whether the code was retired or kept for what came of it.
create view parcels.api_renumbered as
select c.from_code, c.to_code, c.changed_on, c.recorded_at from parcels.code_change c where c.action = 'RENUMBER';

create view parcels.api_land_changed as
select c.from_code as code, c.changed_on, c.recorded_at from parcels.code_change c where c.action <> 'RENUMBER'
union all
select c.to_code, c.changed_on, c.recorded_at from parcels.code_change c where c.action = 'MERGE';
