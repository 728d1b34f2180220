-- Activities that delivered more core components than were due, or more consistent adaptations than adaptations.
with pair as (
    select claim, row_number, 'core_delivered' as field, core_delivered as part, core_due as whole
    from delivery
    union all
    select claim, row_number, 'adaptations_consistent' as field, adaptations_consistent as part, adaptations as whole
    from delivery
)
select
    claim,
    row_number,
    field,
    part::varchar as found,
    format('The part is {}, and the whole only {}; correct one of the two; the row was kept.', part, whole) as message
from pair
semi join claim_in_force using (claim)
where part > whole
order by claim, row_number, field;
