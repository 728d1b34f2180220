-- One row per hub and figure that it counts in: its own, and the Total of its network.
create or replace table figure_hub as
select
    network,
    hub as member,
    hub
from hub
union all
select
    network,
    hub as member,
    'Total' as hub
from hub;
