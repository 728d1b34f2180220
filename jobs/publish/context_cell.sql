-- One row per network, hub (or Total), academic year and context: its eligible schools, the engaged ones, and whether
-- it has been reached: three engaged where there are three eligible. Null where no engagement return was received.
create or replace table context_cell as
with worded as (
    select
        context_year.network,
        context_year.hub,
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
        case when return_received.hub is not null then context_year.engaged end as engaged
    from context_year
    semi join figure_hub using (network, hub)
    left join return_received
        on return_received.network = context_year.network
        and return_received.hub = context_year.hub
        and return_received.time_period = context_year.time_period
        and return_received.return_name = 'engagement'
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
