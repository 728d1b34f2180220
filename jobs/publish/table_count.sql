-- One row per count of schools that the public tables print beside the indicators: of networks as a whole, since a hub's
-- own transitions are nearly all of 1 or 2 schools. Each is a part of a sum: a stage's schools of those that stood
-- at it last year, which their shares give away, and schools by their places of all that have any.
create or replace table table_count as
select
    network,
    hub,
    time_period,
    'from ' || from_stage || ' to ' || to_stage as count_name,
    'from ' || from_stage as whole,
    schools as number
from stage_transition
where hub = 'Total'
union all
select
    network,
    hub,
    time_period,
    'from ' || from_stage as count_name,
    null as whole,
    sum(schools)::bigint as number
from stage_transition
where hub = 'Total'
group by all
union all
select
    network,
    hub,
    time_period,
    kind || ', ' || places || ' places' as count_name,
    case kind when 'Pathway' then 'on the pathway' else 'engaged' end as whole,
    schools as number
from overlap
where hub = 'Total'
order by all;
