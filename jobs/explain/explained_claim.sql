-- One row per claim that the figure could have been counted from: the returns that its indicator needs, of its hub or
-- of all hubs of its network, for its years; then the reference lists. Newest first, so that a unit in several claims
-- is counted at the newest.
create or replace temp table explained_claim as
with asked as (
    select
        explained.*,
        definition.returns,
        definition.years,
        coalesce(
            (select min(since) from explained_unit),
            case definition.years when 'this and last' then academic_year.previous_period end,
            explained.time_period
        ) as first_period
    from explained
    join definition using (indicator)
    join academic_year using (time_period)
)
select
    claim_in_force.claim,
    claim_in_force.sheet,
    claim_in_force.return_name,
    claim_in_force.hub as member,
    claim_in_force.time_period,
    row_number() over (
        order by
            claim_in_force.hub is null,
            claim_in_force.time_period desc nulls last,
            claim_in_force.return_name,
            claim_in_force.claim desc
    ) as place
from claim_in_force
cross join asked
left join figure_hub
    on figure_hub.network = asked.network
    and figure_hub.hub = asked.hub
    and figure_hub.member = claim_in_force.hub
where
    figure_hub.member is not null
    and claim_in_force.time_period between asked.first_period and asked.time_period
    and (
        asked.returns in ('none', 'any')
        or list_contains(string_split(asked.returns, ', '), claim_in_force.return_name)
    )
    or claim_in_force.return_name = 'school_register'
    or claim_in_force.return_name = 'hub_list' and asked.returns = 'none';
