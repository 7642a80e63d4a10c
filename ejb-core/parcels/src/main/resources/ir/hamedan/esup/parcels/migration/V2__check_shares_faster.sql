-- The same check as before, without turning the row into JSON for each share of a bulk load.
create function parcels.require_whole(asked bigint) returns void language plpgsql as $$
declare
    total numeric[];
begin
    select parcels.share_sum(s.numerator, s.denominator) into total from parcels.owner_share s where s.owner_set = asked;
    if total[1] <> total[2] then
        raise exception 'the shares of owner set % are %/%', asked, total[1], total[2]
            using errcode = 'check_violation', constraint = 'owner_set_is_whole';
    end if;
end $$;

create or replace function parcels.check_owner_set() returns trigger language plpgsql as $$
begin
    perform parcels.require_whole(new.id);
    return null;
end $$;

create function parcels.check_owner_share() returns trigger language plpgsql as $$
begin
    perform parcels.require_whole(new.owner_set);
    return null;
end $$;

drop trigger owner_share_keeps_whole on parcels.owner_share;
create constraint trigger owner_share_keeps_whole after insert or update on parcels.owner_share
    deferrable initially deferred for each row execute function parcels.check_owner_share();
