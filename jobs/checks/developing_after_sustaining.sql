-- Schools that are at the first stage again, years after they reached the last. If that was only last year, the check
-- stage_went_backwards reports it.
-- found: School {urn} is Active at {stage}, and had reached Sustaining in {year}.
-- accepted: Correct the stage, or add a note if it restarted.
-- action: The row was kept.
with reached as (
    select network, lineage, min(time_period) as time_period
    from pathway_standing
    where rank = 3 and status = 'Active'
    group by all
)
select
    standing.claim,
    standing.row_number,
    'stage' as field,
    standing.stage as value,
    standing.urn,
    standing.stage,
    academic_year_label(reached.time_period) as year
from pathway_standing as standing
join reached using (network, lineage)
where
    standing.status = 'Active'
    and standing.rank = 1
    and reached.time_period < standing.time_period
    and coalesce(standing.rank_before = 1 or standing.status_before = 'Left', true)
order by standing.claim, standing.row_number;
