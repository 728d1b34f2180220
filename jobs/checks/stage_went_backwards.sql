-- Schools that are at a lower stage than last year.
-- found: School {urn} is at {stage}, and was at {stage_before} in {year}.
-- accepted: Correct the stage, or say in a note why it went back.
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
where status <> 'Left'
    and status_before <> 'Left'
    and rank < rank_before
order by claim, row_number;
