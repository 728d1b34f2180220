-- Hubs that closed before they opened.
-- found: {hub} opened in {opened_in} and closed in {closed_in}.
-- accepted: Correct one of the two.
-- action: It was kept, but the hub is not open in any year.
select
    claim,
    row_number,
    'closed' as field,
    academic_year_label(closed) as value,
    hub,
    academic_year_label(opened) as opened_in,
    academic_year_label(closed) as closed_in
from hub_list
semi join claim_in_force using (claim)
where closed < opened
order by claim, row_number;
