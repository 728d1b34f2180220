-- One row per (network, hub, time_period, role): how many different mechanisms were coded with a role, by function.
-- Total has the network itself and all its hubs.
create or replace table leadership_role as
with coded as (
    select
        network,
        hub,
        time_period,
        role,
        leadership_function,
        code
    from mechanism_coded
    union
    select
        network,
        'Total' as hub,
        time_period,
        role,
        leadership_function,
        code
    from mechanism_coded
)
select
    network,
    hub,
    time_period,
    case role when 'Coordinator' then 1 when 'Facilitator' then 2 when 'Designer' then 3 else 4 end as role_order,
    coalesce(role, 'Role not stated') as role,
    count(distinct code) filter (where leadership_function = 'Administrative') as administrative,
    count(distinct code) filter (where leadership_function = 'Enabling') as enabling,
    count(distinct code) filter (where leadership_function = 'Adaptive') as adaptive,
    count(distinct code) filter (where leadership_function is null) as function_not_stated,
    count(distinct code) as mechanisms
from coded
group by all
order by
    network,
    hub,
    time_period,
    role_order;
