-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): a cell with its numbers
-- and limits before anything is withheld: not for publication. The profile own is for a hub that reads its own
-- figures of people; it reads all others in the restricted profile.
create or replace table figure as
select
    reader.profile,
    -- The profile whose measured figures it is computed from.
    reader.measured_profile,
    cell.indicator,
    cell.network,
    cell.hub,
    cell.time_period,
    cell.education_phase,
    cell.breakdown,
    cell.counted_as,
    cell.is_given,
    cell.is_received,
    cell.is_covered,
    cell.is_low,
    cell.is_partial,
    cell.hubs_contributing,
    cell.hubs_open,
    cell.coverage_percent,
    definition.denominator <> 'none' and coalesce(measured_figure.has_counts, true) as has_counts,
    definition.outcome,
    definition.counts,
    definition.unit,
    definition.interval,
    definition.years = 'up to this' as is_cumulative,
    definition.version,
    -- A return was received, so nothing to count is 0; a cell without its return is withheld later.
    case when definition.numerator <> 'none' then coalesce(measured_figure.numerator, 0) end as numerator,
    case when definition.denominator <> 'none' then coalesce(measured_figure.denominator, 0) end as denominator,
    coalesce(measured_figure.n, 0) as n,
    coalesce(measured_figure.schools, 0) as schools,
    eligible_place.hub is not null as has_eligible,
    coalesce(measured_figure.deff, 1) as deff,
    measured_figure.value,
    measured_figure.value_lower_ci,
    measured_figure.value_upper_ci
from cell
cross join (
    values ('restricted', 'restricted'), ('public', 'public'), ('own', 'restricted')
) as reader (profile, measured_profile)
join definition using (indicator)
left join measured_figure
    on measured_figure.profile = reader.measured_profile
    and measured_figure.indicator = cell.indicator
    and measured_figure.network = cell.network
    and measured_figure.hub = cell.counted_as
    and measured_figure.time_period = cell.time_period
    and measured_figure.education_phase = cell.education_phase
    and measured_figure.breakdown = cell.breakdown
left join eligible_place
    on eligible_place.network = cell.network
    and eligible_place.hub = cell.counted_as
    and eligible_place.time_period = cell.time_period
    and eligible_place.education_phase = cell.education_phase
where
    reader.profile <> 'own'
    or cell.hub <> 'Total'
    and definition.counts in ('people', 'people per school')
    and not contains(definition.returns, 'survey_response');
