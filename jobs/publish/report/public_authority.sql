-- One row per (network, hub, time_period, authority): a row of hub_authority, for the public: its schools to the
-- nearest 5. They come only from the register, so 0 is printed.
create or replace table public_authority as
select
    network,
    hub,
    time_period,
    authority,
    printed_count(
        rounded_count(schools),
        case when schools > 0 and rounded_count(schools) = 0 then 'low' end
    ) as schools,
    change
from hub_authority
order by
    network,
    hub,
    time_period,
    authority,
    change;
