-- Schools whose return to the pathway was expected in a year before the academic year began.
-- found: Expected return is {value}, which is before {year}.
-- accepted: Give a later date, or use Active or Left.
-- action: The row was kept.
with expected as (
    select
        pathway.claim,
        pathway.row_number,
        pathway.time_period,
        pathway.expected_return,
        academic_year.start_year,
        -- However the date is written, its last year is the one intended.
        list_last(regexp_extract_all(pathway.expected_return, '20[0-9][0-9]'))::integer as return_year
    from pathway
    semi join claim_in_force using (claim)
    join academic_year using (time_period)
    where pathway.status = 'Paused'
)
select
    claim,
    row_number,
    'expected_return' as field,
    expected_return as value,
    academic_year_label(time_period) as year
from expected
where return_year < start_year
order by claim, row_number;
