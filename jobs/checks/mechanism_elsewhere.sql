-- Coded mechanisms whose level, group or mode differs from the list of mechanisms.
-- found: {mechanism} is coded as {coded}; the list has it as {listed}.
-- accepted: Correct the level, the group or the mode, or choose another mechanism.
-- action: {happened}
with placed as (
    select
        mechanism.claim,
        mechanism.row_number,
        mechanism.mechanism,
        mechanism.level,
        concat_ws(', ', mechanism.level, mechanism.mechanism_group, lower(mechanism.mode)) as coded,
        here.code,
        mechanism.mechanism_group,
        mechanism.mode,
        here.mechanism_group as listed_group,
        here.mode as listed_mode
    from mechanism
    semi join claim_in_force using (claim)
    left join mechanism_kind as here
        on here.mechanism = mechanism.mechanism
        and here.level = mechanism.level
),
listed as (
    select
        mechanism,
        string_agg(level || ', ' || mechanism_group || ', ' || lower(mode), '; ' order by code) as listed
    from mechanism_kind
    group by all
)
select
    placed.claim,
    placed.row_number,
    case
        when placed.code is null then 'level'
        when placed.mechanism_group <> placed.listed_group then 'mechanism_group'
        else 'mode'
    end as field,
    case
        when placed.code is null then placed.level
        when placed.mechanism_group <> placed.listed_group then placed.mechanism_group
        else placed.mode
    end as value,
    placed.mechanism,
    placed.coded,
    listed.listed,
    case
        when placed.code is null then 'The row was kept and is not counted.'
        else 'The row was kept and counts where the list has it.'
    end as happened
from placed
join listed using (mechanism)
where
    placed.code is null
    or placed.mechanism_group <> placed.listed_group
    or placed.mode <> placed.listed_mode
order by placed.claim, placed.row_number;
