-- One row per hub, academic year and query that the hub has explained: its note, as a footnote of its report. The row is
-- named by what identifies it, not by its place in a sheet.
create or replace table footnote as
with told as (
    select distinct
        hub_year.network,
        explained_finding.hub,
        explained_finding.time_period,
        explained_finding.return_name,
        explained_finding.rule,
        explained_finding.row_key as place,
        explained_finding.message,
        explained_finding.note
    from explained_finding
    join hub_year using (hub, time_period)
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
