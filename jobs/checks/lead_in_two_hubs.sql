-- Lead references that two hubs of one network use in the same academic year.
-- found: Lead {lead} is also a lead of {other_hubs}.
-- accepted: Confirm in a note that it is one person, or use another reference.
-- action: The row was kept.
with listed as (
    select
        hub_year.network,
        pd_lead.hub,
        pd_lead.time_period,
        pd_lead.claim,
        pd_lead.row_number,
        pd_lead.lead
    from pd_lead
    semi join claim_in_force using (claim)
    join hub_year using (hub, time_period)
)
select
    listed.claim,
    listed.row_number,
    'lead' as field,
    listed.lead as value,
    listed.lead,
    string_agg(distinct other.hub, ', ' order by other.hub) as other_hubs
from listed
join listed as other
    on other.network = listed.network
    and other.time_period = listed.time_period
    and other.lead = listed.lead
    and other.hub < listed.hub
group by listed.claim, listed.row_number, listed.lead
order by listed.claim, listed.row_number;
