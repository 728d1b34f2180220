-- Hubs whose code stands twice in the list.
select
    claim,
    row_number,
    'hub' as field,
    hub as found,
    format(
        'Hub code {} is in row {} too; give each hub one row; the last one is used.',
        hub,
        first_value(row_number) over listed
    ) as message
from hub_list
semi join claim_in_force using (claim)
window listed as (partition by hub order by claim, row_number)
qualify row_number() over listed > 1
order by claim, row_number;
