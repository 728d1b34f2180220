-- One row per (network, hub, time_period, footnote): a query that the hub has explained, with its note, as a
-- footnote of its report. The row is named by its key, not by its place in a sheet. No other hub is named, although
-- a hub that explains why a school is in two hubs may name the other.
create or replace table footnote as
with told as (
    select distinct
        hub_year.network,
        explained_finding.hub,
        explained_finding.time_period,
        coalesce(return_title.title, explained_finding.return_name) as return_name,
        explained_finding.rule,
        without_other_hubs(explained_finding.row_key, other_hub.names) as place,
        without_other_hubs(explained_finding.message, other_hub.names) as message,
        without_other_hubs(explained_finding.note, other_hub.names) as note
    from explained_finding
    join hub_year using (hub, time_period)
    left join other_hub using (hub)
    left join return_title using (return_name)
)
select
    network,
    hub,
    time_period,
    row_number() over (
        partition by network, hub, time_period
        order by return_name, rule, place, message, note
    ) as footnote,
    return_name,
    rule,
    place,
    message,
    note
from told
order by network, hub, time_period, footnote;
