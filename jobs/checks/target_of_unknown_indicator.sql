-- Targets for an indicator that is not measured.
select
    claim,
    row_number,
    'indicator' as field,
    indicator as found,
    format(
        'Indicator is "{}", which is not measured (nearest: {}); use the name of an indicator; the target was kept and serves nobody.',
        indicator,
        (
            select arg_max(definition.indicator, (jaro_winkler_similarity(definition.indicator, target.indicator), definition.indicator))
            from definition
        )
    ) as message
from target
semi join claim_in_force using (claim)
anti join definition using (indicator)
where exists (from definition)
order by claim, row_number;
