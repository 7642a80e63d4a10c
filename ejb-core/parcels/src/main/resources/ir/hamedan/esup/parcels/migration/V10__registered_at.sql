-- Since when the register knows a code. Who asks what was known before that gets no answer of it, as nobody did then: the day
-- of the registration does not tell, because a code may be entered with a day that is long over. Of what stands here already the
-- instant was not kept, so it counts as known since ever: no answer that was given becomes another one.
alter table parcels.land_object add column registered_at timestamptz not null default '-infinity';
alter table parcels.land_object alter column registered_at drop default;

-- What a code is and since when it is registered is never changed; a split describes anew what keeps its code, and codes retire.
revoke update on parcels.land_object from esup_app;
grant update (plate, plate_section, postal_code, address, search, land_use, deed, land_area, floor_area, garden, retired_on)
    on parcels.land_object to esup_app;
