-- Local authorities that were in the area of a hub, and later in none of its network although the network continued:
-- reported at the last area with them.
-- found: LA {la_code} was in the area of {hub} until {year}. Since then it has not been in any area of {network}.
-- accepted: Add the hub that has it now.
-- action: Its schools are not counted for any hub.
with area as (
    select
        hub.network,
        hub_area.claim,
        hub_area.row_number,
        hub_area.hub,
        hub_area.la_code,
        authority_now.now_code,
        coalesce(hub_area.to_period, 999999) as to_period
    from hub_area
    semi join claim_in_force using (claim)
    join hub using (hub)
    join authority_now using (la_code)
),
last_held as (
    select *, max(to_period) over (partition by network) as network_goes_on_until
    from area
    qualify
        row_number() over (partition by network, now_code order by to_period desc, claim, row_number) = 1
)
select
    claim,
    row_number,
    'to_period' as field,
    academic_year_label(to_period) as value,
    la_code,
    hub,
    academic_year_label(to_period) as year,
    network
from last_held
where to_period < network_goes_on_until
order by claim, row_number;
