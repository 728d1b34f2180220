-- One row per (network, need, time_period, basis): the group of hubs behind a network's figure. basis is `value` for
-- the figure of the year; `change` for the hubs that contribute in both this year and the last, for which both years
-- are recomputed; `open` for the hubs open in every year needed, which the coverage refers to. Total is the group of
-- all hubs open in each year that the figure looks at. Other groups are named after the number of their hubs and a hash
-- of their codes, so that each group is computed once. A figure looks at engagement from from_period on, and at
-- eligible schools from schools_from_period on.
create or replace table hub_group as
with basis as (
    select
        network,
        need,
        time_period,
        'value' as basis,
        hub
    from contributing_hub
    union all
    select
        network,
        need,
        time_period,
        'open' as basis,
        hub
    from hub_need
    where is_open_throughout
    union all
    select
        this_year.network,
        this_year.need,
        this_year.time_period,
        'change' as basis,
        this_year.hub
    from contributing_hub as this_year
    join academic_year using (time_period)
    join contributing_hub as last_year
        on last_year.need = this_year.need
        and last_year.hub = this_year.hub
        and last_year.time_period = academic_year.previous_period
),
need_years as (
    select distinct
        need,
        years
    from needed_return
),
grouped as (
    select
        basis.network,
        basis.need,
        need_years.years,
        basis.time_period,
        basis.basis,
        count(*) as hubs,
        string_agg(basis.hub, ', ' order by basis.hub) as members
    from basis
    join need_years using (need)
    group by all
),
spanned as (
    select
        grouped.*,
        grouped.years = 'all up to this' or starts_with(grouped.need, 'none;') as is_of_all,
        case
            when grouped.basis = 'open' or is_of_all
            then (academic_year.start_year - (grouped.basis = 'change')::integer) * 100
            when grouped.years in ('up to this', 'five up to this') then 0
            else (academic_year.start_year
                - (grouped.years = 'this and last')::integer
                - (grouped.basis = 'change')::integer) * 100
        end as from_period,
        case
            when grouped.basis = 'open' or is_of_all
            then (academic_year.start_year - (grouped.basis = 'change')::integer) * 100
            else (academic_year.start_year
                - (grouped.years = 'this and last')::integer
                - (grouped.basis = 'change')::integer) * 100
        end as schools_from_period
    from grouped
    join academic_year using (time_period)
),
all_open as (
    select
        network,
        time_period,
        string_agg(hub, ', ' order by hub) as members
    from hub_year
    group by all
),
named as (
    select
        spanned.*,
        bool_and(all_open.members = spanned.members) as is_all_open
    from spanned
    join all_open
        on all_open.network = spanned.network
        and all_open.time_period between spanned.from_period and spanned.time_period
    group by all
)
select
    network,
    need,
    time_period,
    basis,
    case when is_all_open then 'Total' else 'Total of ' || hubs || ' hubs, ' || left(md5(members), 8) end as hub,
    -- A figure about all hubs is counted from all of them, and its change from those open in both years. A school that
    -- is followed through all years stays in the figure even if its hub sends nothing.
    case when is_of_all and not (basis = 'change' and years = 'this') then 'Total' else hub end as counted_as,
    hubs,
    members,
    from_period,
    schools_from_period
from named;
