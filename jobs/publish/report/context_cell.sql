-- One row per (network, hub, time_period, phase, third, place): a context of a hub (or Total): its eligible schools,
-- the engaged ones, and whether it has been reached: three are engaged, if there are three eligible schools. Null if
-- engagement is not known. A network's schools are those of its contributing hubs.
create or replace table context_cell as
with worded as (
    select
        context_year.network,
        standing.hub,
        context_year.time_period,
        context_year.phase,
        case context_year.phase when 'Primary' then 1 when 'Secondary' then 2 when 'Post-16' then 3 else 4 end
            as phase_order,
        coalesce(context_year.fsm_third, 9) as third_order,
        case context_year.fsm_third when 1 then 'Lowest' when 2 then 'Middle' when 3 then 'Highest' else 'Not known' end
            as third,
        case
            when context_year.is_rural then 'Rural'
            when not context_year.is_rural then 'Urban'
            else 'Place not known'
        end
        || case when context_year.is_selective then ', selective' else '' end as place,
        context_year.eligible,
        case when standing.is_covered and not coalesce(standing.is_partial, false) then context_year.engaged end as engaged
    from context_year
    join figure_standing as standing
        on standing.indicator = 'context_coverage_percent'
        and standing.network = context_year.network
        and standing.counted_as = context_year.hub
        and standing.time_period = context_year.time_period
)
select
    network,
    hub,
    time_period,
    phase_order,
    phase,
    third_order,
    third,
    place,
    sum(eligible)::bigint as eligible,
    sum(engaged)::bigint as engaged,
    case when sum(eligible) >= 3 then sum(engaged) >= 3 end as is_reached
from worded
group by all
order by
    network,
    hub,
    time_period,
    phase_order,
    place,
    third_order;
