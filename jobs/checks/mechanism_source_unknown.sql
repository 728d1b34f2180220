-- Coded mechanisms whose source is not in the list of evidence sources, if there is a list.
-- found: Source {value} is not in the list of evidence sources.
-- accepted: Correct the reference, or add the source to the list with its type and consent.
-- action: The row was kept, and its source counts as not listed.
select
    mechanism.claim,
    mechanism.row_number,
    'source' as field,
    mechanism.source as value
from mechanism
semi join claim_in_force using (claim)
anti join mechanism_source using (source)
where
    mechanism.source is not null
    and exists (from mechanism_source)
order by mechanism.claim, mechanism.row_number;
