-- One row per (network, hub, time_period, education_phase, series): a count of schools or people of a hub (or of the
-- group of hubs that a network's figure or change is based on) that is published, or from which a published value is
-- computed; its source (the register, its pupils, or a count), and the range in which readers know it to be if it is
-- printed. A series is a part of an indicator's figures, or a cell of a public table. This is the only list of
-- counts that public numbers reveal.
create or replace table public_part as
with published as (
    select
        figure.indicator,
        figure.network,
        figure.counted_as as hub,
        figure.time_period,
        figure.education_phase,
        figure.breakdown,
        figure.counts,
        figure.has_counts,
        coalesce(withheld.numerator_symbol, 'low') = 'low' as has_numerator,
        coalesce(withheld.denominator_symbol, 'low') = 'low' as has_denominator,
        coalesce(withheld.n_symbol, 'low') = 'low' as has_n,
        coalesce(withheld.value_symbol, 'low') = 'low' as has_value
    from figure
    join withheld using (profile, indicator, network, hub, time_period, education_phase, breakdown)
    where
        figure.profile = 'public'
        and figure.is_given
        and figure.is_received
    union
    -- A change may be based on fewer hubs than either year's value, and reveals something about them too.
    select
        measured.indicator,
        measured.network,
        measured.hub,
        measured.time_period,
        measured.education_phase,
        measured.breakdown,
        definition.counts,
        definition.denominator <> 'none' as has_counts,
        true as has_numerator,
        true as has_denominator,
        true as has_n,
        true as has_value
    from measured
    join definition using (indicator)
    join (
        select distinct
            needed_return.indicator,
            hub_group.network,
            hub_group.counted_as as hub,
            hub_group.time_period,
            academic_year.previous_period
        from hub_group
        join needed_return using (need)
        join academic_year using (time_period)
        where hub_group.basis = 'change'
    ) as compared
        on compared.indicator = measured.indicator
        and compared.network = measured.network
        and compared.hub = measured.hub
        and measured.time_period in (compared.time_period, compared.previous_period)
    where compared.hub <> 'Total'
),
printed as (
    select
        * exclude (has_counts, has_numerator, has_denominator, has_n, has_value),
        bool_or(has_counts) as has_counts,
        bool_or(has_numerator) as has_numerator,
        bool_or(has_denominator) as has_denominator,
        bool_or(has_n) as has_n,
        bool_or(has_value) as has_value
    from published
    group by all
),
part as (
    select
        printed.*,
        unnest(
            list_concat(
                [
                    {
                        'part': 'numerator', 'is_printed': has_numerator,
                        'number': coalesce(measured.numerator, case when measured.hub is null and has_counts then 0 end)::bigint,
                        'kind': case counts when 'people per school' then 'people' else counts end
                    },
                    {
                        'part': 'denominator', 'is_printed': has_denominator,
                        'number': coalesce(measured.denominator, case when measured.hub is null and has_counts then 0 end)::bigint,
                        'kind': case counts when 'people per school' then 'schools' else counts end
                    },
                    {
                        'part': 'n', 'is_printed': has_n,
                        'number': coalesce(measured.n, measured.denominator, case when measured.hub is null then 0 end)::bigint,
                        'kind': case counts when 'people per school' then 'schools' else counts end
                    },
                    -- The limits of a change reveal how many are counted in both years.
                    {'part': 'both', 'number': measured.in_both, 'is_printed': has_value, 'kind': counts},
                    {
                        'part': 'this of both', 'number': measured.in_both + measured.in_this_only, 'is_printed': has_value,
                        'kind': counts
                    },
                    {
                        'part': 'last of both', 'number': measured.in_both + measured.in_last_only, 'is_printed': has_value,
                        'kind': counts
                    }
                ],
                -- Pupils are based on their schools. A value may be missing because a count rounds to 0.
                [
                    {
                        'part': 'count ' || place, 'number': measured.public_counts[place],
                        'is_printed': has_value or rounded_count(measured.public_counts[place]) = 0,
                        'kind': case counts when 'pupils' then 'schools' else counts end
                    }
                    for place in range(1, coalesce(len(measured.public_counts), 0) + 1)
                ]
            ),
            recursive := true
        )
    from printed
    left join measured using (indicator, network, hub, time_period, education_phase, breakdown)
),
cell as (
    select
        *,
        'from ' || from_stage || ' to ' || to_stage as series,
        false as is_row
    from stage_cell
    union all
    select
        network,
        hub,
        time_period,
        from_stage,
        null as to_stage,
        sum(schools) as schools,
        'from ' || from_stage as series,
        true as is_row
    from stage_cell
    group by all
)
select
    network,
    hub,
    time_period,
    education_phase,
    indicator || ', ' || breakdown || ', ' || part as series,
    indicator,
    breakdown,
    part,
    case when kind in ('schools', 'contexts') then kind else 'people' end as kind,
    number,
    is_printed and not coalesce(pupil_place.is_silent, false) as is_printed,
    case
        when part = 'denominator' and definition.denominator = eligible.denominator then 'register'
        when pupil_place.hub is not null then 'pupils'
        else 'count'
    end as known_by,
    coalesce(pupil_place.fewest, rounded_count(number)::bigint - 2) as printed_least,
    coalesce(pupil_place.most, rounded_count(number)::bigint + 2) as printed_most
from part
join definition using (indicator)
left join definition as eligible on eligible.indicator = 'schools_engaged_percent'
left join pupil_place using (indicator, network, hub, time_period, education_phase, breakdown)
where
    number is not null
    and kind in ('schools', 'contexts', 'people', 'respondents', 'places', 'rows')
union all
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    series,
    null as indicator,
    null as breakdown,
    null as part,
    'schools' as kind,
    schools::bigint as number,
    true as is_printed,
    'count' as known_by,
    -- A share beside its count reveals its denominator; there is no share of fewer than ten.
    case when is_row and schools < 8 then 0 else rounded_count(schools)::bigint - 2 end as printed_least,
    case when is_row and schools < 8 then 7 else rounded_count(schools)::bigint + 2 end as printed_most
from cell
union all
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    kind || ', ' || places || ' places' as series,
    null as indicator,
    null as breakdown,
    null as part,
    'schools' as kind,
    schools,
    is_printed,
    'count' as known_by,
    rounded_count(schools)::bigint - 2 as printed_least,
    rounded_count(schools)::bigint + 2 as printed_most
from overlap_row
order by all;
