-- Returns for an academic year in which the hub was not open.
select
    claim_in_force.claim,
    null::integer as row_number,
    'time_period' as field,
    academic_year_label(claim_in_force.time_period) as found,
    format(
        '{} was not open in {}: the list of hubs has it from {} to {}; correct the year, or the list; the rows were kept and count for nothing.',
        hub.hub,
        academic_year_label(claim_in_force.time_period),
        coalesce(academic_year_label(hub.opened), 'the start'),
        coalesce(academic_year_label(hub.closed), 'now')
    ) as message
from claim_in_force
join hub using (hub)
where
    claim_in_force.time_period < hub.opened
    or claim_in_force.time_period > hub.closed
order by claim_in_force.claim;
