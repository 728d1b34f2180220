-- One row per (claim, row_number, rule, field, row_key): a query in a claim in force that its hub has explained in a
-- note.
create or replace view explained_finding as
select distinct
    submission,
    sheet,
    claim,
    return_name,
    hub,
    time_period,
    rule,
    field,
    row_key,
    row_number,
    message,
    note
from noted_finding
where
    severity = 'query'
    and in_force
    and note is not null;
