-- Returns for an academic year in which the hub was not open.
-- found: {hub} was not open in {year}. The list of hubs says it was open from {opened_in} to {closed_in}.
-- accepted: Correct the year, or the list of hubs.
-- action: The rows were kept but are not counted.
select
    claim_in_force.claim,
    null::integer as row_number,
    'time_period' as field,
    academic_year_label(claim_in_force.time_period) as value,
    hub.hub,
    academic_year_label(claim_in_force.time_period) as year,
    coalesce(academic_year_label(hub.opened), 'the start') as opened_in,
    coalesce(academic_year_label(hub.closed), 'now') as closed_in
from claim_in_force
join hub using (hub)
where
    claim_in_force.time_period < hub.opened
    or claim_in_force.time_period > hub.closed
order by claim_in_force.claim;
