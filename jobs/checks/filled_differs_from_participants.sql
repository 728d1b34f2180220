-- Activities whose places filled differ from the participants listed by more than five and more than a fifth.
-- found: Places filled is {places_filled}, and the number of participants listed in {activity} is {participants}.
-- accepted: Correct one of the two.
-- action: Both were kept.
with listed as (
    select hub, time_period, activity, count(*) as participants
    from participation
    group by all
),
filled as (
    select
        hub,
        time_period,
        activity,
        min(claim) as claim,
        min(row_number) as row_number,
        sum(places_filled)::bigint as places_filled
    from delivery
    semi join claim_in_force using (claim)
    group by all
)
select
    filled.claim,
    filled.row_number,
    'places_filled' as field,
    filled.places_filled::varchar as value,
    filled.places_filled,
    listed.participants,
    filled.activity
from filled
join listed using (hub, time_period, activity)
where abs(filled.places_filled - listed.participants) > greatest(5, 0.2 * filled.places_filled)
order by filled.claim, filled.row_number;
