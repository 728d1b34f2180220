-- One row per (claim, row_number): a mechanism coded in a source, in force, that counts: it is in the list of
-- mechanisms at this level, and its source is not without consent. hub is Total if the row is about the network itself.
create or replace table mechanism_coded as
with placed as (
    select
        hub_year.network,
        hub_year.hub,
        mechanism.* exclude (hub)
    from mechanism
    join hub_year
        on hub_year.hub = mechanism.hub
        and hub_year.time_period = mechanism.time_period
    union all
    select
        network_year.network,
        'Total' as hub,
        mechanism.* exclude (hub)
    from mechanism
    join network_year
        on network_year.network = mechanism.hub
        and network_year.time_period = mechanism.time_period
)
select
    placed.network,
    placed.hub,
    placed.time_period,
    placed.claim,
    placed.row_number,
    mechanism_kind.code,
    mechanism_kind.level,
    mechanism_kind.level_order,
    mechanism_kind.mechanism_group,
    mechanism_kind.group_order,
    mechanism_kind.mode,
    mechanism_kind.mechanism,
    placed.role,
    placed.leadership_function,
    evidence_rank(placed.strength) as strength_rank,
    placed.source,
    placed.coder,
    placed.note,
    mechanism_source.kind as source_kind,
    mechanism_source.level as source_level,
    mechanism_source.interviewed_role
from placed
semi join claim_in_force on claim_in_force.claim = placed.claim
join mechanism_kind
    on mechanism_kind.level = placed.level
    and mechanism_kind.mechanism = placed.mechanism
left join mechanism_source using (source)
where coalesce(mechanism_source.has_consent, true);
