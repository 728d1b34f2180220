-- One row per cell that is not as it was in the last published night, with the first reason that applies: a definition of
-- its own, rows that were corrected, rows that are new, a register or list; else what others of its network returned.
create or replace table figure_moved as
with since as (
    select
        claim.hub,
        claim.time_period,
        claim.return_name,
        exists (
            from claim as earlier
            where earlier.return_name = claim.return_name
            and earlier.hub is not distinct from claim.hub
            and earlier.time_period is not distinct from claim.time_period
            and earlier.submission < claim.submission
        ) as is_correction
    from claim
    join submission using (submission)
    where submission.submission > (select coalesce(max(last_submission), 0) from night_told)
),
reason as (
    select
        hub,
        time_period,
        bool_or(is_correction) as is_corrected
    from since
    where hub is not null
    group by all
    union all
    select
        'Total' as hub,
        time_period,
        bool_or(is_correction) as is_corrected
    from since
    where hub is not null
    group by all
),
own_reason as (
    select
        hub,
        time_period,
        bool_or(is_corrected) as is_corrected
    from reason
    group by all
),
moved as (
    select
        coalesce(result.network, told.network) as network,
        coalesce(result.hub, told.hub) as hub,
        coalesce(result.time_period, told.time_period) as time_period,
        coalesce(result.education_phase, told.education_phase) as education_phase,
        coalesce(result.breakdown, told.breakdown) as breakdown,
        coalesce(result.indicator, told.indicator) as indicator,
        told.indicator is null as is_first,
        result.indicator is null as is_gone,
        told.value as value_before,
        told.symbol as symbol_before,
        result.value,
        result.symbol,
        coalesce(told.definition_version <> result.definition_version, false) as is_redefined
    from result
    full join figure_told as told
        on told.network = result.network
        and told.hub = result.hub
        and told.time_period = result.time_period
        and told.education_phase = result.education_phase
        and told.breakdown = result.breakdown
        and told.indicator = result.indicator
    where
        round(told.value, 6) is distinct from round(result.value::double, 6)
        or told.symbol is distinct from result.symbol
        or round(told.n, 6) is distinct from round(result.n::double, 6)
        or round(told.numerator, 6) is distinct from round(result.numerator::double, 6)
        or round(told.denominator, 6) is distinct from round(result.denominator::double, 6)
)
select
    moved.network,
    moved.hub,
    moved.time_period,
    moved.indicator,
    moved.education_phase,
    moved.breakdown,
    moved.value_before,
    moved.symbol_before,
    moved.value,
    moved.symbol,
    case
        when moved.is_first then 'first published'
        when moved.is_gone then 'no longer measured'
        when moved.is_redefined then 'the definition changed'
        when this_year.is_corrected then 'rows were corrected'
        when this_year.hub is not null then 'new rows'
        when year_before.hub is not null then 'rows of the year before'
        when exists (from since where hub is null) then 'a register or list'
        else 'returns of other hubs or years'
    end as why
from moved
left join own_reason as this_year
    on this_year.hub = moved.hub
    and this_year.time_period = moved.time_period
left join own_reason as year_before
    on year_before.hub = moved.hub
    and year_before.time_period = moved.time_period - 101
order by all;
