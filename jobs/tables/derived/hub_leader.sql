-- One row per (hub, time_period): the organisation that leads a hub in an academic year, and for how many years,
-- including this one. If the list has two, the later one.
create or replace table hub_leader as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    trim(hub_leadership.organisation) as organisation,
    lower(regexp_replace(trim(hub_leadership.organisation), '\s+', ' ', 'g')) as organisation_key,
    hub_leadership.from_period,
    hub_year.time_period // 100 - hub_leadership.from_period // 100 + 1 as years_led
from hub_leadership
semi join claim_in_force using (claim)
join hub_year
    on hub_year.hub = hub_leadership.hub
    and hub_year.time_period between hub_leadership.from_period and coalesce(hub_leadership.to_period, 999999)
where trim(hub_leadership.organisation) <> ''
qualify
    row_number() over (
        partition by hub_year.hub, hub_year.time_period
        order by hub_leadership.from_period desc, hub_leadership.claim desc, hub_leadership.row_number desc
    ) = 1;
