-- One row per (network, hub, time_period, indicator, education_phase, version): a value that the hub's network set
-- as a target for that year, the first as version 1, with its source and whether a later one has replaced it.
-- Withdrawn lists do not count.
create or replace table target_version as
with given as (
    select
        target.network,
        target.time_period,
        coalesce(target.education_phase, 'Total') as education_phase,
        target.indicator,
        target.target,
        target.source,
        claim.submission,
        target.row_number
    from target
    join claim using (claim)
    anti join submission as withdrawn
        on withdrawn.submission = claim.submission
        and withdrawn.status = 'withdrawn'
    window versions as (
        partition by target.network, target.time_period, coalesce(target.education_phase, 'Total'), target.indicator
        order by claim.submission, target.row_number
    )
    -- A list that repeats a target changes nothing.
    qualify
        lag(target.target) over versions is distinct from target.target
        or lag(target.source) over versions is distinct from target.source
)
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    given.indicator,
    given.education_phase,
    row_number() over versions as version,
    given.target as target_value,
    given.source,
    lead(given.target) over versions is null as in_force
from given
join hub_year using (network, time_period)
window versions as (
    partition by hub_year.hub, given.time_period, given.education_phase, given.indicator
    order by given.submission, given.row_number
)
order by
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    given.indicator,
    given.education_phase,
    version;
