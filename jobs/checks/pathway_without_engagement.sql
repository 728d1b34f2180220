-- Schools that joined the pathway this year and took part in nothing, this year or before. Asked only where the hub
-- returned its engagement.
with newly as (
    select *
    from pathway_standing
    where status = 'Active' and rank_before is null
),
returned as (
    select distinct hub, time_period
    from claim_in_force
    where return_name = 'engagement'
),
engaged as (
    select network, lineage, min(time_period) as time_period
    from participation
    group by all
)
select
    newly.claim,
    newly.row_number,
    'urn' as field,
    newly.urn::varchar as found,
    format(
        'School {} is Active at {}, and is in no engagement row of this year or before; add its participants, or correct one of the two; the row was kept.',
        newly.urn,
        newly.stage
    ) as message
from newly
semi join returned
    on returned.hub = newly.hub
    and returned.time_period = newly.time_period
anti join engaged
    on engaged.network = newly.network
    and engaged.lineage = newly.lineage
    and engaged.time_period <= newly.time_period
order by newly.claim, newly.row_number;
