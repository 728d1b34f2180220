-- Areas whose local authority code is not valid for some of their schools in a year, if another hub of the network
-- lists these schools by the valid code.
-- found: {schools} of the schools of LA {la_code} are also listed in {year} by {other_hub}, under the code valid in that year.
-- accepted: End one of the two areas.
-- action: These schools were counted for {other_hub}.
with claimed as (
    select
        hub.network,
        hub_area.claim,
        hub_area.row_number,
        hub_area.hub,
        hub_area.la_code,
        hub_year.time_period,
        hub_year.reference_date,
        school_code.urn
    from hub_area
    semi join claim_in_force using (claim)
    join hub using (hub)
    join hub_year
        on hub_year.hub = hub_area.hub
        and hub_year.time_period >= coalesce(hub_area.from_period, hub_year.time_period)
        and hub_year.time_period <= coalesce(hub_area.to_period, hub_year.time_period)
    join school_code
        on school_code.la_code = hub_area.la_code
        and school_code.time_period = hub_year.time_period
)
select
    claimed.claim,
    claimed.row_number,
    'la_code' as field,
    claimed.la_code as value,
    claimed.la_code,
    count(distinct other.lineage) as schools,
    min(other.hub) as other_hub,
    academic_year_label(min(claimed.time_period)) as year
from claimed
join area_school as other
    on other.network = claimed.network
    and other.time_period = claimed.time_period
    and other.urn = claimed.urn
    and other.hub <> claimed.hub
    -- A school that is listed by its URN is listed individually on purpose.
    and other.claim_rank > 1
semi join hub on hub.hub = other.hub
anti join area_school as own
    on own.hub = claimed.hub
    and own.time_period = claimed.time_period
    and own.urn = claimed.urn
group by claimed.claim, claimed.row_number, claimed.la_code
order by claimed.claim, claimed.row_number;
