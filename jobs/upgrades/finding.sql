-- Findings of a store from before the sentence was kept in three parts: the whole of it is the first.
select
    submission,
    sheet,
    claim,
    row_number,
    cell,
    rule,
    severity,
    field,
    found as value,
    '{message}' as found,
    map {'message': message} as words,
    row_key
from finding;
