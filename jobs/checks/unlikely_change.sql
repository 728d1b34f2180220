-- Counts whose change since last year is an outlier. Changes are ratios; the median and the median absolute deviation are
-- taken over the hubs of the network in the same year, or, with fewer than eight of them, over the hub's other years (at
-- least four). Counts below 20 are never reported, and chance changes of small counts are allowed for (Poisson).
-- found: {quantity}: {n_before} in {previous_year} and {n} in {year}. This change is much larger than in {kind}.
-- accepted: Check that the return is complete and was sent only once, or explain the change in a note.
-- action: It was kept.
with counted as (
    select network, hub, time_period, 'engagement' as return_name, 'Schools in activities' as quantity, count(distinct lineage) as n
    from participation
    group by all
    union all
    select network, hub, time_period, 'engagement' as return_name, 'Places in activities' as quantity, count(*) as n
    from participation
    group by all
    union all
    select network, hub, time_period, 'pathway' as return_name, 'Schools on the pathway' as quantity, count(distinct lineage) as n
    from pathway_place
    group by all
    union all
    select network, hub, time_period, 'survey_response' as return_name, 'Responses' as quantity, count(*) as n
    from response
    group by all
),
change as (
    select
        this_year.*,
        last_year.n as n_before,
        last_year.time_period as previous_period,
        ln(this_year.n / last_year.n) as moved,
        sqrt(1 / this_year.n + 1 / last_year.n) as chance
    from counted as this_year
    join academic_year using (time_period)
    join counted as last_year
        on last_year.hub = this_year.hub
        and last_year.quantity = this_year.quantity
        and last_year.time_period = academic_year.previous_period
),
compared as (
    select
        change.network,
        change.hub,
        change.time_period,
        change.quantity,
        list(other.moved order by other.moved) filter (
            where other.time_period = change.time_period
        ) as of_hubs,
        list(other.moved order by other.moved) filter (where other.hub = change.hub) as of_years
    from change
    join change as other
        on other.network = change.network
        and other.quantity = change.quantity
        and (other.hub = change.hub) <> (other.time_period = change.time_period)
    group by all
),
judged as (
    select
        change.*,
        case
            when len(of_hubs) >= 7 then of_hubs
            when len(of_years) >= 4 then of_years
        end as others,
        case when len(of_hubs) >= 7 then 'other hubs' else 'other years' end as kind,
        list_median(others) as middle,
        1.4826 * list_median(list_transform(others, lambda other: abs(other - list_median(others)))) as spread
    from change
    join compared using (network, hub, time_period, quantity)
    where greatest(change.n, change.n_before) >= 20
)
select
    min(claim_in_force.claim) as claim,
    null::integer as row_number,
    null::varchar as field,
    judged.n::varchar as value,
    judged.quantity,
    judged.n_before,
    academic_year_label(judged.previous_period) as previous_year,
    judged.n,
    academic_year_label(judged.time_period) as year,
    judged.kind
from judged
join claim_in_force using (hub, time_period, return_name)
where abs(judged.moved - judged.middle) > 5 * greatest(judged.spread, judged.chance)
group by all
order by claim, quantity;
