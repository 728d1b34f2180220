-- One row per (old_code, new_code): a local authority code and a code that replaced it, from the list of changes in
-- force. If the list does not have the old code and no open school has it any more, the new codes are those of the
-- schools in the register that had it before.
create or replace table authority_follow as
with listed as (
    select
        old_code,
        new_code,
        min(first_period) as first_period
    from authority_change
    semi join claim_in_force using (claim)
    group by all
),
left_behind as (
    select distinct
        previous_la_code as old_code,
        la_code as new_code
    from school
    where
        status <> 'Closed'
        and previous_la_code <> la_code
        and previous_la_code not in (select la_code from school where status <> 'Closed')
        and previous_la_code not in (select old_code from listed)
)
select
    old_code,
    new_code,
    first_period
from listed
union all
select
    old_code,
    new_code,
    null as first_period
from left_behind;
