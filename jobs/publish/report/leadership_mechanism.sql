-- One row per (network, hub, time_period, code): a mechanism coded for a hub (or, as Total, for the network itself),
-- with the strongest evidence, the number of sources by type, and the notes of the coders. No source or coder is named.
create or replace table leadership_mechanism as
select
    network,
    hub,
    time_period,
    level_order,
    level,
    group_order,
    mechanism_group,
    mode,
    code,
    mechanism,
    evidence_word(max(strength_rank)) as strength,
    count(distinct source) as sources,
    count(distinct source) filter (where source_kind = 'Interview') as interviews,
    count(distinct source) filter (where source_kind = 'Document') as documents,
    count(distinct source) filter (where source_kind = 'Observation') as observations,
    count(distinct source) filter (where source_kind = 'Survey') as surveys,
    count(distinct source) filter (where source_kind is null) as sources_not_listed,
    string_agg(distinct note, '; ' order by note) as notes
from mechanism_coded
group by all
order by
    network,
    hub,
    time_period,
    code;
