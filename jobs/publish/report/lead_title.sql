-- One row per (network, hub, time_period, title): the professional development leads of a hub (or Total) by the title
-- that the return gives. In rows of the network, 1 to 4 people are hidden (c).
create or replace table lead_title as
with counted as (
    select
        network,
        hub,
        time_period,
        upper(trim(title)[1]) || trim(title)[2:] as title,
        count(distinct member || ' ' || lead) as leads
    from listed_lead
    where trim(title) <> ''
    group by all
)
select
    network,
    hub,
    time_period,
    title,
    shown_people(leads, hub = 'Total') as leads
from counted
order by
    network,
    hub,
    time_period,
    title;
