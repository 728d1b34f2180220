-- One row per (network, hub, time_period, role): the professional development leads of a role that a hub (or Total)
-- listed, with their full-time equivalent, the shared posts, and the organisations that release them, if the return
-- gives these. Rows of a hub are only in its own report, in full. In those of the network, 1 to 4 people are hidden
-- (c), and numbers computed from so few.
create or replace table lead_role as
with listed as (
    select
        network,
        hub,
        time_period,
        coalesce(role, 'Not known') as role,
        count(distinct member || ' ' || lead) as leads,
        sum(fte) as fte,
        count(distinct member || ' ' || lead) filter (where fte is not null) as leads_with_fte,
        count(distinct member || ' ' || lead) filter (where shared_post = 'Yes') as shared_posts,
        count(shared_post) as shared_known,
        count(distinct lower(trim(organisation))) as organisations
    from listed_lead
    group by all
)
select
    network,
    hub,
    time_period,
    role,
    shown_people(leads, hub = 'Total') as leads,
    case
        when leads_with_fte > 0 and hub = 'Total' and (leads_with_fte < 5 or leads < 5) then 'c'
        when leads_with_fte > 0 then round(fte, 1)::decimal(9, 1)::varchar
    end as fte,
    case when shared_known > 0 then shown_people(shared_posts, hub = 'Total') end as shared_posts,
    case when organisations > 0 then case when hub = 'Total' and leads < 5 then 'c' else organisations::varchar end end
        as organisations
from listed
order by
    network,
    hub,
    time_period,
    role;
