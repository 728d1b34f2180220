-- One row per hub that a network's figure could include, or for the hub itself: whether it contributes, whether it is
-- counted, and why it does not contribute. A figure that follows schools between hubs counts those of all hubs.
create or replace temp table explained_hub as
with incomplete as (
    select
        hub,
        time_period,
        string_agg(activity, ', ' order by activity) as activities
    from incomplete_engagement
    group by all
),
missing as (
    select
        explained_missing.hub,
        string_agg(
            title || ' ' || academic_year_label(time_period), ', ' order by time_period, title
        ) as returns
    from explained_missing
    group by all
),
short as (
    select
        asked.hub as asked_hub,
        hub_need.hub,
        string_agg(
            academic_year_label(incomplete.time_period) || ': ' || incomplete.activities, '; '
            order by incomplete.time_period
        ) as activities
    from explained_standing as asked
    join hub_need using (network, need, time_period)
    join academic_year using (time_period)
    join incomplete
        on incomplete.hub = hub_need.hub
        and (
            incomplete.time_period = asked.time_period
            or asked.years = 'this and last'
            and incomplete.time_period = academic_year.previous_period
        )
    group by all
)
select
    hub_need.hub,
    hub.hub_name,
    contributing_hub.hub is not null as contributes,
    figure_hub.member is not null as is_counted,
    case
        when not hub_need.is_open_throughout then 'not open'
        when not hub_need.is_given then 'its network does not ask for it'
        when not hub_need.is_received then 'not received: ' || coalesce(missing.returns, 'any return')
        when hub_need.is_incomplete then 'incomplete: no engagement rows for ' || coalesce(short.activities, 'some activities')
        when hub_need.has_gap then 'contributes, but not received: ' || coalesce(missing.returns, 'a year of its window')
    end as reason
from explained_standing as asked
join hub_need using (network, need, time_period)
join hub on hub.hub = hub_need.hub
left join contributing_hub
    on contributing_hub.need = asked.need
    and contributing_hub.time_period = asked.time_period
    and contributing_hub.hub = hub_need.hub
left join figure_hub
    on figure_hub.network = asked.network
    and figure_hub.hub = asked.counted_as
    and figure_hub.member = hub_need.hub
    and figure_hub.time_period = asked.time_period
left join missing on missing.hub = hub_need.hub
left join short on short.hub = hub_need.hub
where asked.hub in ('Total', hub_need.hub)
order by hub_need.hub;
