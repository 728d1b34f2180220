-- One row per (hub): a hub in the list in force.
create or replace table hub as
select
    network,
    hub,
    hub_name,
    aliases,
    opened,
    closed
from hub_list
semi join claim_in_force using (claim)
qualify row_number() over (partition by hub order by claim desc, row_number desc) = 1;
