-- Names and aliases that two hubs share, so that they identify neither.
-- found: {value} is a name of {first_hub} and of {hub}.
-- accepted: Keep it for one of the two.
-- action: Both were kept. A return that uses this name may be counted for either hub.
with listed as (
    select
        hub_list.claim,
        hub_list.row_number,
        hub_list.hub,
        known_hub.spelling
    from hub_list
    semi join claim_in_force using (claim)
    join known_hub using (hub)
),
shared as (
    select
        claim,
        row_number,
        hub,
        spelling,
        first_value(hub) over spelt as first_hub
    from listed
    window spelt as (partition by lower(spelling) order by claim, row_number)
)
select
    claim,
    row_number,
    'aliases' as field,
    spelling as value,
    first_hub,
    hub
from shared
where hub <> first_hub
order by claim, row_number;
