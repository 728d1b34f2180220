-- Schools that went from the first stage to the last within a year.
-- found: School {urn} is at {stage}, and was at {stage_before} in {year}.
-- accepted: Correct the stage, or say in a note how it passed the stage between.
-- action: The row was kept.
select
    claim,
    row_number,
    'stage' as field,
    stage as value,
    urn,
    stage,
    stage_before,
    academic_year_label(previous_period) as year
from pathway_standing
where status = 'Active'
    and rank = 3
    and rank_before = 1
order by claim, row_number;
