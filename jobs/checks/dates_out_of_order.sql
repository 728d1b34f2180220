-- Activities of an evaluator's summary that stand before one of an earlier date: one of the two dates may be mistaken.
with dated as (
    select
        claim,
        row_number,
        held,
        lead(held) over (partition by claim order by row_number) as next_held
    from evaluation_meeting
    semi join claim_in_force using (claim)
    where held is not null
)
select
    claim,
    row_number,
    'held' as field,
    held as found,
    format(
        'Date {} stands before {}; activities are expected in the order of their dates; the row was kept.',
        held,
        next_held
    ) as message
from dated
-- A month is as early as its first day.
where rpad(left(held, 10), 10, '-00') > rpad(left(next_held, 10), 10, '-99')
order by claim, row_number
