-- Schools that left the pathway and are active on it in the same academic year.
select
    claim,
    row_number,
    'status' as field,
    status as found,
    format(
        'School {} is said to have left the pathway at {}, and is Active in the same year; correct one of the two; both rows were kept and it counts as active.',
        urn,
        stage
    ) as message
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
