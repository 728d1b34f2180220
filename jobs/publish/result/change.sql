-- One row per (profile, indicator, network, hub, time_period, education_phase, breakdown): how the value of a cell
-- changed since the year before, in points, with the 95% limits of the change, before anything is withheld. A
-- network's change is computed for both years from the hubs that contribute in both. It is null if one of the two
-- years has no usable value, or too little is known for a comparison.
create or replace table change as
with compared as (
    select
        figure.profile,
        figure.measured_profile,
        figure.indicator,
        figure.network,
        figure.hub,
        figure.time_period,
        figure.education_phase,
        figure.breakdown,
        academic_year.previous_period,
        case when figure.hub = 'Total' then hub_group.counted_as else figure.hub end as counted_as,
        case when figure.hub = 'Total' then hub_group.hub else figure.hub end as group_hub,
        case when figure.hub = 'Total' then coalesce(hub_group.hubs, 0) end as change_hubs,
        figure.is_cumulative,
        ('c' in (coalesce(withheld.value_symbol, ''), coalesce(last_withheld.value_symbol, '')) or hidden_group.is_hidden)
            as is_withheld,
        figure.is_received
            and last_year.is_given
            and last_year.is_received
            and not figure.is_partial
            and not last_year.is_partial
            -- The gap to a target is compared with that of the same indicator alone.
            and other_indicator.other is not distinct from last_other.other as is_comparable
    from figure
    join academic_year using (time_period)
    left join figure as last_year
        on last_year.profile = figure.profile
        and last_year.indicator = figure.indicator
        and last_year.network = figure.network
        and last_year.hub = figure.hub
        and last_year.time_period = academic_year.previous_period
        and last_year.education_phase = figure.education_phase
        and last_year.breakdown = figure.breakdown
    join profile_withheld as withheld
        on withheld.profile = figure.profile
        and withheld.indicator = figure.indicator
        and withheld.network = figure.network
        and withheld.hub = figure.hub
        and withheld.time_period = figure.time_period
        and withheld.education_phase = figure.education_phase
        and withheld.breakdown = figure.breakdown
    left join profile_withheld as last_withheld
        on last_withheld.profile = figure.profile
        and last_withheld.indicator = figure.indicator
        and last_withheld.network = figure.network
        and last_withheld.hub = figure.hub
        and last_withheld.time_period = academic_year.previous_period
        and last_withheld.education_phase = figure.education_phase
        and last_withheld.breakdown = figure.breakdown
    left join other_indicator
        on other_indicator.indicator = figure.indicator
        and other_indicator.network = figure.network
        and other_indicator.time_period = figure.time_period
        and other_indicator.education_phase = figure.education_phase
        and other_indicator.breakdown = figure.breakdown
    left join other_indicator as last_other
        on last_other.indicator = figure.indicator
        and last_other.network = figure.network
        and last_other.time_period = academic_year.previous_period
        and last_other.education_phase = figure.education_phase
        and last_other.breakdown = figure.breakdown
    left join figure_on_figure
        on figure_on_figure.profile = figure.profile
        and figure_on_figure.indicator = figure.indicator
        and figure_on_figure.network = figure.network
        and figure_on_figure.hub = figure.hub
        and figure_on_figure.time_period = figure.time_period
        and figure_on_figure.education_phase = figure.education_phase
        and figure_on_figure.breakdown = figure.breakdown
    join (
        select distinct
            indicator,
            need
        from needed_return
    ) as needed on needed.indicator = coalesce(other_indicator.other, figure.indicator)
    left join hub_group
        on hub_group.network = figure.network
        and hub_group.need = needed.need
        and hub_group.time_period = figure.time_period
        and hub_group.basis = 'change'
    -- The counts behind the change, and only these, may be hidden even if the value is not.
    cross join lateral (
        select
            figure.profile = 'public'
            and exists (
                select 1
                from public_hidden
                where
                    public_hidden.indicator = coalesce(figure_on_figure.other_indicator, figure.indicator)
                    and public_hidden.network = figure.network
                    and public_hidden.hub = case when figure.hub = 'Total' then hub_group.counted_as else figure.hub end
                    and public_hidden.time_period in (figure.time_period, academic_year.previous_period)
                    and public_hidden.education_phase = figure.education_phase
                    and public_hidden.breakdown = coalesce(figure_on_figure.other_breakdown, figure.breakdown)
            ) as is_hidden
    ) as hidden_group
    where figure.is_given
),
-- For both years, the share of the eligible schools in the hubs that the change is based on.
open_school as (
    select
        figure_standing.indicator,
        figure_standing.network,
        figure_standing.time_period,
        max(figure_standing.open_schools) as open_schools
    from figure_standing
    where figure_standing.hub = 'Total'
    group by all
),
eligible as (
    select
        network,
        hub,
        time_period,
        schools
    from eligible_place
    where education_phase = 'Total'
),
with_coverage as (
    select
        compared.*,
        100 * least(
            this_year.schools / nullif(open_this_year.open_schools, 0)::double,
            last_year.schools / nullif(open_last_year.open_schools, 0)::double
        ) as coverage_percent
    from compared
    left join eligible as this_year
        on this_year.network = compared.network
        and this_year.hub = compared.group_hub
        and this_year.time_period = compared.time_period
    left join eligible as last_year
        on last_year.network = compared.network
        and last_year.hub = compared.group_hub
        and last_year.time_period = compared.previous_period
    left join open_school as open_this_year
        on open_this_year.indicator = compared.indicator
        and open_this_year.network = compared.network
        and open_this_year.time_period = compared.time_period
    left join open_school as open_last_year
        on open_last_year.indicator = compared.indicator
        and open_last_year.network = compared.network
        and open_last_year.time_period = compared.previous_period
),
-- There is nothing to hide where no change would be given anyway: that is not available.
covered as (
    select
        * exclude (is_withheld),
        coalesce(
            is_withheld and is_comparable and (hub <> 'Total' or coverage_percent >= 50),
            false
        ) as is_hidden
    from with_coverage
),
paired as (
    select
        covered.*,
        case when covered.is_cumulative then 'none' else this_year.interval end as interval,
        this_year.has_counts,
        this_year.counts,
        this_year.value,
        this_year.value_lower_ci,
        this_year.value_upper_ci,
        this_year.numerator,
        this_year.denominator,
        this_year.deff,
        this_year.n,
        this_year.groups,
        last_year.value as last_value,
        last_year.value_lower_ci as last_lower_ci,
        last_year.value_upper_ci as last_upper_ci,
        last_year.numerator as last_numerator,
        last_year.denominator as last_denominator,
        last_year.deff as last_deff,
        last_year.n as last_n,
        last_year.groups as last_groups,
        -- The marginal counts of a pair are those of the schools in both years; each year also has others.
        case
            when this_year.in_both is not null and this_year.denominator > 0 and last_year.denominator > 0
            then newcombe_phi(this_year.in_both, this_year.in_this_only, this_year.in_last_only, this_year.in_neither)
                * (this_year.in_both + this_year.in_this_only + this_year.in_last_only + this_year.in_neither)
                / sqrt(this_year.denominator * last_year.denominator)
            else 0
        end as phi,
        -- At most 0, so that the factor, which is at most 1, does not lower it further.
        least_phi(this_year.in_both, this_year.in_this_only, this_year.in_last_only, this_year.in_neither) as lowest_phi,
        coalesce(
            covered.is_comparable
            and (covered.hub <> 'Total' or coalesce(covered.coverage_percent, 0) >= 50)
            and not covered.is_hidden
            and (covered.profile = 'own' or not is_hidden_count(this_year.counts, this_year.numerator, this_year.n, this_year.schools))
            and (covered.profile = 'own' or not is_hidden_count(last_year.counts, last_year.numerator, last_year.n, last_year.schools))
            and (not this_year.has_counts or this_year.denominator >= 10)
            and (not last_year.has_counts or last_year.denominator >= 10)
            -- An index of few schools is not published, and its change would reveal it.
            and (
                covered.profile <> 'public'
                or this_year.has_counts
                or this_year.counts <> 'schools'
                or least(this_year.n, last_year.n) >= least_public_schools(this_year.unit, this_year.interval)
            ),
            false
        ) as is_shown
    from covered
    left join measured_figure as this_year
        on this_year.profile = covered.measured_profile
        and this_year.indicator = covered.indicator
        and this_year.network = covered.network
        and this_year.hub = covered.counted_as
        and this_year.time_period = covered.time_period
        and this_year.education_phase = covered.education_phase
        and this_year.breakdown = covered.breakdown
    left join measured_figure as last_year
        on last_year.profile = covered.measured_profile
        and last_year.indicator = covered.indicator
        and last_year.network = covered.network
        and last_year.hub = covered.counted_as
        and last_year.time_period = covered.previous_period
        and last_year.education_phase = covered.education_phase
        and last_year.breakdown = covered.breakdown
),
-- In steps, because a formula is repeated wherever its result is used.
with_errors as (
    select
        *,
        case
            when interval = 't' and groups > 1
            then pow((value_upper_ci - value_lower_ci) / 2 / critical_t(groups - 1), 2)
        end as squared_error,
        case
            when interval = 't' and last_groups > 1
            then pow((last_upper_ci - last_lower_ci) / 2 / critical_t(last_groups - 1), 2)
        end as last_squared_error
    from paired
),
with_df as (
    select
        *,
        welch_df(squared_error, groups, last_squared_error, last_groups) as df
    from with_errors
),
limited as (
    select
        *,
        value - last_value as change,
        case
            when interval in ('wilson', 'wilson_deff')
            then 100 * newcombe_lower(value / 100, value_lower_ci / 100, last_value / 100, last_upper_ci / 100, phi)
            when interval = 't' then value - last_value - critical_t_fraction(df) * sqrt(squared_error + last_squared_error)
            when interval = 'nps'
            then value - last_value - sqrt(pow(value_upper_ci - value_lower_ci, 2) + pow(last_upper_ci - last_lower_ci, 2)) / 2
        end as change_lower_ci,
        case
            when interval in ('wilson', 'wilson_deff')
            then 100 * newcombe_upper(value / 100, value_upper_ci / 100, last_value / 100, last_lower_ci / 100, phi)
            when interval = 't' then value - last_value + critical_t_fraction(df) * sqrt(squared_error + last_squared_error)
            when interval = 'nps'
            then value - last_value + sqrt(pow(value_upper_ci - value_lower_ci, 2) + pow(last_upper_ci - last_lower_ci, 2)) / 2
        end as change_upper_ci
    from with_df
    where is_shown
),
-- Public counts are rounded: the lowest lower and the highest upper limit of all counts with the same published
-- values.
with_extremes as (
    select
        *,
        most_deff(numerator, denominator, deff, interval) as highest_deff,
        most_deff(last_numerator, last_denominator, last_deff, interval) as last_highest_deff,
        case
            when interval = 't'
            then 0.01 + critical_t_fraction(least(groups, last_groups) - 3)
                * sqrt(
                    most_squared_error((value_upper_ci - value_lower_ci) / 2, groups)
                    + most_squared_error((last_upper_ci - last_lower_ci) / 2, last_groups)
                )
            when interval = 'nps'
            then rounding_of_score(value, n)
                + rounding_of_score(last_value, last_n)
                + sqrt(
                    pow(most_half_width_of_score(value, (value_upper_ci - value_lower_ci) / 2, n), 2)
                    + pow(most_half_width_of_score(last_value, (last_upper_ci - last_lower_ci) / 2, last_n), 2)
                )
        end as most_half_width
    from limited
),
named as (
    select
        *,
        case
            when profile <> 'public' then change_lower_ci
            when interval in ('wilson', 'wilson_deff')
            then 100 * newcombe_lower(
                least_share(numerator, denominator, counts),
                least_wilson(numerator, denominator, highest_deff, counts),
                most_share(last_numerator, last_denominator, counts),
                most_wilson(last_numerator, last_denominator, last_highest_deff, counts),
                lowest_phi
            )
            else change - most_half_width
        end as least_lower_ci,
        case
            when profile <> 'public' then change_upper_ci
            when interval in ('wilson', 'wilson_deff')
            then 100 * newcombe_upper(
                most_share(numerator, denominator, counts),
                most_wilson(numerator, denominator, highest_deff, counts),
                least_share(last_numerator, last_denominator, counts),
                least_wilson(last_numerator, last_denominator, last_highest_deff, counts),
                lowest_phi
            )
            else change + most_half_width
        end as most_upper_ci
    from with_extremes
)
select
    paired.profile,
    paired.indicator,
    paired.network,
    paired.hub,
    paired.time_period,
    paired.education_phase,
    paired.breakdown,
    paired.change_hubs,
    paired.is_hidden,
    named.change,
    named.change_lower_ci,
    named.change_upper_ci,
    -- A word for a change requires an interval without 0, on hubs that represent the network. In public, every
    -- count, design effect and mean that is rounded to the published one must give such an interval.
    case
        when paired.hub = 'Total' and paired.coverage_percent < 80 then null
        when named.change_lower_ci is null then null
        when named.least_lower_ci > 0 then 'rise'
        when named.most_upper_ci < 0 then 'fall'
        else 'no clear change'
    end as change_word
from paired
left join named using (profile, indicator, network, hub, time_period, education_phase, breakdown)
order by all;
