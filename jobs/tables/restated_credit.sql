-- One row per hub, academic year and lineage eligible there, and hub restated to whose area it belongs: what the school
-- did with the one counts for the other.
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
