-- Activities of an evaluator's summary that are listed before one with an earlier date: one of the dates may be wrong.
-- found: Date {held} stands above the earlier date {next_held} of the next activity.
-- accepted: List activities in the order of their dates, or correct the date.
-- action: The row was kept.
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
    held as value,
    held,
    next_held
from dated
-- A month counts as its first day.
where
    rpad(regexp_extract(held, '^[0-9-]+'), 10, '-00') > rpad(regexp_extract(next_held, '^[0-9-]+'), 10, '-99')
order by claim, row_number
