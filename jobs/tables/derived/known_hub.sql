-- One row per (spelling, hub): a spelling of a hub: its code, its name or one of its aliases.
create or replace view known_hub as
with listed as (
    select hub_list.*
    from hub_list
    semi join claim on claim.claim = hub_list.claim and claim.in_force
),
spellings as (
    select hub, hub as spelling from listed
    union
    select hub, hub_name from listed
    union
    select hub, trim(unnest(string_split(aliases, ';'))) from listed where aliases is not null
)
select spelling, hub
from spellings
where spelling <> '';
