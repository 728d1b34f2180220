-- Findings of a store from before texts were stored in three parts: the whole text becomes the first part.
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
