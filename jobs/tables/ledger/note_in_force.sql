-- One row per (return_name, hub, time_period, rule, field, row_key): the last note of a hub about a query.
create or replace view note_in_force as
with latest as (
    select note.*
    from note
    join submission using (submission)
    where submission.status <> 'withdrawn'
    qualify row_number() over (
        partition by return_name, hub, time_period, rule, field, row_key
        order by submission desc
    ) = 1
)
select
    return_name,
    hub,
    time_period,
    rule,
    field,
    row_key,
    note
from latest
where note <> '';
