-- Areas in a local authority in which the register has no school.
select
    claim,
    row_number,
    'la_code' as field,
    la_code as found,
    format(
        'LA code is "{}", and no school of the register is there; use a code of the register, such as {}; the area was kept and holds no school.',
        la_code,
        (select min(school.la_code) from school)
    ) as message
from hub_area
semi join claim_in_force using (claim)
anti join school using (la_code)
order by claim, row_number;
