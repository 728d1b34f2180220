-- One row per (member, time_period, lineage, hub): a school that is eligible with a hub (member) in an academic year
-- and is in the area of a restated hub (hub), which is credited with what the school did with the member.
create or replace table restated_credit as
select
    restated.network,
    served.hub as member,
    restated.time_period,
    restated.lineage,
    restated.hub
from eligible_school as restated
join restated_hub on restated_hub.hub = restated.hub
join eligible_school as served
    on served.network = restated.network
    and served.time_period = restated.time_period
    and served.lineage = restated.lineage
join hub on hub.hub = served.hub;
