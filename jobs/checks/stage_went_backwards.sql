-- Schools that stand at a lower stage than last year.
select
    claim,
    row_number,
    'stage' as field,
    stage as found,
    format(
        'School {} stands at {}, and stood at {} in {}; correct the stage, or say in a note why it went back; the row was kept.',
        urn,
        stage,
        stage_before,
        academic_year_label(previous_period)
    ) as message
from pathway_standing
where status <> 'Left'
    and status_before <> 'Left'
    and rank < rank_before
order by claim, row_number;
