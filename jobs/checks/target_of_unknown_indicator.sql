-- Targets for an indicator that is not measured.
-- found: Indicator is {value}, which is not measured.
-- accepted: Use the name of an indicator (nearest: {nearest}).
-- action: The target was kept and is not used.
select
    claim,
    row_number,
    'indicator' as field,
    indicator as value,
    (
        select arg_max(definition.indicator, (jaro_winkler_similarity(definition.indicator, target.indicator), definition.indicator))
        from definition
    ) as nearest
from target
semi join claim_in_force using (claim)
anti join definition using (indicator)
where exists (from definition)
order by claim, row_number;
