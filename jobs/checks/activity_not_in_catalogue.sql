-- Activities that a hub delivered and that are not in the activity catalogue of the year. Only for networks that use
-- the catalogue: at least one activity of its hubs is in it.
-- found: Activity {activity} is not in the activity catalogue of {year}.
-- accepted: Correct the code[ (nearest: {nearest})], or have it added.
-- action: The row was kept.
with catalogued as (
    select distinct activity, time_period
    from activity
    semi join claim_in_force using (claim)
),
using_it as (
    select distinct delivered.network, delivered.time_period
    from delivered
    semi join catalogued using (activity, time_period)
)
select
    delivery.claim,
    delivery.row_number,
    'activity' as field,
    delivery.activity as value,
    delivery.activity,
    academic_year_label(delivery.time_period) as year,
    (
        select arg_min(listed.activity, (levenshtein(listed.activity, delivery.activity), listed.activity))
        from catalogued as listed
        where
            listed.time_period = delivery.time_period
            and levenshtein(listed.activity, delivery.activity) <= 2
    ) as nearest
from delivery
semi join claim_in_force on claim_in_force.claim = delivery.claim
join hub_year using (hub, time_period)
semi join using_it
    on using_it.network = hub_year.network
    and using_it.time_period = delivery.time_period
anti join catalogued
    on catalogued.activity = delivery.activity
    and catalogued.time_period = delivery.time_period
order by delivery.claim, delivery.row_number;
