-- Schools that are active on the pathway but took part in nothing, this year or before. Only for hubs with at least
-- nine in ten of their pathway schools in the engagement return: others keep their lists in another way.
-- found: School {urn} is Active at {stage}, but no engagement return of this year or before lists it.
-- accepted: Add its participants, or correct one of the two.
-- action: The row was kept.
with first_engaged as (
    select network, lineage, min(time_period) as time_period
    from participation
    group by all
),
active as (
    select
        standing.*,
        coalesce(first_engaged.time_period <= standing.time_period, false) as engaged,
        count(*) filter (where engaged) over (partition by standing.hub, standing.time_period) as all_engaged,
        count(*) over (partition by standing.hub, standing.time_period) as all_active
    from pathway_standing as standing
    left join first_engaged using (network, lineage)
    where standing.status = 'Active'
)
select
    claim,
    row_number,
    'urn' as field,
    urn::varchar as value,
    urn,
    stage
from active
where not engaged and 10 * all_engaged >= 9 * all_active
order by claim, row_number;
