-- A lock on a part holds the whole as well: the locks of all that stands on an object are found by its key.
create index lock_sort_key on parcels.lock (parcels.sort_key(code) collate "C");
