-- Areas in a local authority that no school of the register has or had, and that no change explains.
-- found: LA code is {value}, and the register has no school there, now or before.
-- accepted: Use a code of the register, such as {example}. If the authority was reorganised, send the list of local
--     authority changes with its old code, its new code and the first academic year.
-- action: The area was kept but has no schools.
select
    hub_area.claim,
    hub_area.row_number,
    'la_code' as field,
    hub_area.la_code as value,
    (select min(school.la_code) from school) as example
from hub_area
semi join claim_in_force using (claim)
where
    hub_area.la_code is not null
    and hub_area.la_code not in (select la_code from school)
    and hub_area.la_code not in (select previous_la_code from school where previous_la_code is not null)
    and hub_area.la_code not in (select old_code from authority_follow)
    and hub_area.la_code not in (select new_code from authority_follow)
order by hub_area.claim, hub_area.row_number;
