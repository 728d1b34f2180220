-- One row per (reason, relation_name, count_id): a count in a relation of counts of different years, with its sign,
-- and the lowest and highest sum of the signed counts, given what according to the register has come and gone.
create or replace table year_relation as
with two_years as (
    -- A count of this year and one of last year, and how many schools have come to the place or gone according to
    -- the register.
    select
        this_year.*,
        academic_year.previous_period,
        last_year_series.relation,
        last_year.count_id as last_count_id,
        last_year.number as last_number,
        coalesce(eligible_stayed.come, 0) as come,
        coalesce(eligible_stayed.gone, 0) as gone
    from public_place as this_year
    join academic_year using (time_period)
    join last_year_series using (series)
    join public_place as last_year
        on last_year.network = this_year.network
        and last_year.hub = this_year.hub
        and last_year.time_period = academic_year.previous_period
        and last_year.education_phase = this_year.education_phase
        and last_year.series = last_year_series.last_series
    left join eligible_stayed
        on eligible_stayed.network = this_year.network
        and eligible_stayed.hub = this_year.hub
        and eligible_stayed.time_period = this_year.time_period
        and eligible_stayed.education_phase = this_year.education_phase
),
life as (
    -- In the third year, a life table has the schools of the first.
    select
        at_risk.network,
        at_risk.hub,
        at_risk.time_period,
        at_risk.education_phase,
        at_risk.count_id,
        academic_year.previous_period,
        year_before.previous_period as first_period,
        coalesce(stayed.gone, 0) as gone,
        coalesce(stayed.gone, 0) + coalesce(stayed_before.gone, 0) as gone_in_both
    from public_place as at_risk
    join academic_year using (time_period)
    join academic_year as year_before on year_before.time_period = academic_year.previous_period
    left join eligible_stayed as stayed
        on stayed.network = at_risk.network
        and stayed.hub = at_risk.hub
        and stayed.time_period = at_risk.time_period
        and stayed.education_phase = at_risk.education_phase
    left join eligible_stayed as stayed_before
        on stayed_before.network = at_risk.network
        and stayed_before.hub = at_risk.hub
        and stayed_before.time_period = academic_year.previous_period
        and stayed_before.education_phase = at_risk.education_phase
    where at_risk.series = 'engagement_survival_percent, 1 year, count 1'
    qualify at_risk.time_period = min(at_risk.time_period) over (partition by at_risk.network, at_risk.hub)
)
-- The schools of last year are those that this year's figure starts from, except those that have gone or come
-- according to the register.
select
    'years' as reason,
    concat_ws('|', network, hub, time_period, education_phase, series) as relation_name,
    unnest([last_count_id, count_id]) as count_id,
    unnest([1, -1]) as sign,
    case when is_of_schools then -come else 0 end as least,
    case when is_of_schools then gone else 0 end as most
from two_years
where
    relation = 'again'
    and (is_of_schools or last_number = number)
union all
-- Schools that were ever engaged are still in that count next year, and a school that is new in it is engaged then.
select
    'ever' as reason,
    concat_ws('|', network, hub, time_period, education_phase) as relation_name,
    unnest([last_count_id, count_id]) as count_id,
    unnest([1, -1]) as sign,
    -1000000000 as least,
    gone as most
from two_years
where relation = 'ever'
union all
select
    'new' as reason,
    concat_ws('|', ever.network, ever.hub, ever.time_period, ever.education_phase) as relation_name,
    unnest([ever.count_id, ever.last_count_id, engaged.count_id]) as count_id,
    unnest([1, -1, -1]) as sign,
    -1000000000 as least,
    ever.come as most
from two_years as ever
join public_place as engaged using (network, hub, time_period, education_phase)
where
    ever.relation = 'ever'
    and engaged.series = 'schools_engaged_percent, Total, numerator'
union all
-- A retained school is not a new one.
select
    'new but for retained' as reason,
    concat_ws('|', ever.network, ever.hub, ever.time_period, ever.education_phase) as relation_name,
    unnest([ever.count_id, ever.last_count_id, engaged.count_id, retained.count_id]) as count_id,
    unnest([1, -1, -1, 1]) as sign,
    -1000000000 as least,
    ever.come as most
from two_years as ever
join public_place as engaged using (network, hub, time_period, education_phase)
join public_place as retained using (network, hub, time_period, education_phase)
where
    ever.relation = 'ever'
    and engaged.series = 'schools_engaged_percent, Total, numerator'
    and retained.series = 'schools_retained_percent, Total, numerator'
union all
-- The schools engaged in either of two years are those of both years added up, less those counted twice: the
-- retained.
select
    'either year' as reason,
    concat_ws('|', engaged.network, engaged.hub, engaged.time_period, engaged.education_phase) as relation_name,
    unnest([ever.count_id, retained.count_id, engaged.count_id, engaged.last_count_id]) as count_id,
    unnest([1, 1, -1, -1]) as sign,
    null as least,
    null as most
from two_years as engaged
join public_place as ever using (network, hub, time_period, education_phase)
join public_place as retained using (network, hub, time_period, education_phase)
where
    engaged.relation = 'engaged'
    and ever.series = 'schools_engaged_cumulative_percent, Total, numerator'
    and retained.series = 'schools_retained_percent, Total, numerator'
    and ever.number + retained.number = engaged.number + engaged.last_number
union all
-- Schools at Developing are those on the pathway and not beyond it, and this year's figure starts from them.
select
    'developing' as reason,
    concat_ws('|', asked.network, asked.hub, asked.time_period, asked.education_phase) as relation_name,
    unnest([asked.last_count_id, beyond.count_id, asked.count_id]) as count_id,
    unnest([1, -1, -1]) as sign,
    -asked.come as least,
    asked.gone as most
from two_years as asked
join public_place as beyond
    on beyond.network = asked.network
    and beyond.hub = asked.hub
    and beyond.time_period = asked.previous_period
    and beyond.education_phase = asked.education_phase
where
    asked.relation = 'developing'
    and beyond.series = 'pathway_continued_percent, Total, numerator'
union all
select
    'first at risk' as reason,
    concat_ws('|', life.network, life.hub, life.time_period) as relation_name,
    unnest([engaged.count_id, life.count_id]) as count_id,
    unnest([1, -1]) as sign,
    0 as least,
    life.gone_in_both as most
from life
join public_place as engaged
    on engaged.network = life.network
    and engaged.hub = life.hub
    and engaged.time_period = life.first_period
    and engaged.education_phase = life.education_phase
where engaged.series = 'schools_engaged_percent, Total, numerator'
union all
-- A retained school is not lost.
select
    'first lost' as reason,
    concat_ws('|', life.network, life.hub, life.time_period) as relation_name,
    unnest([life.count_id, lost.count_id, retained.count_id]) as count_id,
    unnest([1, -1, -1]) as sign,
    -life.gone as least,
    1000000000 as most
from life
join public_place as lost using (network, hub, time_period, education_phase)
join public_place as retained
    on retained.network = life.network
    and retained.hub = life.hub
    and retained.time_period = life.previous_period
    and retained.education_phase = life.education_phase
where
    lost.series = 'engagement_survival_percent, 1 year, count 2'
    and retained.series = 'schools_retained_percent, Total, numerator';
