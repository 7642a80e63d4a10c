-- How far apart the drawing may have put the sides that two parcels have in common: what lies between them within it is noise
-- when they are put together. A dated setting as the others.
insert into parcels.layer_setting (kind, name, valid_from, value, basis, set_at) values
    ('PARCEL', 'slack', '1968-11-28', '10', 'خطای نقشه میان بر دو ملک همسایه؛ نمونه', '1968-11-28T00:00Z');
