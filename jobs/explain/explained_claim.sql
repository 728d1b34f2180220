-- One row per claim that the figure may be counted from: the returns that its indicator needs, for its years, of its
-- hub or of the hubs behind a network's figure; then the reference lists. Newest first, so that a unit in several
-- claims is attributed to the newest.
create or replace temp table explained_claim as
with asked as (
    select
        explained_standing.network,
        explained_standing.counted_as,
        explained_standing.time_period,
        definition.returns,
        coalesce(
            (select min(since) from explained_unit),
            case
                when definition.years = 'this and last' then academic_year.previous_period
                when definition.years in ('up to this', 'five up to this', 'all up to this') then 0
            end,
            explained_standing.time_period
        ) as first_period
    from explained_standing
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
    and figure_hub.hub = asked.counted_as
    and figure_hub.member = claim_in_force.hub
    and figure_hub.time_period = claim_in_force.time_period
where
    figure_hub.member is not null
    and claim_in_force.time_period between asked.first_period and asked.time_period
    and (
        asked.returns in ('none', 'any')
        or list_contains(string_split(asked.returns, ', '), claim_in_force.return_name)
    )
    or claim_in_force.return_name = 'school_register'
    or claim_in_force.return_name = 'hub_list' and asked.returns = 'none';
