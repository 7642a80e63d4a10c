-- The least share of a plot, per mille, that must lie in a zone for its rules to bear on the plot: where zones were drawn beside
-- the borders of plots, what is below it is noise. Known from now on, so that earlier answers stay what they are.
alter table parcels.layer_setting drop constraint layer_setting_form;
alter table parcels.layer_setting add constraint layer_setting_form check (case
    when name like 'fault.%' then value in ('BLOCK', 'WARN')
    when name in ('sliver', 'near', 'slack') then value ~ '^[0-9]{1,6}$'
    when name = 'share' then value ~ '^[0-9]{1,3}$'
    when name = 'codes' then value = '*' or value ~ '^[^[:space:]]+( [^[:space:]]+)*$'
    else false end);
insert into parcels.layer_setting (kind, name, valid_from, value, basis, set_at) values
    ('ZONE', 'share', '1968-11-28', '50', 'خطای نقشه میان مرز پهنه و بر ملک تا پنج درصد ملک؛ نمونه', now());
