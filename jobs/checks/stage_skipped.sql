-- Schools that went from the first stage to the last within a year.
select
    claim,
    row_number,
    'stage' as field,
    stage as found,
    format(
        'School {} stands at {}, and stood at {} in {}; correct the stage, or say in a note how it passed the stage between; the row was kept.',
        urn,
        stage,
        stage_before,
        academic_year_label(previous_period)
    ) as message
from pathway_standing
where status = 'Active'
    and rank = 3
    and rank_before = 1
order by claim, row_number;
