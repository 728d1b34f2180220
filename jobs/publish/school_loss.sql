-- One row per network, hub (or Total), academic year and fate: of the schools engaged and eligible in the year before,
-- how many went so. Those that Stayed and those that were lost while they could have stayed (Left, Paused, Converted)
-- are what retention is counted of; those that Closed or Moved area are in neither count.
create or replace table school_loss as
with fate as (
    select
        fate_order,
        fate
    from (
        values (1, 'Stayed'), (2, 'Left'), (3, 'Paused'), (4, 'Converted'), (5, 'Closed'), (6, 'Moved area')
    ) as fates (fate_order, fate)
),
counted as (
    select
        network,
        hub,
        time_period,
        fate,
        count(*) as schools
    from followed_school
    semi join figure_hub using (network, hub)
    group by all
),
followed as (
    select distinct
        network,
        hub,
        time_period
    from counted
)
select
    followed.network,
    followed.hub,
    followed.time_period,
    fate.fate_order,
    fate.fate,
    coalesce(counted.schools, 0) as schools
from followed
cross join fate
left join counted
    on counted.network = followed.network
    and counted.hub = followed.hub
    and counted.time_period = followed.time_period
    and counted.fate = fate.fate
order by
    followed.network,
    followed.hub,
    followed.time_period,
    fate.fate_order;
