-- Schools that left the pathway and are active on it in the same academic year.
-- found: School {urn} is said to have left the pathway at {stage}, and is Active in the same year.
-- accepted: Correct one of the two.
-- action: Both rows were kept and it counts as active.
select
    claim,
    row_number,
    'status' as field,
    status as value,
    urn,
    stage
from pathway
semi join claim_in_force using (claim)
join lineage using (urn)
where
    status = 'Left'
    and (hub, time_period, lineage) in (
        select (hub, time_period, lineage)
        from pathway_place
        where status = 'Active'
    )
order by claim, row_number;
