-- Coded mechanisms whose source has no consent, or whose consent was withdrawn.
-- found: Consent for source {value} is {consent}.
-- accepted: Remove the rows of this source, or correct its consent in the list of evidence sources.
-- action: The row was kept and is not counted or printed.
select
    mechanism.claim,
    mechanism.row_number,
    'source' as field,
    mechanism.source as value,
    lower(mechanism_source.consent) as consent
from mechanism
semi join claim_in_force using (claim)
join mechanism_source using (source)
where not mechanism_source.has_consent
order by mechanism.claim, mechanism.row_number;
