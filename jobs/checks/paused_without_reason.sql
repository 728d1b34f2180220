-- Schools that paused and do not say why.
select
    claim,
    row_number,
    'reason' as field,
    null::varchar as found,
    format(
        'School {} paused at {}, and no reason is given; add the reason for pausing; the row was kept.', urn, stage
    ) as message
from pathway
semi join claim_in_force using (claim)
where status = 'Paused' and reason is null
order by claim, row_number;
